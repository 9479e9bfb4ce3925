import type { Selectable } from 'kysely'
import type { AgeSpan } from '../../../finder/registry/ages.ts'
import type { Tables } from '../../records/model/tables.ts'
import { canonical, parseSavedSearch, type SavedSearch } from './saved-search.ts'

/** How often a person hears of what an alert found. */
export type Frequency = 'at_once' | 'daily' | 'weekly'

/** The same as a number: the more urgent, the smaller. */
export type NewsUrgency = 0 | 1 | 2

/** The order in which news goes out, by how often a person is told. */
export const urgencyOf: Readonly<Record<Frequency, NewsUrgency>> = {
  at_once: 0,
  daily: 1,
  weekly: 2,
}

/** What a person wants to hear of: what, where, for whom, of which events, how often. */
export interface AlertTerms {
  readonly search: SavedSearch
  /** Only studies with a site within reach of a place. */
  readonly place?: AlertPlace
  /** The age as it was on a day; it grows with the calendar. */
  readonly age?: AgeSpan & { readonly on: string }
  readonly sex?: 'FEMALE' | 'MALE'
  /** Bits of `eventBit`. */
  readonly events: number
  readonly frequency: Frequency
}

/** A circle around a place: degrees, and kilometres from it. */
export interface AlertPlace {
  /** As the person knows it: "Paris, France". */
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly withinKm: number
}

/** Terms that were asked for, with whether they are confirmed and paused (ISO moments, UTC). */
export interface Alert extends AlertTerms {
  readonly id: string
  readonly requestedAt: string
  readonly confirmedAt: string | null
  readonly pausedAt: string | null
}

/** A span of ages on a day: as many days more as have passed since it was said. */
export function agedSpan(
  { least, most, on }: NonNullable<AlertTerms['age']>,
  day: string,
): AgeSpan {
  const passed = Math.max(0, Math.round((Date.parse(day) - Date.parse(on)) / 86_400_000))
  return { least: least + passed, most: most + passed }
}

/** The columns of the terms. The place is kept to two decimals, about a kilometre: more is not needed. */
export function termsColumns({ place, age, sex, events, frequency }: Omit<AlertTerms, 'search'>) {
  return {
    place: place?.name ?? null,
    lat: place ? twoDecimals(place.lat) : null,
    lon: place ? twoDecimals(place.lon) : null,
    within_km: place?.withinKm ?? null,
    age_least: age?.least ?? null,
    age_most: age?.most ?? null,
    age_on: age?.on ?? null,
    sex: sex ?? null,
    events,
    frequency,
  }
}

/** One text for the same terms, as they are kept: who asks twice on one day, or on the next, asks the same. */
export function termsText({ search, place, age, sex, events, frequency }: AlertTerms): string {
  return JSON.stringify([
    canonical(search),
    place && [place.name, twoDecimals(place.lat), twoDecimals(place.lon), place.withinKm],
    age && [age.least, age.most],
    sex,
    events,
    frequency,
  ])
}

/** An alert as its row and the row of its search have it. */
export function alertOf(
  row: Selectable<Tables['subscription']> & { readonly what: string },
): Alert {
  return {
    id: row.id,
    search: parseSavedSearch(row.what),
    ...placeOf(row),
    ...(row.age_least !== null &&
      row.age_most !== null &&
      row.age_on !== null && {
        age: { least: row.age_least, most: row.age_most, on: row.age_on },
      }),
    ...(row.sex !== null && { sex: row.sex }),
    events: row.events,
    frequency: row.frequency,
    requestedAt: row.requested_at,
    confirmedAt: row.confirmed_at,
    pausedAt: row.paused_at,
  }
}

function placeOf({
  place,
  lat,
  lon,
  within_km,
}: Selectable<Tables['subscription']>): Pick<Alert, 'place'> {
  if (place === null || lat === null || lon === null || within_km === null) return {}
  return { place: { name: place, lat, lon, withinKm: within_km } }
}

function twoDecimals(degrees: number): number {
  return Math.round(degrees * 100) / 100
}
