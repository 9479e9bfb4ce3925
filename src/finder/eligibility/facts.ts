import type { Verdict } from './logic.ts'

/** What is known about a person. Whatever is left out was not said. */
export interface Facts {
  readonly ageDays?: number
  readonly sex?: 'FEMALE' | 'MALE'
  readonly weight?: { readonly value: number | string; readonly unit: string }
  readonly pregnant?: YesNo
  readonly lactating?: YesNo
  readonly healthyVolunteer?: boolean
  /** By the vocabulary's term. */
  readonly conditions?: Readonly<Record<string, 'present' | 'absent' | 'unknown'>>
  readonly labs?: readonly Lab[]
  /** By criterion id: whether what it says is so. */
  readonly answers?: Readonly<Record<string, Answer>>
}

/** What is known of something that is so or not. */
export type YesNo = 'yes' | 'no' | 'unknown'

/** `not sure` was said and stays unknown; `skip` is silence. */
export type Answer = 'yes' | 'no' | 'not sure' | 'skip'

/** How a value that is a bound is meant. */
export type Comparator = '<' | '<=' | '>' | '>='

/** A measured value; its unit as UCUM. A later `at` (ISO 8601) wins. */
export interface Lab {
  /** The code of a measure: `neutrophils`, `temperature`, `ecog`. */
  readonly what: string
  readonly value: number | string
  readonly unit: string
  /** Where the value is a bound, not a point: `<` 15 is below 15. */
  readonly comparator?: Comparator
  /** Where the value is a range: from `value` to this, both included. */
  readonly upTo?: number | string
  readonly at?: string
  /** The laboratory's own upper limit of normal, in the same unit: needed for "2.5 x ULN". */
  readonly upperLimit?: number | string
  /** Where it is not known: the lowest and the highest that laboratories have. What differs between them is not told. */
  readonly usualUpperLimits?: readonly [string, string]
}

/** The verdict an answer gives, or undefined when nothing was said. */
export function verdictOfAnswer(answer: Answer | undefined): Verdict | undefined {
  if (answer === undefined || answer === 'skip') return undefined
  if (answer === 'not sure') return 'unknown'
  return answer === 'yes' ? 'met' : 'not met'
}

/** The latest value of a measure; weight may be given on its own. Two values of one time that differ are no value. */
export function latest(facts: Facts, code: string): Lab | undefined {
  const rivals = latestOf(facts, code)
  const last = rivals.at(-1)
  return rivals.every((lab) => written(lab) === (last && written(last))) ? last : undefined
}

/** All values of a measure of the latest time: of several that differ, only what is so of each is told. */
export function latestOf(facts: Facts, code: string): readonly Lab[] {
  const own: Lab[] = code === 'weight' && facts.weight ? [{ what: code, ...facts.weight }] : []
  const values = [...(facts.labs ?? []), ...own].filter((lab) => lab.what === code)
  const sorted = values.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
  const last = sorted.at(-1)
  return sorted.filter((lab) => lab.at === last?.at)
}

function written({ comparator, value, upTo, unit }: Lab): string {
  return `${comparator ?? ''} ${value} ${upTo ?? ''} ${unit}`
}
