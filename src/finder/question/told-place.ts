import { labelOf } from '../places/label.ts'
import type { ReadPlace } from './read-place.ts'

/** What a typed place was taken for, as programs are told: labels are what can be typed to mean just that place. */
export interface ToldPlace {
  readonly kind: string
  /** What distances are measured from; null where no place was taken. */
  readonly name: string | null
  /** False where another place may be meant. */
  readonly isSure: boolean
  /** True where nothing is named as it was typed, and this is one letter away. */
  readonly isCorrected: boolean
  readonly others: readonly string[]
}

/** A read place as programs are told of it; null where none was typed. */
export function toldPlace(read: ReadPlace | undefined, language: 'en' | 'fr'): ToldPlace | null {
  if (!read) return null
  const place = read.kind === 'unknown' ? undefined : read.place
  return {
    kind: place?.kind ?? read.kind,
    name: place ? labelOf(place, language) : null,
    isSure: read.kind === 'found' && read.isSure,
    isCorrected: place?.isCorrected === true,
    others: read.others.map((other) => labelOf(other, language)),
  }
}
