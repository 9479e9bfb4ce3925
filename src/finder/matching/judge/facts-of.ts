import type { Facts, Lab } from '../../eligibility/facts.ts'
import { bodyPart } from '../patient/body-part.ts'
import type { Evidence, Finding, Patient } from '../patient/patient.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { furtherKinds, noKindOf, oneAtATime, oneOf } from './kinds-beside.ts'
import { onceAPatient } from './once-a-patient.ts'
import { usualUpperLimits } from './usual-limits.ts'

/** What is known of one disease: said of it, of a kind of it, or of what it is a kind of. */
export interface KnownDisease {
  readonly state: 'present' | 'absent' | 'unknown'
  /** True where it, or something near it in the vocabulary, is named at all. */
  readonly related: boolean
  readonly evidence?: Evidence
}

/**
 * A disease is present when it or a narrower one is said to be, now; absent when it or a broader one is
 * denied, or another kind of it is present, and nothing speaks for it. A past, possible or narrower-only-denied one stays unknown,
 * and so does what is denied of one part of the body alone.
 */
export function knownOf(term: string, patient: Patient, vocabulary: Vocabulary): KnownDisease {
  const remembered = known(patient)
  const before = remembered.get(term)
  if (before) return before
  const found = lookUp(term, patient, vocabulary)
  remembered.set(term, found)
  return found
}

/** One patient is held against hundreds of studies that name the same diseases; gone with the patient. */
const known = onceAPatient(() => new Map<string, KnownDisease>())

/** A disease of the vocabulary and all that are kinds of it, by their terms. */
export function kindsOf(term: string, vocabulary: Vocabulary): ReadonlySet<string> {
  const concept = vocabulary.byName(term)
  const narrower = concept ? vocabulary.narrower(concept).map((one) => one.term) : []
  const kinds = new Set([term, ...narrower, ...(furtherKinds[term] ?? [])])
  for (const [one, above] of Object.entries(noKindOf)) if (above.includes(term)) kinds.delete(one)
  return kinds
}

/** All that a disease is a kind of, by their terms, the nearest first. */
export function kindOfWhat(term: string, vocabulary: Vocabulary): readonly string[] {
  const concept = vocabulary.byName(term)
  const above = concept ? vocabulary.ancestors(concept).map((one) => one.term) : []
  return above.filter((one) => noKindOf[term]?.includes(one) !== true)
}

function lookUp(term: string, patient: Patient, vocabulary: Vocabulary): KnownDisease {
  const kinds = kindsOf(term, vocabulary)
  const broader = new Set(kindOfWhat(term, vocabulary))
  const own = patient.findings.filter(({ of }) => of === 'patient')
  const within = own.filter((finding) => kinds.has(finding.term))
  const said = within.find((finding) => finding.presence === 'present' && finding.when === 'now')
  if (said) return { state: 'present', related: true, evidence: said.evidence }
  const perhaps = within.find(isPerhaps)
  if (perhaps) return { state: 'unknown', related: true, evidence: perhaps.evidence }
  const absent = own.filter(
    (finding) =>
      finding.presence === 'absent' && (finding.term === term || broader.has(finding.term)),
  )
  const isOfPresentKind = own.some(
    (one) => broader.has(one.term) && one.presence === 'present' && one.when === 'now',
  )
  const denied = absent.find(
    (finding) =>
      !isOfAnother(finding) &&
      (finding.term === term || (!isOfPresentKind && !isOneLump(finding))) &&
      (finding.term === term || !isOfOnePlace(finding, own) || isOfSamePlace(term, finding)),
  )
  if (denied) return { state: 'absent', related: true, evidence: denied.evidence }
  if (absent[0]) return { state: 'unknown', related: true, evidence: absent[0].evidence }
  const other = ofOtherKind(vocabulary.byName(term)?.term ?? term, own)
  if (other) return { state: 'absent', related: true, evidence: other.evidence }
  const above = own.find(
    (finding) =>
      broader.has(finding.term) && isNear(finding, vocabulary) && finding.presence !== 'absent',
  )
  return {
    state: 'unknown',
    related: above !== undefined,
    ...(above && { evidence: above.evidence }),
  }
}

/** What says that a person has another kind of a disease, of which one has but one kind; undefined where its own kind is said too. */
export function isOfOtherKind(
  term: string,
  patient: Patient,
  vocabulary: Vocabulary,
): Evidence | undefined {
  const others = othersThan(term, vocabulary)
  if (others.length === 0) return undefined
  const kinds = kindsOf(term, vocabulary)
  const own = patient.findings.filter(
    ({ of, presence }) => of === 'patient' && presence !== 'absent',
  )
  if (own.some((finding) => kinds.has(finding.term))) return undefined
  return own.find(
    (finding) =>
      finding.presence === 'present' &&
      finding.when === 'now' &&
      others.some((other) => kindsOf(other, vocabulary).has(finding.term)),
  )?.evidence
}

/** The kinds that who has the asked one, or a kind of it, has not. */
function othersThan(term: string, vocabulary: Vocabulary): readonly string[] {
  const above = new Set([term, ...kindOfWhat(term, vocabulary)])
  return [...oneOf, ...oneAtATime].flatMap((kinds) =>
    kinds.some((kind) => above.has(kind)) ? kinds.filter((kind) => !above.has(kind)) : [],
  )
}

