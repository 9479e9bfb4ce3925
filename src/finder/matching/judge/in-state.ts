import type { Evidence, Patient } from '../patient/patient.ts'
import { firstSaying } from './first-saying.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { askedWords } from './words.ts'

/**
 * What is being done for a person, or what is to be seen of them, that an exclusion asks for and the note says in other words: a
 * ventilator, oxygen, intensive care, a wheelchair, lesions of the skin. Rule `in-state@1`.
 */
export function inStateVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || patient.source !== 'note') return undefined
  const { ofCare, ofPersons } = statesOf(patient)
  if ((ofCare.length === 0 && ofPersons.length === 0) || turning.test(text)) return undefined
  const evidence =
    askedIn([text, ...partsOf(text)], ofCare) ??
    askedIn(text.split(/[,;()]|\b(?:or|and)\b/i), ofPersons)
  return evidence && { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

/** What is said of the first part of a criterion that asks for a state of the person and for nothing else. */
function askedIn(parts: readonly string[], states: readonly SaidState[]): Evidence | undefined {
  for (const part of parts)
    for (const { asked, idle, evidence } of states)
      if (asked.test(part) && askedWords(part).every((word) => idle.test(word))) return evidence
  return undefined
}

/** What the record says of how a person lives, where a criterion asks after it among other things. */
export function nearStates({ text, patient }: Pick<Case, 'text' | 'patient'>): readonly Evidence[] {
  const { ofCare, ofPersons, onlyNear } = statesOf(patient)
  return [...ofCare, ...ofPersons, ...onlyNear]
    .filter(({ asked }) => asked.test(text))
    .map(({ evidence }) => evidence)
}

/** Of things divided by commas and "or", each keeps out by itself. */
function partsOf(text: string): readonly string[] {
  return /\b(?:and|with)\b/i.test(text.replace(/\bwith (?=visible|any|skin)/i, ' '))
    ? []
    : text.split(/[,;]|\bor\b/i)
}

const turning =
  /\b(?:no|not|without|except\w*|unless|other than|if|history|previous\w*|prior|past|within|expected|likely|anticipated|planned|family|more than|at least|greater)\b|\d/i

interface State {
  readonly asked: RegExp
  readonly idle: RegExp
  readonly said: RegExp
  /** What says so by a "no" or « sans » of its own, in the whole sentence. */
  readonly saidWithout?: RegExp
  /** Words of any sentence that take it back. */
  readonly over: RegExp
}

const place = String.raw`(?:neck|face|scalp|arms?|legs?|hands?|feet|trunk|back|chest|abdomen|shins?|skin|elbows?|knees?|forehead|cheeks?|nose|ears?|thighs?|buttocks?)`
const ofCare: readonly State[] = [
  {
    asked: /\b(?:mechanical(?:ly)? ventilat\w+|intubat(?:ed|ion)|ventilator)\b/i,
    idle: /^(?:mechanical\w*|ventilat\w*|intubat\w*|invasive|requir\w*|need\w*|receiv\w*|depend\w*|support)$/,
    said: /\b(?:is|was|and|been|remains) (?:\w+ )?(?:intubated|mechanically ventilated)\b|\bon (?:an? |the )?(?:mechanical )?ventilat(?:or|ion)\b|(?<!\p{L})(?:intubée?|sous ventilation mécanique)(?!\p{L})/iu,
    over: /\b(?:at birth|naissance|(?:in|en) (?:19|20)\d\d|extubat\w*|weaned|sevrée?|extubée?|not (?:intubated|ventilated)|spontaneously|room air|ago)\b/i,
  },
  {
    asked: /\b(?:oxygen|o2)\b/i,
    idle: /^(?:oxygen|supplement\w*|home|continuous|chronic|long|term|requir\w*|need\w*|depend\w*|therap\w*|receiv\w*|use|using|domiciliary)$/,
    said: /\b(?:on|requires?|needs?|uses?|receiv\w+) (?:\w+ ){0,3}(?:oxygen|o2)\b(?! saturation)|\b(?:home|domiciliary|long-term) (?:oxygen|O2)\b|\bO2\b[^.;,]{0,24} (?:at home|(?:à|au) domicile)|\b(?:oxygen|O2) \d[\d.,]* ?L(?:\/| per )min[^.;,]{0,12} (?:at home|(?:à|au) domicile)|(?<!\p{L})(?:sous oxygène|oxygène à domicile|oxygéno-?(?:thérapie|dépendante?))(?!\p{L})/iu,
    over: /\b(?:sevrée?|arrêt|room air|ambient air|weaned|no (?:longer )?(?:needs? |on )?oxygen|without oxygen|oxygen saturation)(?!\p{L})/iu,
  },
  {
    asked: /\b(?:intensive care|icu)\b/i,
    idle: /^(?:intensive|care|unit|icu|requir\w*|need\w*|admi\w*|stay\w*|treat\w*|immediate|hospital\w*)$/,
    said: /\b(?:is|was|has been|been) (?:\w+ )?(?:admitted|transferred|taken|brought) (?:directly )?to (?:the |an? )?(?:\w+ )?(?:intensive care|icu)\b|\bin (?:the |an? )?(?:\w+ )?(?:intensive care unit|icu)\b|(?<!\p{L})en (?:réanimation|soins intensifs)(?!\p{L})/iu,
    over: /\b(?:(?:in|en) (?:19|20)\d\d|discharged|transferred out|ago|ward now|last (?:month|year))\b/i,
  },
  {
    asked: /\b(?:wheelchair|bed-?ridden|bed-?bound|non-?ambulatory)\b/i,
    idle: /^(?:wheelchair|bound|depend\w*|bedridden|bed|ridden|bedbound|non|ambulatory|nonambulatory|confined|use[rs]?)$/,
    said: /\b(?:is|are|been|remains|now) (?:\w+ )?(?:wheelchair[- ](?:bound|dependent)|bed-?ridden|bed-?bound)\b|\bbound to (?:a|his|her|the) wheelchair\b|(?<!\p{L})(?:grabataire|alitée?|en fauteuil roulant)(?!\p{L})/iu,
    over: /\b(?:walks?|re-?marche|marche|ago|until)\b/i,
  },
  {
    asked:
      /\b(?:skin|dermatological|dermatologic|cutaneous) (?:diseases?|conditions?|disorders?|lesions?|abnormalit\w+)\b/i,
    idle: /^(?:skin|dermatolog\w*|cutaneous|lesion|abnormalit\w*|visible|any|active)$/,
    said: new RegExp(
      String.raw`\b(?:skin|cutaneous) (?:lesions?|rash|ulcers?|eruptions?)\b|\b(?:lesions?|rash|ulcers?|papules?|plaques?|nodules?) (?:on|over|of) (?:the |his |her |both |their )?(?:\w+ )?${place}\b`,
      'i',
    ),
    over: /\b(?:no (?:skin|cutaneous|rash|lesions?)|resolved|healed|cleared|ago)\b/i,
  },
]

/** How a person lives, in the words of exclusions that protect some persons: any of several keeps out. */
const ofPersons: readonly State[] = [
  {
    asked: /\b(?:extracorporeal|ECMO|ECLS)\b/i,
    idle: /^(?:extracorporeal|circulat\w*|membrane|oxygenat\w*|life|support|ecmo|ecls|ecc|submitted|receiv\w*|requir\w*|need\w*|treatment|therap\w*|use)$/,
    said: /\b(?:on|under|sous|receiving|requiring) (?:[\w-]+ ){0,3}(?:ECMO|ECLS|extracorporeal)\b/i,
    over: /\b(?:weaned|decannulat\w*|considered|discussed|sevrée?|ago)\b/i,
  },
  {
    asked: /\bswallow\w*/i,
    idle: /^(?:swallow\w*|inability|unable|difficult\w*|tablet|capsule|pill|oral\w*|medication|medicine|drug|intact|whole|take|taking|impaired|dysphagia)$/,
    said: /\b(?:cannot|can['’]?t|unable to|not able to) swallow (?:tablets?|pills?|capsules?|anything|solids?|safely)|(?<!\p{L})ne peut (?:pas |plus )?avaler(?!\p{L})/iu,
    over: /\b(?:resolved|until|again|de nouveau)\b/i,
  },
  {
    asked:
      /\b(?:night[- ]?(?:shifts?|work\w*)|work(?:s|ing)? (?:at|by) night|shift[- ]?work\w*)\b/i,
    idle: /^(?:night|shift|work\w*|lifestyle|special|rotat\w*|regular\w*|shiftwork\w*|nightwork\w*|job)$/,
    said: /\bworks? (?:on )?(?:night shifts?|nights|at night)\b|\bnight[- ]shift worker\b|(?<!\p{L})travaille? (?:de|la) nuit(?!\p{L})/iu,
    over: /\b(?:formerly|until|used to|stopped|retired|retraitée?)\b/i,
  },
  {
    asked:
      /\b(?:prisoners?|inmates?|incarcerat\w*|imprison\w*|detain\w*|prison|jail|détenue?s?|privée?s? de liberté|deprived of (?:their )?liberty)\b/i,
    idle: /^(?:prison\w*|inmate|incarcerat\w*|imprison\w*|detain\w*|jail|exclud\w*|person|people|study|currently|involuntar\w*|détenue?|privée?|liberté|depriv\w*|liberty)$/i,
    said: /\b(?:in (?:prison|jail)|prison (?:sentence|inmate)|(?:is|was|been|currently) (?:\w+ )?(?:incarcerated|imprisoned|detained|jailed)|prisoner|inmate|prison guards?|détenue?|incarcérée?|en prison|maison d['’]arrêt)\b/i,
    over: /\b(?:released|years? ago|formerly|former|until|libérée?|works? (?:in|at))\b/i,
  },
  {
    asked:
      /\b(?:guardianship|curatorship|legal protection|protective measure|tutelle|curatelle|sauvegarde de justice|protection juridique)\b/i,
    idle: /^(?:guardianship|curatorship|legal\w*|protect\w*|measure|person|adult|law|court|tutelle|curatelle|sauvegarde|justice|sous|majeur|protection|juridique|personne|order|protégée?)$/i,
    said: /\b(?:under (?:legal )?(?:guardianship|curatorship)|has a legal guardian|sous (?:tutelle|curatelle|sauvegarde de justice))\b/i,
    over: /\b(?:demande de|request\w*|considered|minor|levée|ended)\b/i,
  },
  {
    asked:
      /\b(?:nursing homes?|institutionali[sz]ed|long-term care|care homes?|assisted living|EHPAD|en institution)\b/i,
    idle: /^(?:nursing|home|resident\w*|institution\w*|living|live|liv\w*|long|term|care|facilit\w*|assist\w*|ehpad|person|patient)$/i,
    said: /\b(?:lives?|living|resides?|resident|placed|comes?|sent|transferred|brought) (?:\w+ ){0,3}(?:nursing home|care home|long-term care|assisted living)|\bnursing home resident\b|\b(?:vit|réside|résident|résidente|vivant) en (?:EHPAD|institution|maison de retraite)\b/i,
    over: /\b(?:until|left|refus\w*|waiting|planned|en attente)\b/i,
  },
  {
    asked:
      /\b(?:homeless(?:ness)?|no fixed (?:address|abode)|sans domicile|sans-abri|unstable housing)\b/i,
    idle: /^(?:homeless\w*|people|fix\w*|address|abode|domicile|abri|unstable|housing|sans|fixe|person)$/i,
    said: /\b(?:is|was|currently|been|a) homeless\b|\bhomeless (?:man|woman|person)\b|\bno fixed (?:address|abode)\b|\bsans domicile(?: fixe)?\b|\bSDF\b|\blives? (?:on the street|in a shelter)\b|\bvit dans la rue\b/i,
    saidWithout:
      /(?<!\p{L})(?:no fixed (?:address|abode)|sans (?:domicile|logement)(?: fixe)?|sans[- ]abri)(?!\p{L})/iu,
    over: /\b(?:formerly|until|housed|ago|previously|relogée?|auparavant)\b/i,
  },
]

/** What casts a doubt, and decides nothing. */
const onlyNear: readonly State[] = [
  {
    asked:
      /\b(?:(?:inability|unable|unlikely|unwilling\w*|not able|failure|ability) to (?:\w+ ){0,3}(?:comply|follow|adhere|attend|complete)|non-?complian\w*|non-?adheren\w*|poor(?:ly)? (?:complian|adheren)\w*)\b/i,
    idle: /^$/,
    said: /\b(?:missed (?:\w+ ){0,3}(?:visits?|appointments?|doses?|consultations?)|forgets? (?:\w+ ){0,2}(?:tablets?|pills?|medic\w+|doses?|appointments?)|(?:does not|doesn['’]t) take (?:his|her|the|their) (?:\w+ )?(?:medic\w+|tablets|pills|treatment)|poor (?:compliance|adherence)|non-?complian\w*|not compliant|non-?adheren\w*|lost to follow-?up|oublie (?:souvent )?ses|mauvaise observance|inobservan\w*|rendez-vous manqués)\b/i,
    over: /(?!)/,
  },
]

interface SaidState extends State {
  readonly evidence: Evidence
}

const statesOf = onceAPatient((patient: Patient) => ({
  ofCare: saidOf(patient, ofCare),
  ofPersons: saidOf(patient, ofPersons),
  // "Not compliant" has its "not" outside of what is affirmed.
  onlyNear: saidOf(
    patient,
    onlyNear.map((state) => ({ ...state, saidWithout: state.said })),
  ),
}))

/** The states that a record says, each with the first sentence that says it, where no other takes it back. */
function saidOf(patient: Patient, states: readonly State[]): readonly SaidState[] {
  return states.flatMap((state): SaidState[] => {
    const { said, saidWithout, over } = state
    const evidence = firstSaying(
      patient,
      ({ affirmed, evidence: { text } }) =>
        (said.test(affirmed) || saidWithout?.test(text) === true) && !ofOthers.test(text),
    )
    const isOver = evidence && firstSaying(patient, (line) => over.test(line.evidence.text))
    return evidence && !isOver ? [{ ...state, evidence }] : []
  })
}

const ofOthers =
  /(?<!\p{L})(?:mother|father|wife|husband|brother|sister|son|daughter|sibling|mère|père|frère|sœur|soeur|mari|femme de|fils|fille de)(?!\p{L})/iu
