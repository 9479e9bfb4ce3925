import type { Query } from '../catalogue/model/query.ts'
import type { Age, AgeSpan } from '../registry/ages.ts'
import type { ReadPlace } from './read-place.ts'
import type { ReadQuestion } from './read-question.ts'
import { readSaidAge } from './read-values.ts'

/** Whom a search is for and where they live, as far as it was said: in boxes of their own, or among the words. */
export interface SoughtFor {
  readonly age?: SoughtAge
  readonly sex?: NonNullable<Query['sex']>
  /** A town, a postcode, a point, or an area. */
  readonly place?: Exclude<ReadPlace, { readonly kind: 'unknown' }>
}

/** An age as it was typed, and the days that it can mean. */
export interface SoughtAge {
  readonly typed: string
  readonly span: AgeSpan
  /** Its number and its unit, where it has them: "baby" has none. */
  readonly age?: Age
}

/** The person that a question is about. What could not be read, or was not said, is not there. */
export function soughtForOf({
  applied,
  query,
  saying,
  place,
}: Omit<ReadQuestion, 'problems'>): SoughtFor {
  const age = ageOf(query.age, applied.texts.age, saying)
  return {
    ...(age && { age }),
    ...(query.sex && { sex: query.sex }),
    ...(place && place.kind !== 'unknown' && { place }),
  }
}

function ageOf(
  span: AgeSpan | undefined,
  typed: string,
  saying: ReadQuestion['saying'],
): SoughtAge | undefined {
  if (!span) return undefined
  const age = typed === '' ? saying?.age?.age : readSaidAge(typed)
  return { typed: typed || (saying?.age?.words ?? ''), span, ...(age && { age }) }
}
