import { ageSpan, type Age, type AgeSpan, type AgeUnit } from '../eligibility/ages.ts'
import { countryCode, countryCodes } from '../places/countries.ts'
import { kmFromMiles } from '../places/distance.ts'
import { categories } from '../vocabulary/categories.ts'
import type { Near, Query } from '../catalogue/model/query.ts'

/**
 * What every door reads alike of a question in words: an age, a distance, a point, who and how many.
 * Each answers undefined for what it cannot read; the door says so in its own words.
 */

/** An age such as `2y`, `8mo`, `6w`, `10d`, `3 years`, `8 mois` or `18` (years), as the days it can mean; at most 130 years. */
export function readAge(text: string): AgeSpan | undefined {
  const age = readSaidAge(text)
  return age && ageSpan(age)
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

/** A point such as `48.81,2.35`: latitude then longitude, in degrees. */
export function readPoint(text: string): Near | undefined {
  const degrees = '([+-]?\\d{1,3}(?:\\.\\d{1,20})?)'
  const [, lat = '', lon = ''] = new RegExp(`^${degrees} ?, ?${degrees}$`).exec(text.trim()) ?? []
  if (lat === '' || lon === '') return undefined
  const point = { lat: rounded(lat), lon: rounded(lon) }
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : undefined
}

/** `female`, `f`, `femme`, `male`, `m`, `homme`, in any case. */
export function readSex(text: string): Query['sex'] {
  return sexes.get(text.trim().toLowerCase())
}

/** One of the orders results can have. */
export function readSort(text: string): Query['sort'] {
  return (['best', 'nearest', 'newest', 'updated'] as const).find((sort) => sort === text.trim())
}

/** A page number: 1 is the first. */
export function readPage(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text.trim()) ? Number(text) : undefined
}

/** A span of time such as `30d`, `6mo` or `1y`, in days: written like an age, but always with its unit. */
export function readSpanDays(text: string): number | undefined {
  return /\p{L}$/u.test(text.trim()) ? readAge(text)?.least : undefined
}

/** The registry's own values for the filters, in the order in which a seeker cares for them. */
export const choices = {
  status: [
    'RECRUITING',
    'NOT_YET_RECRUITING',
    'ENROLLING_BY_INVITATION',
    'ACTIVE_NOT_RECRUITING',
    'SUSPENDED',
    'COMPLETED',
    'TERMINATED',
    'WITHDRAWN',
    'UNKNOWN',
    'AVAILABLE',
    'NO_LONGER_AVAILABLE',
    'TEMPORARILY_NOT_AVAILABLE',
    'APPROVED_FOR_MARKETING',
    'WITHHELD',
  ],
  phase: ['EARLY_PHASE1', 'PHASE1', 'PHASE2', 'PHASE3', 'PHASE4', 'NA'],
  type: ['INTERVENTIONAL', 'OBSERVATIONAL', 'EXPANDED_ACCESS'],
  class: ['NIH', 'FED', 'OTHER_GOV', 'INDUSTRY', 'NETWORK', 'INDIV', 'OTHER', 'AMBIG', 'UNKNOWN'],
} as const

/** The filters whose values are chosen from a list. */
export type Choice = keyof typeof choices | 'category' | 'country'

/** A value of a filter as the catalogue knows it; undefined when there is none such. */
export function readChoice(filter: Choice, text: string): string | undefined {
  if (filter === 'country') return readCountry(text)
  if (filter === 'category') return categories.find(({ slug }) => slug === text.toLowerCase())?.slug
  const wanted = text.toUpperCase()
  return choices[filter].find((choice) => choice === wanted)
}

/** A code or a name: `FR`, `fr`, `France`. */
function readCountry(text: string): string | undefined {
  const code = text.toUpperCase()
  return countryCodes.includes(code) ? code : countryCode(text)
}

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

/** About ten metres: closer is nobody's business, and a distance in kilometres does not change. */
function rounded(degrees: string): number {
  const value = Math.round(Number(degrees) * 10_000) / 10_000
  return value === 0 ? 0 : value
}
