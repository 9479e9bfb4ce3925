import type { Place } from './place.ts'

/** A place with what it is sorted by: the greater, the likelier it is meant. */
export interface Town extends Place {
  readonly country: string
  readonly admin1: string
  readonly admin2: string
  readonly weight: number
}

/** A state, province, region or department; found by its name, and too large to measure distances from. */
export interface Region extends Place {
  readonly country: string
  readonly admin1: string
  readonly population: number
  /** How far from its middle its people live, on average. */
  readonly spreadKm: number
}

/** All postcodes of a country that begin alike, as the place in their middle. */
export interface PostcodeArea {
  readonly beginning: string
  readonly country: string
  readonly lat: number
  readonly lon: number
  readonly place: string
  readonly weight: number
}
