import { readFileSync } from 'node:fs'
import { inBase, dimensionOf } from '../../../src/finder/eligibility/ucum.ts'
import { compareDecimals, readDecimal } from '../../../src/finder/eligibility/decimal.ts'
import { readNote } from '../../../src/finder/matching/note/read-note.ts'
import type {
  Evidence,
  Finding,
  Measured,
  Patient,
  Treatment,
} from '../../../src/finder/matching/patient/patient.ts'
import { tokens } from '../../../src/finder/vocabulary/fold.ts'
import { openDrugs } from '../../../src/finder/vocabulary/drugs.ts'
import { openVocabulary } from '../../../src/finder/vocabulary/vocabulary.ts'
import type { Vocabulary } from '../../../src/finder/vocabulary/concept.ts'
import { isMeasureNamed } from './measure-names.ts'

/** One fact, or one trap, as a reader annotated it; `README.md` has the rules. */
interface NoteFact {
  readonly type: string
  readonly name?: string
  readonly words?: string
  readonly value?: string
  readonly unit?: string
  readonly state?: string
  readonly alt?: readonly string[]
  readonly inferred?: boolean
}

interface AnnotatedNote {
  readonly id: string
  readonly language: 'en' | 'fr'
  readonly note: string
  readonly facts: readonly NoteFact[]
  readonly absentFacts?: readonly NoteFact[]
}

interface Count {
  readonly half: 'developed on' | 'held out'
  readonly language: 'en' | 'fr'
  /** A type of fact, `trap`, or `finding` for what was read beside what was annotated. */
  readonly kind: string
  all: number
  right: number
}

/** How many facts of each half, language and kind there are, and how many were read right. */
export type NoteFigures = readonly Readonly<Count>[]

/**
 * Holds the reading of notes against their annotated facts; `say` gets what was not read right in the even
 * numbered notes. The odd ones are held out: they are counted only, and never shown.
 */
export function measureNotes(say: (text: string) => void = () => undefined): NoteFigures {
  return measureFile('notes.json', say, (id) =>
    Number(/\d+$/.exec(id)?.[0]) % 2 === 0 ? 'developed on' : 'held out',
  )
}

/** The same of notes that were written later: those of `notes-later.json`, looked at, and those of `notes-later-held.json`. */
export function measureLaterNotes(say: (text: string) => void = () => undefined): NoteFigures {
  return [
    ...measureFile('notes-later.json', say, () => 'developed on'),
    ...measureFile('notes-later-held.json', say, () => 'held out'),
  ]
}

function measureFile(
  name: string,
  say: (text: string) => void,
  halfOf: (id: string) => Count['half'],
): NoteFigures {
  const file = new URL(`./${name}`, import.meta.url)
  const notes = JSON.parse(readFileSync(file, 'utf8')) as readonly AnnotatedNote[]
  const vocabulary = openVocabulary()
  const counts = new Map<string, Count>()
  for (const one of notes) {
    const half = halfOf(one.id)
    const count = (kind: string, isRight: boolean): void => {
      const key = `${half} ${one.language} ${kind}`
      const { language } = one
      const known = counts.get(key) ?? { half, language, kind, all: 0, right: 0 }
      known.all++
      if (isRight) known.right++
      counts.set(key, known)
    }
    const told = half === 'developed on' ? say : () => undefined
    measureOne(one, readNote(one.note, { vocabulary }), vocabulary, count, told)
  }
  return [...counts.values()]
}

function measureOne(
  { id, note, facts, absentFacts = [] }: AnnotatedNote,
  patient: Patient,
  vocabulary: Vocabulary,
  count: (kind: string, isRight: boolean) => void,
  say: (text: string) => void,
): void {
  const reader: Reader = { note, patient, vocabulary }
  for (const fact of facts) {
    if (fact.inferred) continue
    const isRight = isRead(fact, facts, reader)
    count(fact.type, isRight)
    if (!isRight) say(`${id} missed ${shown(fact)}${nearest(fact, reader)}`)
  }
  for (const trap of absentFacts) {
    const isAvoided = !isFallenInto(trap, facts, reader)
    count('trap', isAvoided)
    if (!isAvoided) say(`${id} trap ${shown(trap)}`)
  }
  const conditions = facts.filter(({ words }) => words !== undefined)
  const seen = new Set<string>()
  for (const finding of patient.findings) {
    const key = `${finding.term} ${stateOf(finding)}`
    if (finding.presence === 'mentioned' || finding.rule || seen.has(key)) continue
    seen.add(key)
    const isAnnotated = conditions.some((fact) => isSameFinding(fact, finding, reader))
    count('finding', isAnnotated)
    if (!isAnnotated) say(`${id} extra ${key} [${finding.words}]`)
  }
}

