import type {
  Allergy,
  Evidence,
  Finding,
  Line,
  Measured,
  Presence,
  Evidenced,
  Treatment,
} from '../patient/patient.ts'
import { type Observation, measuredIn } from './observation.ts'
import { type Coded, codesOf, codedWords } from './shapes.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { namedIn } from '../patient/named.ts'

/** Facts as they are gathered, resource by resource. */
export interface Gathered {
  readonly findings: Finding[]
  readonly measures: Measured[]
  readonly treatments: Treatment[]
  readonly allergies: Allergy[]
  readonly lines: Line[]
  pregnant?: Evidenced<'yes' | 'no'>
  smoking?: Evidenced<'current' | 'former' | 'never'>
}

interface Standing {
  readonly presence: Presence
  readonly when: Finding['when']
  readonly of: Finding['of']
}

/** A disease as a resource codes it; a name the vocabulary does not know stays as words to search by. */
export function addNamed(
  gathered: Gathered,
  coded: Coded | undefined,
  standing: Standing,
  evidence: Evidence,
  vocabulary: Vocabulary,
): void {
  const words = codedWords(coded)
  for (const { start, end, term } of namedIn(words, vocabulary))
    gathered.findings.push({ term, words: words.slice(start, end), ...standing, evidence })
  addLine(gathered, words, standing, evidence)
}

/** Keeps the words of a resource for questions of the text; they count as said only where they are so of the patient. */
export function addLine(
  { lines }: Gathered,
  words: string,
  { presence, of }: Pick<Standing, 'presence' | 'of'>,
  evidence: Evidence,
): void {
  const isSo = of === 'patient' && (presence === 'present' || presence === 'possible')
  lines.push({ evidence, affirmed: isSo ? words : '' })
}

/** The standing of a Condition: refuted is absent; unconfirmed is possible; inactive and resolved are history. Undefined: entered in error. */
export function conditionStandingOf(
  verification: Coded | undefined,
  clinical: Coded | undefined,
): Standing | undefined {
  const verified = codesOf(verification)
  if (verified.includes('entered-in-error')) return undefined
  const isPossible = verified.some((code) =>
    /^(?:unconfirmed|provisional|differential)$/.test(code),
  )
  const isPast = codesOf(clinical).some((code) => /^(?:inactive|resolved|remission)$/.test(code))
  const presence = verified.includes('refuted') ? 'absent' : isPossible ? 'possible' : 'present'
  return { presence, when: isPast ? 'history' : 'now', of: 'patient' }
}

/** An observation: a measured value, or pregnancy or smoking said by code. */
export function addObservation(gathered: Gathered, seen: Observation, evidence: Evidence): void {
  if (/^(?:entered-in-error|cancelled|unknown)$/.test(seen.status ?? '')) return
  gathered.measures.push(...measuredIn(seen, evidence))
  const about = codedWords(seen.code)
  const value = (codedWords(seen.valueCodeableConcept) || seen.valueString || '').slice(0, 500)
  const codes = codesOf(seen.code)
  if (codes.includes('82810-3') || /pregnan(?:cy status|t)/i.test(about)) {
    const isNot = /\bnot\b|\bno\b|negative/i.test(value) || seen.valueBoolean === false
    const isSo = /pregnant|^yes|positive/i.test(value) || seen.valueBoolean === true
    if (isNot || isSo) gathered.pregnant ??= { value: isNot ? 'no' : 'yes', evidence }
  }
  if (codes.includes('72166-2') || /(?:tobacco|smoking) (?:smoking )?status/i.test(about)) {
    const smokes = smokingOf(value)
    if (smokes) gathered.smoking ??= { value: smokes, evidence }
  }
  addLine(gathered, `${about} ${value}`, { presence: 'mentioned', of: 'patient' }, evidence)
}

function smokingOf(value: string): 'current' | 'former' | 'never' | undefined {
  if (/never|non-?smoker/i.test(value)) return 'never'
  if (/former|ex-?smoker|quit/i.test(value)) return 'former'
  return /current|smoker|every day|some day/i.test(value) ? 'current' : undefined
}

/** A medicine or procedure by its status; undefined for what was entered in error or never known. */
export function addTreatment(
  gathered: Gathered,
  name: string,
  status: string,
  evidence: Evidence,
): void {
  if (name === '' || /^(?:entered-in-error|draft|unknown)$/.test(status)) return
  const presence: Presence = /^(?:not-taken|not-done)$/.test(status)
    ? 'absent'
    : /^(?:intended|preparation|cancelled)$/.test(status)
      ? 'mentioned'
      : 'present'
  const isPast = /^(?:completed|stopped|ended)$/.test(status)
  gathered.treatments.push({
    name: name.toLowerCase(),
    presence,
    when: isPast ? 'history' : 'now',
    evidence,
  })
  addLine(gathered, name, { presence, of: 'patient' }, evidence)
}
