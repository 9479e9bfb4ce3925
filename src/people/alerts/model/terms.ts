import { openValue, placeOfTerms, sealedSteps, sealValue } from '../../records/model/sealed-rows.ts'
import type { Person } from '../../records/persons.ts'
import type { AlertTerms, Frequency } from './alert.ts'
import { canonical, parseSavedSearch } from './saved-search.ts'

/** The terms of an alert as they are kept, sealed: short, and with the search as one text that is compared as it is. */
export interface StoredTerms {
  /** As `canonical` writes it. */
  readonly search: string
  /** The words as they were typed, where the search has only a part of them. */
  readonly said?: string
  /** Its name as it was chosen, then degrees to two decimals, and kilometres around it. */
  readonly place?: readonly [name: string, lat: number, lon: number, withinKm: number]
  /** Its name as it was chosen, and its path of codes. */
  readonly area?: readonly [name: string, path: string]
  /** A span in days on a day, `yyyy-MM-dd`; it grows with the calendar. */
  readonly age?: readonly [least: number, most: number, on: string]
  readonly sex?: 'FEMALE' | 'MALE'
  readonly events: number
  readonly frequency: Frequency
}

/** Terms as they are kept. The place is kept to two decimals, about a kilometre: more is not needed. */
export function storedTerms({
  search,
  said,
  place,
  area,
  age,
  sex,
  events,
  frequency,
}: AlertTerms): StoredTerms {
  return {
    search: canonical(search),
    ...(said !== undefined && { said }),
    ...(place && {
      place: [place.name, twoDecimals(place.lat), twoDecimals(place.lon), place.withinKm],
    }),
    ...(area && { area: [area.name, area.path] }),
    ...(age && { age: [age.least, age.most, age.on] }),
    ...(sex && { sex }),
    events,
    frequency,
  }
}

/** Terms as a person's page and mails know them. Throws when the search is none. */
export function termsOf({ search, place, area, age, ...others }: StoredTerms): AlertTerms {
  return {
    ...others,
    search: parseSavedSearch(search),
    ...(place && { place: { name: place[0], lat: place[1], lon: place[2], withinKm: place[3] } }),
    ...(area && { area: { name: area[0], path: area[1] } }),
    ...(age && { age: { least: age[0], most: age[1], on: age[2] } }),
  }
}

/** One text for the same terms, as they are kept: who asks twice on one day, or on the next, asks the same. */
export function termsText(terms: AlertTerms): string {
  const { age, ...others } = storedTerms(terms)
  return JSON.stringify([others, age?.slice(0, 2)])
}

/** Terms sealed with the key of the person whose alert it is. */
export function sealTerms(
  { id, key }: Pick<Person, 'id' | 'key'>,
  alertId: string,
  terms: AlertTerms,
): Uint8Array {
  return sealValue(key, placeOfTerms(id, alertId), storedTerms(terms), sealedSteps.terms)
}

/** What `sealTerms` sealed. Throws when it was changed, moved or sealed with another key. */
export function openTerms(
  { id, key }: Pick<Person, 'id' | 'key'>,
  alertId: string,
  sealed: Uint8Array,
): StoredTerms {
  return openValue(key, placeOfTerms(id, alertId), sealed) as StoredTerms
}

function twoDecimals(degrees: number): number {
  return Math.round(degrees * 100) / 100
}