/** Kinds of one disease of which a person has one: who has type 2 diabetes has not type 1. Rule `other-kind@1`. */
function ofOtherKind(asked: string, own: readonly Finding[]): Finding | undefined {
  const others = oneOf
    .filter((kinds) => kinds.includes(asked))
    .flat()
    .filter((kind) => kind !== asked)
  return own.find(
    ({ term, presence, when }) => presence === 'present' && when === 'now' && others.includes(term),
  )
}

/** "No residual tumour", "no mass": of the place that was looked at, and of no other cancer. */
function isOneLump({ term, words }: Finding): boolean {
  return term === 'Neoplasms' && /tumou?r|tumeur|mass|lesion|lésion|growth|nodul/i.test(words)
}

/** "No earlier stroke", "no other cancer": said of who may have one now. */
function isOfAnother({ evidence: { text }, words }: Finding): boolean {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  return at > 0 && another.test(text.slice(Math.max(0, at - 40), at))
}

const another =
  /\b(?:earlier|other|further|additional|second|another|new|recurrent|more|autres?|nouve(?:au|lle)s?)\s+(?:\p{L}+\s+)?$/iu

/** "X-ray of the knee: no fracture" says nothing of a hip. Parts of the body in names of other findings do not count. */
function isOfOnePlace({ words, evidence }: Finding, own: readonly Finding[]): boolean {
  const at = evidence.text.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0) return false
  const [ahead, behind] = [evidence.text.slice(0, at), evidence.text.slice(at + words.length)]
  const clause = `${ahead.split(/[;.]/).at(-1) ?? ''} § ${behind.split(/[;.,]/)[0] ?? ''}`
  const others = own.filter((one) => one.evidence.text === evidence.text && one.words !== words)
  const left = others.reduce((text, one) => text.replaceAll(one.words, ' '), clause)
  return bodyPart.test(left)
}

/** "CT of the brain: no hemorrhage" denies what is a hemorrhage of the brain. */
function isOfSamePlace(term: string, { evidence: { text } }: Finding): boolean {
  return places.some(
    ({ names, parts, others }) => names.test(term) && parts.test(text) && !others.test(text),
  )
}

const places = [
  {
    names: /intracran|cerebr|brain|subdural|subarachnoid|epidural/i,
    parts: /\b(?:heads?|brain|cranial|cerebral|skull)\b/i,
    others: /\b(?:chest|abdom\w+|pelvi\w+|neck|spine|lungs?|liver|kidneys?)\b/i,
  },
  {
    names: /pulmon|lung|pleur|pneumo|bronch/i,
    parts: /\b(?:chest|lungs?|thoracic|pulmonary)\b/i,
    others: /\b(?:heads?|brain|abdom\w+|pelvi\w+|neck|legs?)\b/i,
  },
] as const

function isPerhaps({ presence, when }: Finding): boolean {
  return presence === 'possible' || (presence === 'present' && when === 'history')
}

/** What is at the top of the tree (Neoplasms, Vascular Diseases) is near everything, so near nothing. */
function isNear({ term }: Finding, vocabulary: Vocabulary): boolean {
  return vocabulary.byName(term)?.trees.some((tree) => tree.split('.').length > 2) === true
}

/**
 * A patient's facts as the criteria language takes them, for the youngest and the oldest day the age may
 * mean: what differs between the two is unknown. `terms` are the diseases a criterion names.
 */
export function factsOf(
  patient: Patient,
  terms: readonly string[],
  vocabulary: Vocabulary,
): readonly Facts[] {
  const { age, sex, pregnant, lactating } = patient
  const conditions = Object.fromEntries(
    terms.map((term) => [term, knownOf(term, patient, vocabulary).state]),
  )
  const facts: Facts = {
    ...(sex && { sex: sex.value }),
    ...(pregnant && { pregnant: pregnant.value }),
    ...(lactating && { lactating: lactating.value }),
    conditions,
    labs: labsOf(patient),
  }
  if (!age) return [facts]
  const days = age.minDays === age.maxDays ? [age.minDays] : [age.minDays, age.maxDays]
  return days.map((ageDays) => ({ ...facts, ageDays }))
}

/** The values of now. */
const labsOf = onceAPatient(({ measures, age }: Patient): readonly Lab[] =>
  measures
    .filter(({ earlier }) => !earlier)
    .map((measure) => {
      const usual = measure.upperLimit === undefined ? usualUpperLimits(measure, age) : undefined
      return { ...labOf(measure), ...(usual && { usualUpperLimits: usual }) }
    }),
)

/** A value of a record as the criteria language takes it; an eGFR is per 1.73 m2, written or not. */
export function labOf({
  what,
  value,
  unit,
  at,
  comparator,
  upTo,
  upperLimit,
}: Patient['measures'][number]): Lab {
  return {
    what,
    value,
    unit: what === 'egfr' && unit === 'mL/min' ? 'mL/min/{1.73_m2}' : unit,
    ...(at !== undefined && { at }),
    ...(comparator !== undefined && { comparator }),
    ...(upTo !== undefined && { upTo }),
    ...(upperLimit !== undefined && { upperLimit }),
  }
}
