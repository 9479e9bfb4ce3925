import type { Evidence } from '../patient/patient.ts'
import { readable } from '../patient/readable.ts'

/** Why something in a record was not read, or not counted; a door puts it into words. */
export type ProblemKind =
  | 'notJson'
  | 'notRecord'
  | 'notBundle'
  | 'notList'
  | 'empty'
  | 'severalPeople'
  | 'noPatient'
  | 'otherPeople'
  | 'whose'
  | 'birthDate'
  | 'tooMany'
  | 'morePages'
  | 'shape'
  | 'modifier'
  | 'reference'
  | 'code'
  | 'disease'
  | 'medicine'
  | 'measure'
  | 'unit'
  | 'value'
  | 'status'
  | 'date'
  | 'conflict'
  | 'old'
  | 'type'
  | 'narrative'
  | 'nothing'
  | 'more'

/** Something in a record that was not read, as a value: what, where, and how often. */
export interface BundleProblem {
  readonly kind: ProblemKind
  /** `Bundle`, a resource (`Condition/123`), or a type of resources where there are several. */
  readonly place: string
  /** What it is about, as it is written: codes, names, units; a dozen at most. */
  readonly about: readonly string[]
  readonly count: number
}

/** Gathers what is not read: like things are counted together, and the list is never long. */
export class Problems {
  readonly #groups = new Map<string, Group>()
  readonly #notUnderstood = new Map<string, Evidence>()
  readonly #unnamed = new Map<string, Evidence>()
  #hasMore = false

  /** `about` names it; `words` (the same, where not said) are what a criterion may touch. */
  add(
    place: string,
    kind: ProblemKind,
    about = '',
    words: string | readonly string[] = about,
  ): void {
    const type = place.split('/')[0] ?? place
    const key = `${kind} ${type}`
    const group = this.#groups.get(key) ?? { kind, place, type, about: new Set(), count: 0 }
    this.#groups.set(key, group)
    group.count++
    const named = readable(about).trim().slice(0, longestName)
    if (named !== '' && group.about.size < mostNames) group.about.add(named)
    if (ofNobody.has(kind)) return
    for (const one of typeof words === 'string' ? [words] : words) this.#keepWords(place, one)
    if (mayBeAnything.has(kind) && mayBeOfAnyKind.has(type) && this.#unnamed.size < mostUnnamed)
      this.#unnamed.set(place, { resource: place, text: named || place })
  }

  #keepWords(place: string, words: string): void {
    const text = readable(words).trim().slice(0, longestWords)
    if (text === '' || this.#notUnderstood.has(text)) return
    if (this.#notUnderstood.size < mostWords)
      this.#notUnderstood.set(text, { resource: place, text })
    else this.#hasMore = true
  }

  /** The problems in the order they were met. */
  list(): readonly BundleProblem[] {
    const all = [...this.#groups.values()].map(
      ({ kind, place, type, about, count }): BundleProblem => ({
        kind,
        place: count === 1 ? place : type,
        about: [...about],
        count,
      }),
    )
    // That something was left is said first: a long list must not hide it.
    all.sort((a, b) => Number(b.kind === 'tooMany') - Number(a.kind === 'tooMany'))
    if (all.length <= mostProblems) return all
    const rest = all.slice(mostProblems).reduce((sum, { count }) => sum + count, 0)
    return [
      ...all.slice(0, mostProblems),
      { kind: 'more', place: 'Bundle', about: [], count: rest },
    ]
  }

  /** The words of the person's record that were not understood. */
  notUnderstood(): readonly Evidence[] {
    return [...this.#notUnderstood.values()]
  }

  /** What does not say in words what it is; the whole record, where more was not understood than is kept. */
  unnamed(): readonly Evidence[] {
    const all = { resource: 'Bundle', text: 'Bundle' }
    return this.#hasMore ? [...this.#unnamed.values(), all] : [...this.#unnamed.values()]
  }
}

interface Group {
  readonly kind: ProblemKind
  readonly place: string
  readonly type: string
  readonly about: Set<string>
  count: number
}

const mostProblems = 50
const mostNames = 12
const longestName = 80
const mostWords = 300
const longestWords = 300
const mostUnnamed = 20

/** Kinds of problems after which not even the name of a thing is known. */
const mayBeAnything: ReadonlySet<ProblemKind> = new Set([
  'code',
  'nothing',
  'reference',
  'narrative',
  'morePages',
  'tooMany',
])

/** Types of which one that is not known may be what a criterion asks about. */
const mayBeOfAnyKind: ReadonlySet<string> = new Set([
  'Bundle',
  'Composition',
  'Condition',
  'Procedure',
  'AllergyIntolerance',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationUsage',
  'MedicationAdministration',
  'MedicationDispense',
])

/** Kinds that say nothing of this person. */
const ofNobody: ReadonlySet<ProblemKind> = new Set(['whose', 'otherPeople', 'birthDate', 'old'])
