import { labelOf } from '../places/label.ts'
import type { ReadQuestion } from './read-question.ts'

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
  /** There, and true, where a distance was asked for and not used: the place is an area, and all of it is searched. */
  readonly isDistanceIdle?: true
}

/** The place of a question as programs are told of it; null where none was asked. */
export function toldPlace(
  { place: read, isDistanceIdle }: Pick<ReadQuestion, 'place' | 'isDistanceIdle'>,
  language: 'en' | 'fr',
): ToldPlace | null {
  if (!read) return null
  const place = read.kind === 'unknown' ? undefined : read.place
  return {
    kind: place?.kind ?? read.kind,
    name: place ? labelOf(place, language) : null,
    isSure: read.kind !== 'unknown' && read.isSure,
    isCorrected: place?.isCorrected === true,
    others: read.others.map((other) => labelOf(other, language)),
    ...(isDistanceIdle && { isDistanceIdle }),
  }
}
