import type { AskedRule, BodyPart, SetPhrase } from '../../../words/language/asked.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { bodyPartsIn } from '../plain/body-parts.ts'
import { subjectsOf } from './subjects.ts'

/** Whether a rule is about what its set question asks, and does not but name it beside something else. */
export function isAboutTopic(text: string, rule: AskedRule, vocabulary: Vocabulary): boolean {
  if (rule.ask !== 'set') return true
  if (!rule.isWide) return true
  if (rule.phrase === 'consent')
    return /\b(?:consent\w*|assent\w*|agree\w*|particip\w+|willing\w*|sign\w*)\b/i.test(
      text.replaceAll(proof, ' '),
    )
  // "An illness that came back".
  const subjects = subjectsOf(
    rule.phrase === 'cameBack' ? text.replaceAll(/\b(?:that|who|which)\b/gi, ',') : text,
  )
  if (rule.phrase === 'problemWith')
    return (rule.parts ?? []).every((part) =>
      subjects.some((one) => isProblemOf(one, part, vocabulary)),
    )
  const said = saying[rule.phrase]
  if (said === undefined) return true
  if (
    ofGerms.has(rule.phrase) &&
    !clausesOf(text).some((one) => said.test(one) && !notHad.test(one))
  )
    return false
  if (rule.phrase === 'internet')
    return said.test(subjectsOf(text.replaceAll(having, ' ')).join(' '))
  if (rule.phrase === 'badReaction') return subjects.some((one) => said.test(one))
  return subjects.some((one) => said.test(one) && !ofAnother.test(one))
}

function isProblemOf(subject: string, part: BodyPart, vocabulary: Vocabulary): boolean {
  if (!bodyPartsIn(subject).includes(part) || ofAnother.test(subject)) return false
  const concepts = vocabulary
    .conceptsInText(subject, 'record')
    .filter(({ start, end }) => bodyPartsIn(subject.slice(start, end)).includes(part))
  if (concepts.length > 0)
    return concepts.some(({ concept: { trees } }) =>
      trees.some(
        (tree) => !tree.startsWith('C') || partTrees[part].some((of) => tree.startsWith(of)),
      ),
    )
  const last = /[\p{L}-]+\W*$/u.exec(subject)?.[0] ?? ''
  return illness.test(subject) || bodyPartsIn(last).length > 0
}

/** "A zorbvirus or blurgvirus vaccination", "non-zorbic blurgs": the last word is of each. */
const ofGerms: ReadonlySet<SetPhrase> = new Set([
  'cancer',
  'hiv',
  'hivOrHepatitis',
  'infection',
  'viralHepatitis',
])

/** "Access to a telephone" is of the telephone. */
const having =
  /\b(?:ac+ess to|possession of|owns?|owning|proficien\w* in|(?:able|ability|unable) to use|us(?:e|ing) of|using)\b/gi
const notHad =
  /\b(?:vaccin\w*|immuni[sz]\w+|risks?|exposures?|exposed|contacts?|chemoprevent\w*|prophyla\w*|\S*susceptib\w*|predispos\w*|non-(?:HIV|infect|malign|cancer)\S*|uninfected|donors?|viral load)\b/i

function clausesOf(text: string): readonly string[] {
  return text.split(/[,;.()]/)
}

/** "Speaks English, as shown by a signed form". */
const proof =
  /\b(?:confirmed|evidenced|documented|demonstrated|shown|verified|proven) (?:by|with|through)\b[^,;.]*/gi

const illness =
  /\b(?:disease\w*|disorders?|illness\w*|conditions?|failures?|dysfunction\w*|insufficien\w+|infarct\w*|impair\w+|abnormal\w+|defects?|deficits?|problems?|patholog\w+|syndromes?|injur\w+|damage|lesions?|anomal\w+|\w*formations?|trauma|complaints?|complication\w*|involvement|comorbid\w*|pain|bleed\w*|obstruction|masse?s?|events?|\p{L}+(?:itis|osis|oses|opath(?:y|ies)|emia|aemia|plegia|algia|rhythmias?|oma|omas|uria|pnea|plasia|trophy))\b/iu

const ofAnother =
  /\b(?:risks?|behaviou?rs?|exposures?|exposed|contacts?|vaccin\w*|exercis\w*|training|monitor\w*|agents?|drugs?|drops?|sprays?|medications?|medicines?|therap(?:y|ies)|inhibitors?|antibod\w+ treatment|donat\w*|donors?|anti-\w+|famil\w*|prophyla\w*|screening|scans?)\b/i