/** A trap counts where the reading of it is not that of a fact whose words it shares, and an age is not a narrower one. */
function isFallenInto(trap: NoteFact, facts: readonly NoteFact[], reader: Reader): boolean {
  const { patient } = reader
  if (trap.type === 'age')
    return isSameAge(trap, patient) && (patient.age?.value ?? 0) === Math.floor(Number(trap.value))
      ? isWholeYear(patient)
      : false
  if (trap.type !== 'condition') return isRead(trap, [], reader)
  const explained = (one: Finding) =>
    facts.some(
      (fact) =>
        fact.type === 'condition' &&
        fact.state === stateOf(one) &&
        isSameFinding(fact, one, reader),
    )
  const term = reader.vocabulary.byName(trap.name ?? '')?.term
  return patient.findings.some(
    (one) =>
      stateOf(one) === trap.state &&
      isSameFinding(trap, one, reader) &&
      (one.term === term || !explained(one)),
  )
}

function isWholeYear({ age }: Patient): boolean {
  return age !== undefined && (age.unit !== 'year' || age.maxDays - age.minDays > 300)
}

interface Reader {
  readonly note: string
  readonly patient: Patient
  readonly vocabulary: Vocabulary
}

function isRead(fact: NoteFact, others: readonly NoteFact[], reader: Reader): boolean {
  const { patient } = reader
  const states = [fact.state, ...(fact.alt ?? [])]
  switch (fact.type) {
    case 'age':
      return isSameAge(fact, patient)
    case 'sex':
      return patient.sex?.value === fact.value
    case 'pregnant':
      return patient.pregnant?.value === fact.value
    case 'lactating':
      return patient.lactating?.value === fact.value
    case 'smoking':
      return patient.smoking?.value === fact.value
    case 'condition':
      return patient.findings.some(
        (one) => states.includes(stateOf(one)) && isSameFinding(fact, one, reader),
      )
    case 'treatment':
      return (
        patient.treatments.some(
          (one) => states.includes(useOf(one)) && isSameTreatment(fact, one, reader),
        ) ||
        (states.includes('allergy') &&
          patient.allergies.some(
            (one) => one.presence === 'present' && isSameTreatment(fact, one, reader),
          ))
      )
    case 'measure':
      return patient.measures.some((one) => isSameMeasure(fact, others, one))
  }
  return false
}

const dayLengths: Readonly<Record<string, number>> = { a: 365.25, mo: 30.4375, wk: 7, d: 1 }

/** The days our age may mean lie within those the annotated one means. */
function isSameAge({ value = '', unit = 'a' }: NoteFact, { age }: Patient): boolean {
  if (!age) return false
  const length = dayLengths[unit] ?? 365.25
  const from = Number(value) * length
  const step = (value.includes('.') ? 0.5 : 1) * length
  return age.minDays >= from - 3 && age.maxDays <= from + step + 3
}

function stateOf({ presence, when, of }: Finding): string {
  if (of === 'family') return 'family'
  if (presence === 'present') return when === 'history' ? 'past' : 'present'
  return presence
}

function useOf({ presence, when, course }: Treatment): string {
  if (course === 'planned') return 'planned'
  if (presence === 'present') return when === 'history' ? 'past' : 'current'
  return presence
}

function isSameFinding(fact: NoteFact, finding: Finding, reader: Reader): boolean {
  const term = fact.name && reader.vocabulary.byName(fact.name)?.term
  return term === finding.term || overlaps(fact, finding.words, finding.evidence, reader.note)
}

