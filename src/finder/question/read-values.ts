import { ageSpan, type Age, type AgeSpan, type AgeUnit } from '../registry/ages.ts'
import { kmFromMiles } from '../places/distance.ts'
import {
  type FilterName,
  type FilterRow,
  filterTable,
  valuesOfGroup,
} from '../catalogue/model/filter-table.ts'
import type { Query } from '../catalogue/model/query.ts'
import type { SingleFilter } from './asked.ts'

/**
 * What every door reads alike of a question in words: an age, a distance, a point, who and how many.
 * Each answers undefined for what it cannot read; the door says so in its own words.
 */

/** An age such as `2y`, `8mo`, `6w`, `10d`, `3 years`, `8 mois`, `18` (years) or `baby`, as the days it can mean; at most 130 years. */
export function readAge(text: string): AgeSpan | undefined {
  const age = readSaidAge(text)
  return age ? ageSpan(age) : readAgeWord(text)
}

/**
 * The days that a word for a child can mean: a baby is under two years old, a newborn under three months, a toddler from one to
 * four, a teenager from twelve to seventeen, a child under eighteen.
 */
export function readAgeWord(text: string): AgeSpan | undefined {
  const kind = ageWordKind(text)
  return kind && ageKinds[kind]
}

/** Which of these a word for a child means, to be said again in the reader's language. */
export function ageWordKind(text: string): AgeKind | undefined {
  return ageWords.get(text.trim().toLowerCase().normalize('NFC'))
}

/** The same age as its number and its unit, to be said again in words. */
export function readSaidAge(text: string): Age | undefined {
  const [, digits = '', word = ''] = /^(\d{1,5}) ?(\p{L}{0,8})$/u.exec(text.trim()) ?? []
  const unit = word === '' ? 'year' : ageUnits.get(word.toLowerCase())
  if (digits === '' || !unit) return undefined
  const age = { value: Number(digits), unit }
  return ageSpan(age).least <= mostAgeDays ? age : undefined
}

/** A distance such as `25km`, `10mi`, `10 miles` or `25` (km), in kilometres; at most half way round the Earth. */
export function readDistanceKm(text: string): number | undefined {
  const [, digits = '', word = ''] =
    /^(\d{1,6}(?:\.\d{1,3})?) ?(km|kms|mi|mile|miles)?$/i.exec(text.trim()) ?? []
  if (digits === '') return undefined
  const isMiles = word.toLowerCase().startsWith('mi')
  const km = isMiles ? kmFromMiles(Number(digits)) : Number(digits)
  return km <= mostKm ? km : undefined
}

/** Whether a distance was typed in miles, as `10mi`. */
export function isInMiles(text: string): boolean {
  return /^\s*\d{1,6}(?:\.\d{1,3})? ?mi[a-z]*\s*$/i.test(text)
}

/** In what distances are to be said: `km` or `mi`. */
export function readUnits(text: string): 'km' | 'mi' | undefined {
  return (['km', 'mi'] as const).find((unit) => unit === text.trim().toLowerCase())
}

/** `female`, `f`, `femme`, `male`, `m`, `homme`, in any case. */
export function readSex(text: string): Query['sex'] {
  return sexes.get(text.trim().toLowerCase())
}

/** One of the orders results can have. */
export function readSort(text: string): Query['sort'] {
  return (['best', 'nearest', 'newest', 'updated'] as const).find((sort) => sort === text.trim())
}

/** A page number: 1 is the first, 500 the last. */
export function readPage(text: string): number | undefined {
  return /^(?:[1-9]\d?|[1-4]\d\d|500)$/.test(text.trim()) ? Number(text) : undefined
}

/** A span of time such as `30d`, `6mo` or `1y`, in days: written like an age, but always with its unit. */
export function readSpanDays(text: string): number | undefined {
  return /\p{L}$/u.test(text.trim()) ? readAge(text)?.least : undefined
}

/** `1`, `true`, `yes` or `oui`: the only way to set what is set or not. */
export function readYes(text: string): true | undefined {
  return /^(?:1|true|yes|oui)$/i.test(text.trim()) ? true : undefined
}

/** How many studies a page holds: 1 to 100. */
export function readPageSize(text: string): number | undefined {
  return /^(?:[1-9]\d?|100)$/.test(text.trim()) ? Number(text) : undefined
}

/** A value of a filter as the catalogue knows it; undefined when there is none such. */
export function readChoice(filter: FilterName, text: string): string | undefined {
  const row: FilterRow = filterTable[filter]
  const wanted = text.toLowerCase()
  return row.values.find((value) => value.toLowerCase() === wanted) ?? row.find?.(text)
}

/** The values of a filter that a text means: one of them, or all of a group; undefined when it means none. */
export function readChoices(filter: FilterName, text: string): readonly string[] | undefined {
  const value = readChoice(filter, text)
  return value === undefined ? valuesOfGroup(filter, text) : [value]
}

/** The text of a filter that holds one, as a query holds it; undefined for what it cannot be. */
export function readSingle(filter: SingleFilter, text: string): string | number | true | undefined {
  switch (filterTable[filter].kind) {
    case 'yes':
      return readYes(text)
    case 'span':
      return readSpanDays(text)
    case 'one':
      return readChoice(filter, text)
  }
}

const inTheirTeens: AgeSpan = {
  least: ageSpan({ value: 12, unit: 'year' }).least,
  most: ageSpan({ value: 17, unit: 'year' }).most,
}
const ageKinds = {
  baby: { least: 0, most: 2 * 365 },
  newborn: { least: 0, most: 92 },
  toddler: { least: 365, most: 4 * 366 },
  teenager: inTheirTeens,
  child: { least: 0, most: inTheirTeens.most },
} as const satisfies Record<string, AgeSpan>

/** A time of childhood that has a word of its own. */
export type AgeKind = keyof typeof ageKinds

const ageWords: ReadonlyMap<string, AgeKind> = new Map([
  ...named('baby', 'baby', 'infant', 'bébé', 'bebe', 'bb', 'nourrisson'),
  ...named('newborn', 'newborn', 'nouveau-né', 'nouveau né', 'nouveau-née', 'nouveau née'),
  ...named('toddler', 'toddler'),
  ...named('teenager', 'teen', 'teens', 'teenage', 'teenager', 'teenagers', 'adolescent'),
  ...named('teenager', 'ado', 'ados', 'adolescente'),
  ...named('child', 'child', 'kid', 'kiddo', 'enfant'),
])

const mostAgeDays = 130 * 366
const mostKm = 20_038

const ageUnits: ReadonlyMap<string, AgeUnit> = new Map([
  ...named('year', 'y', 'yr', 'yrs', 'year', 'years', 'a', 'an', 'ans'),
  ...named('month', 'mo', 'mos', 'm', 'month', 'months', 'mois'),
  ...named('week', 'w', 'wk', 'wks', 'week', 'weeks', 'sem', 'semaine', 'semaines'),
  ...named('day', 'd', 'day', 'days', 'j', 'jour', 'jours'),
])

const sexes: ReadonlyMap<string, 'FEMALE' | 'MALE'> = new Map([
  ...named('FEMALE', 'f', 'female', 'femme'),
  ...named('MALE', 'm', 'male', 'homme'),
])

function named<Value extends string>(value: Value, ...words: string[]): [string, Value][] {
  return words.map((word) => [word, value])
}
