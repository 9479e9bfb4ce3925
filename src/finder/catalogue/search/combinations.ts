import type { LoadedSegment } from '../segment/loaded.ts'

/** Columns of small numbers that several filters are told from. */
export const smallColumns = [
  'status',
  'phases',
  'type',
  'sponsorClass',
  'masking',
  'flags',
] as const

/** One of them. */
export type SmallColumn = (typeof smallColumns)[number]

/**
 * For each study of a segment the number of its combination of values: of all small columns, of its categories, of its
 * countries. There are some thousands for hundreds of thousands of studies, and they are numbered alike in all segments: so what
 * depends on them is worked out once a combination, and counting a study adds one to a number.
 */
export interface CombinationColumns {
  readonly small: CombinationColumn
  readonly categories: CombinationColumn
  readonly countries: CombinationColumn
}

/** Numbers of combinations by document; of 32 bits where there are more than 65,536. */
export type CombinationColumn = Uint16Array | Uint32Array

/** What each combination that was met stands for, by its number. */
export const combinations: {
  readonly small: Readonly<Record<SmallColumn, number>>[]
  /** Bits, as the column has them. */
  readonly categories: number[]
  /** Codes of countries, as records have them. */
  readonly countries: (readonly string[])[]
} = { small: [], categories: [], countries: [] }

const numbers = {
  small: new Map<number, number>(),
  categories: new Map<number, number>(),
  countries: new Map<string, number>(),
}

const kept = new WeakMap<LoadedSegment, CombinationColumns>()

/** The combinations of a segment's studies; made when they are first asked for. */
export function combinationsOf(loaded: LoadedSegment): CombinationColumns {
  const known = kept.get(loaded)
  if (known) return known
  const made = {
    small: smallColumn(loaded),
    categories: categoryColumn(loaded),
    countries: countryColumn(loaded),
  }
  kept.set(loaded, made)
  return made
}

/** The column in the fewest bits that hold all of its numbers. */
export function inFewestBits(column: Uint32Array): CombinationColumn {
  return column.every((number) => number < 65_536) ? Uint16Array.from(column) : column
}

function smallColumn({ columns }: LoadedSegment): CombinationColumn {
  const all = smallColumns.map((name) => columns[name])
  const column = new Uint32Array(columns.nct.length)
  for (let doc = 0; doc < column.length; doc++) {
    let key = 0
    // Six bytes: more than bits can be shifted, less than a number holds exactly.
    for (const values of all) key = key * 256 + (values[doc] as number)
    let number = numbers.small.get(key)
    if (number === undefined) {
      const values = smallColumns.map((name, index) => [name, all[index]?.[doc] ?? 0])
      number = combinations.small.push(Object.fromEntries(values)) - 1
      numbers.small.set(key, number)
    }
    column[doc] = number
  }
  return inFewestBits(column)
}

function categoryColumn({ columns }: LoadedSegment): CombinationColumn {
  return inFewestBits(
    Uint32Array.from(columns.categories, (bits) => {
      const known = numbers.categories.get(bits)
      if (known !== undefined) return known
      const number = combinations.categories.push(bits) - 1
      numbers.categories.set(bits, number)
      return number
    }),
  )
}

function countryColumn({ columns, segment }: LoadedSegment): CombinationColumn {
  const { country, countryStart } = columns
  const column = new Uint32Array(columns.nct.length)
  // Most studies are in one country, or none: those need no text.
  const ofOne = new Map<number, number>()
  for (let doc = 0; doc < column.length; doc++) {
    const start = countryStart[doc] as number
    const end = countryStart[doc + 1] as number
    const single = end - start > 1 ? undefined : end > start ? (country[start] as number) : -1
    let number = single === undefined ? undefined : ofOne.get(single)
    if (number === undefined) {
      number = countriesNumber(
        Array.from(country.subarray(start, end), (one) => segment.countries[one] ?? ''),
      )
      if (single !== undefined) ofOne.set(single, number)
    }
    column[doc] = number
  }
  return inFewestBits(column)
}

function countriesNumber(codes: readonly string[]): number {
  const key = codes.join(' ')
  const known = numbers.countries.get(key)
  if (known !== undefined) return known
  const number = combinations.countries.push(codes) - 1
  numbers.countries.set(key, number)
  return number
}
