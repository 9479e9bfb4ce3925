import type { StudyPlaces } from './directory.ts'

/** The latest document of a study, by the number of its NCT id. */
export function docOfNumber(
  { nct, byNct }: Pick<StudyPlaces, 'nct' | 'byNct'>,
  number: number,
): number | undefined {
  let [low, high] = [0, byNct.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((nct[byNct[middle] as number] as number) <= number) low = middle + 1
    else high = middle
  }
  const doc = byNct[low - 1]
  return doc !== undefined && nct[doc] === number ? doc : undefined
}
