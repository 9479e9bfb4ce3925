import type { AreaPath } from '../../../finder/places/areas.ts'
import type { AgeSpan } from '../../../finder/registry/ages.ts'
import type { SavedSearch } from './saved-search.ts'

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
  /** The words as they were typed, where an age or a place was read out of them: the search has the rest. */
  readonly said?: string
  /** Only studies with a site within reach of a place. */
  readonly place?: AlertPlace
  /** Only studies with a site in an area; never together with a place. */
  readonly area?: AlertArea
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

/** A country, a region or a department. */
export interface AlertArea {
  /** As the person knows it: "Val-de-Marne (département), Île-de-France, France". */
  readonly name: string
  /** By which the sites in it are told, as `FR/11/94`. */
  readonly path: AreaPath
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
