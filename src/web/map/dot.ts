import type { Point } from '../../finder/places/distance.ts'

/** One point of a map: a site of a study, or a country that has some. */
export interface MapDot extends Point {
  /** What it is: "Illinois Cancer Specialists, Arlington Heights". */
  readonly name: string
  /** Its study's number in the list that the map belongs to; none on the map of one study. */
  readonly number?: number
  /** Where a press leads; nowhere on the map of one study. */
  readonly href?: string
}

/** Dots that would touch, as one mark: where it is in the picture, and what it says. */
export interface Mark {
  readonly x: number
  readonly y: number
  readonly dots: readonly MapDot[]
  readonly text: string
  /** Units of the picture. */
  readonly width: number
}

/** The numbers of the studies that some dots stand for, each once, rising. */
export function numbersOf(dots: readonly MapDot[]): readonly number[] {
  const numbers = dots.flatMap(({ number }) => (number === undefined ? [] : [number]))
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}
