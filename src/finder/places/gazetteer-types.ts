import type { Place } from './place.ts'

/** A place with what it is sorted by: the greater, the likelier it is meant. */
export interface Town extends Place {
  readonly country: string
  readonly admin1: string
  readonly weight: number
}

export interface Region extends Place {
  readonly country: string
  readonly admin1: string
  readonly population: number
  /** How far from its middle its people live, on average. */
  readonly spreadKm: number
}

export interface PostcodeArea {
  readonly beginning: string
  readonly country: string
  readonly lat: number
  readonly lon: number
  readonly place: string
  readonly weight: number
}