function isSameTreatment(
  fact: NoteFact,
  treatment: { readonly name: string; readonly evidence: Evidence },
  { note }: Reader,
): boolean {
  const drugs = openDrugs()
  const wanted = new Set(
    (fact.name ?? '').split(/[/-]/).length > 1 && drugs.byName(fact.name ?? '').length === 0
      ? []
      : drugs.byName(fact.name ?? '').flatMap(({ substances }) => substances),
  )
  const own = drugs.byName(treatment.name).flatMap(({ substances }) => substances)
  return (
    own.some((one) => wanted.has(one)) || overlaps(fact, treatment.name, treatment.evidence, note)
  )
}

/** The words of the fact and those read share characters of the note. */
function overlaps({ words }: NoteFact, read: string, evidence: Evidence, note: string): boolean {
  if (!words) return false
  const own = placesOf(evidence.text, read).map((at) => at + (evidence.start ?? 0))
  return placesOf(note, words).some((at) =>
    own.some((place) => place < at + words.length && at < place + read.length),
  )
}

function placesOf(text: string, part: string): number[] {
  const [all, sought] = [text.toLowerCase(), part.toLowerCase()]
  const places: number[] = []
  if (sought === '') return places
  for (let at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, at + 1)) places.push(at)
  return places
}

/** Name, value and unit; an earlier value is known to be earlier where a later one is annotated too. */
function isSameMeasure(fact: NoteFact, facts: readonly NoteFact[], measured: Measured): boolean {
  const { name = '', value = '', unit = '', state } = fact
  if (!isMeasureNamed(measured.what, name)) return false
  if (!isSameValue(measured.value, measured.unit, value, unit)) return false
  const both = facts.filter((one) => one.type === 'measure' && one.name === name)
  if (!both.some((one) => one.state !== state)) return true
  return (measured.earlier === true) === (state === 'earlier')
}

const sameUnits: Readonly<Record<string, string>> = {
  '{score}': '1',
  '{INR}': '1',
  '{index}': '1',
  '[pH]': '1',
  '{T-score}': '1',
  '/mm3': '/uL',
}

function isSameValue(value: string, unit: string, other: string, otherUnit: string): boolean {
  const plain = (one: string) => (sameUnits[one] ?? one).replace('[IU]', 'U')
  const [a, b] = [readDecimal(value), readDecimal(other)]
  if (!a || !b) return value === other && plain(unit) === plain(otherUnit)
  if (plain(unit) === plain(otherUnit)) return compareDecimals(a, b) === 0
  if (otherUnit === 'cm[Hg]' && unit === 'mm[Hg]') return Number(value) === Number(other) * 10
  const known = dimensionOf(unit)
  if (known === undefined || known !== dimensionOf(otherUnit)) return false
  const [first, second] = [inBase(a, unit), inBase(b, otherUnit)]
  return first !== undefined && second !== undefined && compareDecimals(first, second) === 0
}

function shown({ type, name = '', words = '', value = '', unit = '', state = '' }: NoteFact) {
  return [type, name, words && `[${words}]`, value, unit, state].filter(Boolean).join(' ')
}

/** What was read instead, to see why. */
function nearest(fact: NoteFact, { note, patient }: Reader): string {
  if (fact.type === 'age') return ` (read ${patient.age?.value} ${patient.age?.unit})`
  if (fact.type === 'sex') return ` (read ${patient.sex?.value})`
  if (fact.type === 'measure')
    return ` (read ${patient.measures
      .filter(({ value }) => Number(value) === Number(fact.value) || tokens(value).length === 0)
      .map(({ what, value, unit, earlier }) => `${what} ${value} ${unit}${earlier ? ' e' : ''}`)
      .join(', ')})`
  const states =
    fact.type === 'condition'
      ? patient.findings
          .filter((one) => overlaps(fact, one.words, one.evidence, note))
          .map((one) => `${one.term} ${stateOf(one)}`)
      : patient.treatments
          .filter((one) => overlaps(fact, one.name, one.evidence, note))
          .map((one) => `${one.name} ${useOf(one)}`)
  return states.length > 0 ? ` (read ${states.join(', ')})` : ''
}