/** Where an illness of the part stands among the diseases. */
const partTrees: Readonly<Record<BodyPart, readonly string[]>> = {
  blood: ['C15', 'C23.550.414', 'C14'],
  bones: ['C05', 'C26', 'C16', 'C17.300', 'C10.668'],
  brain: ['C10', 'C14.907.253', 'F', 'C23.888.592', 'C23.550'],
  defences: ['C20', 'C17.300', 'C05'],
  ears: ['C09'],
  eyes: ['C11', 'C10.597.751', 'C10.292'],
  gut: ['C06', 'C23.888.821', 'C04.588.274', 'C18'],
  heart: ['C14', 'C23', 'C16.131'],
  hormones: ['C19', 'C18', 'C12', 'C13'],
  kidneys: ['C12', 'C13', 'C23'],
  liver: ['C06', 'C14.907', 'C23', 'C18'],
  lungs: ['C08', 'C23', 'C01'],
  memory: ['C10', 'F'],
  mind: ['F', 'C10'],
  mouth: ['C07', 'C06'],
  nose: ['C08', 'C09'],
  skin: ['C17', 'C20.543', 'C23'],
  sleep: ['C10', 'F', 'C08'],
  womb: ['C12', 'C13'],
}

const saying: Partial<Readonly<Record<SetPhrase, RegExp>>> = {
  badReaction:
    /\b(?:allerg\w*|hypersensitiv\w*|intoleran\w*|anaphyla\w*|reactions?|sensitiv\w*|contra-?indicat\w*|toxicit\w*|side effects?|adverse)\b/i,
  geneTest:
    /\b(?:genetic(?:ally)?(?! (?:dis|syndrome|cancer))|genes?|genotyp\w*|mutation(?:al)? (?:test|analys)\w*|molecular\w*|\w*histolog\w*|cytolog\w*|biops\w*|\w*patholog\w*|tissue)\b/i,
  internet:
    /\b(?:internet|wi-?fi|computers?(?! tomograph)|smart-?phones?|phones?|e-?mails?|online|web\w*|apps?|devices?|mobile|tablets?)\b/i,
  walk: /\b(?:walk\w*|ambulat\w+|wheelchair|gait)\b(?!.*\bmonitor)/i,
  infection:
    /\b(?:infect\w+|sepsis|septic|tubercul\w+|bacter\w+|vir(?:al|us\w*)|COVID\w*|SARS-CoV\w*|influenza|abscess\w*|pneumonias?|fung\w+|herpes\w*|syphilis|malaria|parasit\w+|cytomegalovirus|CMV|osteomyelitis|shingles|zoster|sexually)\b/i,
  cancer:
    /\b(?:cancers?|malignan\w+|carcinoma\w*|tumou?rs?|neoplas\w+|lymphoma\w*|leuk[a]?emi\w*|melanoma\w*|sarcoma\w*|metasta\w+|myeloma\w*|glioma\w*|blastoma\w*)\b/i,
  cancerTreatment:
    /\b(?:chemotherap\w*|radiotherap\w*|radiation(?! expos)|irradiat\w*|anti-?cancer|antineoplas\w*|anti-?tumou?r|checkpoint|PD-?L?1|CTLA-?4|CAR-?T|brachytherap\w*)/i,
  measurable: /\b(?:measur(?:able|ably)|RECIST|evaluable|target lesions?)\b/i,
  cameBack:
    /\b(?:relaps\w*|refractory|recurren\w*(?=.*(?:cancer|tumou?r|carcinoma|lymphoma|leuk|myeloma|melanoma|sarcoma|glioma|malignan))|progress\w*|resistant|fail\w*|non-?respon\w*|respon\w*|unresponsive)\b/i,
  hiv: /\b(?:HIV\S*|human immunodeficiency|AIDS)\b/,
  hivOrHepatitis: /\b(?:HIV\S*|human immunodeficiency|AIDS|hepatitis|HBV|HCV|HBs?Ag|anti-?HCV)\b/i,
  viralHepatitis: /\b(?:hepatitis|HBV|HCV|HBs?Ag|anti-?HCV)\b/i,
  transplant: /\b(?:transplant\w*|allograft\w*|HSCT|ASCT|BMT)\b/i,
  bloodGiven: /\b(?:transfus\w*|blood|plasma|platelets)\b/i,
  operationBefore:
    /\b(?:surg(?:ery|eries|ical\w*)|operati\w+|operated|\w*resection|\w+(?:ectomy|ectomies|plasty|plasties|ostomy)|bypass|grafting|PCI|CABG)\b/i,
  implant:
    /\b(?:pacemaker\w*|defibrillator\w*|implant\w*|prosthe\w+|metal\w*|stents?|shunts?|pumps?|\w*stimulators?|hardware|clips?)\b/i,
}
