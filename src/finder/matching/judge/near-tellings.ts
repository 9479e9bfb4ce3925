import { tokens } from '../../vocabulary/fold.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { onceAText } from './once-a-text.ts'
import { askedWords } from './words.ts'

/**
 * What a note says of the person in a telling word of the criterion, whether any rule knows the word or not ("transfusion",
 * « témoin de Jéhovah, refuse toute transfusion »), and names of what they have or take. Long words are alike by their first letters,
 * which English and French share. Rule `near-word@1`.
 */
export function nearTellings({
  text,
  patient,
}: Pick<Case, 'text' | 'patient'>): readonly Evidence[] {
  if (patient.source !== 'note') return []
  const said = wordsOf(patient)
  return beginningsAsked(text).flatMap((word) => said.get(word) ?? [])
}

const beginningsAsked = onceAText((text): readonly string[] => [
  ...new Set(askedWords(text.replace(ofSigns, ' ')).filter(isTelling).map(beginningOf)),
])

/** What is measured or looked at of everybody, and parts of names of other things. */
const ofSigns =
  /\b(?:heart|pulse|respiratory) rate\b|\bblood (?:pressure|tests?|samples?|cultures?|counts?)\b|\bbody (?:weight|mass|temperature|surface)\b|\bhuman\b/gi

const wordsOf = onceAPatient(
  ({ lines, findings }: Patient): ReadonlyMap<string, readonly Evidence[]> => {
    const said = new Map<string, Set<Evidence>>()
    const add = (text: string, evidence: Evidence): void => {
      for (const word of new Set(tokens(text).filter(isTelling).map(beginningOf))) {
        const own = said.get(word)
        if (own) own.add(evidence)
        else said.set(word, new Set([evidence]))
      }
    }
    for (const { affirmed, evidence } of lines.slice(0, 1_000)) {
      const text = refused.test(evidence.text) ? evidence.text : affirmed
      if (refused.test(evidence.text) || !denied.test(evidence.text))
        add(text.replace(ofSigns, ' '), evidence)
      else {
        const left = evidence.text.split(/[;,.()]/).filter((clause) => !denied.test(clause))
        const kept = new Set(tokens(left.join(' ')))
        const words = tokens(affirmed.replace(ofSigns, ' ')).filter((word) => kept.has(word))
        add(words.join(' '), evidence)
      }
    }
    for (const { term, presence, of, evidence } of findings)
      if (presence !== 'absent' && presence !== 'mentioned' && of === 'patient') add(term, evidence)
    return new Map([...said].map(([word, evidence]) => [word, [...evidence]]))
  },
)

const denied =
  /(?<!\p{L})(?:no|not|never|nor|without|denie[sd]|absence|pas|jamais|sans|aucune?|ni)(?!\p{L})/iu
const refused = /(?<!\p{L})(?:refus\p{L}*|declin\p{L}*|oppos(?:e|ée?) (?:à|aux?))(?!\p{L})/iu

function isTelling(word: string): boolean {
  return word.length > 5 && /^\p{L}+$/u.test(word) && !common.test(word)
}

function beginningOf(word: string): string {
  return word.slice(0, 8)
}

/** How bad, when, what is examined, and how people speak: what any note and any criterion may have. */
const common =
  /^(?:severe|sever|treatmen|treat|signific|therap|chronic|medical|medicat|medicin|positiv|negativ|normal|acute|recent|systemic|previous|prior|abnormal|follow|second|first|third|require|result|using|another|serum|progres|moderat|relate|episode|family|unable|intake|emergenc|period|activit|active|associat|large|physical|parent|evaluat|interfer|admissio|admit|level|perform|agent|testing|tested|experien|multiple|clinic|examinat|laborato|candidat|elevat|consider|cooperat|exclude|include|spontane|complica|repeat|continu|bilatera|absence|determin|function|limit|secondar|likely|present|change|receiv|possible|scale|taking|value|otherwis|single|deficit|problem|range|direct|initiat|initial|complain|mother|father|general|specific|common|volume|combinat|center|length|difficul|local|adherenc|would|could|night|short|complete|commence|start|restrict|stopped|tolerat|asymptom|stable|peripher|hospital|report|right|upper|lower|minute|administ|intraven|daily|above|below|tissue|pressure|blood|signs|symptom|disease|syndrome|disorder|conditio|illness|history|current|concomit|uncontro|control|measure|increase|decrease|reduce|reductio|standard|primary|advanced|residual|response|persist|recurren|relapse|refracto|mild|known|suspect|confirm|diagnos|document|evidence|adequate|inadequa|require|necessa|surgery|surgical|operat|procedur|interven|imaging|approach|duration|interval|several|various|partial|partiall|total|totally|usually|regular|minimum|maximum|average|greater|smaller|between|against|without|during|before|another|different|similar|particip|individu|volunteer|consent|informed|assess|indicat|contrain|suitable|eligible|permit|prevent|preclude|affect|influenc|depend|respect|regard|referre|referral|consult|contact|discharg|emergent|urgent|elective|planned|schedule|expected|anticipa|future|physicia|doctor|nurse|speciali|service|centre|member|partner|husband|friend|school|working|worker|living|alone|married|retired|student|comfort|rest|sleep|exercise|exertion|walking|standing|sitting|support|device|material|sample|specimen|culture|analysis|screen|antibody|therapeu|prophyla|supplem|product|componen|ingredie|substanc|formulat|inhibito|receptor|protein|enzyme|positive|human|animal|infant|children|neonat|newborn|adult|female|male|woman|patient|subject|person|people|obstruct|extremit|basal|lesion|infiltra|resectio|media|sided|recombin|bolus|virus|squamous|breath|large|shift|direct|finding|visible|evident|notable|remarkab|unremark|detect|identify|located|locatio|region|area|central|lateral|anterior|posterio|proximal|distal|internal|external|superior|inferior|medial|surface|structur|contrast|enhanc|dose|dosage|tablet|capsule|injectio|infusion|topical|orally|weekly|monthly|yearly|hourly|january|february|march|april|august|septembe|october|november|december|weight|height|temperat|oxygen|glucose|calcium|sodium|potassiu|provide|release|replace|remov|repair|accompan|protocol|practica|obstetri|struggle|echocard|angiogra|tomograp|radiogra|ultraso|endoscop|biops|electroc|electroe|colonosc|sigmoido|college|problems|complet|comply|request|explain|discuss|describ|appear|remain|become|return|normally|allergic|allerg|creatini|hemoglob|platelet|leukocyt|neutroph|lymphocy)\p{L}*$/iu
