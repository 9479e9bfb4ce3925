import { countryCode, countryCodes } from '../../finder/places/countries.ts'
import { categorySlugs } from '../categories/names.ts'
import { en } from '../words/en.ts'
import type { ListField } from './asked.ts'

/** The registry's own values, in the order in which a seeker cares for them. */
export const choices = {
  status: keys(en.common.statuses),
  phase: keys(en.common.phases),
  type: keys(en.common.types),
  class: keys(en.common.sponsorClasses),
} as const

/** A value of a filter as the catalogue knows it; undefined when there is none such. */
export function readChoice(field: ListField, value: string): string | undefined {
  if (field === 'category') return categorySlugs().find((slug) => slug === value)
  if (field === 'country') return readCountry(value)
  const wanted = value.toUpperCase()
  return choices[field].find((choice) => choice === wanted)
}

/** A code or a name: `FR`, `fr`, `France`. */
function readCountry(value: string): string | undefined {
  const code = value.toUpperCase()
  return countryCodes.includes(code) ? code : countryCode(value)
}

function keys<T extends object>(values: T): readonly (keyof T & string)[] {
  return Object.keys(values) as (keyof T & string)[]
}
