import type { Gazetteer } from './gazetteer.ts'
import { nameKey } from './name-key.ts'
import { postcodePlace } from './plain-place.ts'
import { findPostcode } from './postcode.ts'
import type { Place } from './place.ts'

/** The three cities that France divides into districts, how many each has, and the postcode of district 0. */
const cities: Readonly<Record<string, { readonly districts: number; readonly code: number }>> = {
  paris: { districts: 20, code: 75_000 },
  marseille: { districts: 16, code: 13_000 },
  lyon: { districts: 9, code: 69_000 },
}

const districtAfter =
  /^(paris|marseille|lyon) 0?(\d{1,2}) ?(?:er?|eme)?(?: arr(?:ondissement)?)?(?: france)?$/
const districtBefore =
  /^0?(\d{1,2}) ?(?:er?|eme)? arr(?:ondissement)?(?: de)? (paris|marseille|lyon)(?: france)?$/

/** "Paris 13", "Lyon 3e", "8e arrondissement de Marseille": the district, by its postcode; undefined if it is none. */
export function findDistrict(gazetteer: Gazetteer, text: string): Place[] | undefined {
  const key = nameKey(text)
  const [, cityFirst, after] = districtAfter.exec(key) ?? []
  const [, before, cityLast] = districtBefore.exec(key) ?? []
  const city = cities[cityFirst ?? cityLast ?? '']
  const number = Number(after ?? before)
  if (!city || number < 1 || number > city.districts) return undefined
  const found = findPostcode(gazetteer, String(city.code + number), 'FR')
  return found.length > 0 ? found.map(postcodePlace) : undefined
}
