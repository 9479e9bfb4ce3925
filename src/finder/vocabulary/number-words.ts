/** The words of English numbers, each in the order of what it says: from one, from ten, and from twenty by tens. */
export const englishNumberWords = {
  ones: 'one two three four five six seven eight nine'.split(' '),
  teens: 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
  tens: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
} as const

/** The words of French numbers from one to nineteen, in their order, with spaces for hyphens ("dix sept"). */
export const frenchNumberWords =
  'un,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,dix sept,dix huit,dix neuf'.split(
    ',',
  )

/** A number in words, with spaces for hyphens, and what it says. */
type SaidNumber = [words: string, value: number]

/** Every English number from 1 to 99 in words ("sixty two"). */
export function englishNumbers(): SaidNumber[] {
  const { ones, teens, tens } = englishNumberWords
  return [
    ...ones.map((word, at): SaidNumber => [word, at + 1]),
    ...teens.map((word, at): SaidNumber => [word, at + 10]),
    ...tens.flatMap((ten, at): SaidNumber[] => [
      [ten, (at + 2) * 10],
      ...ones.map((one, unit): SaidNumber => [`${ten} ${one}`, (at + 2) * 10 + unit + 1]),
    ]),
  ]
}

/**
 * The French numbers on a ten ("soixante", "soixante deux", "soixante et onze"), up to `most` more: nine, or nineteen where the next
 * ten has no word of its own.
 */
export function frenchNumbersOn(ten: string, value: number, most: number): SaidNumber[] {
  return [
    [ten, value],
    ...frenchNumberWords
      .slice(0, most)
      .flatMap((word, at): SaidNumber[] => [
        [`${ten} ${word}`, value + at + 1],
        ...(at === 0 || at === 10
          ? [[`${ten} et ${word}`, value + at + 1] satisfies SaidNumber]
          : []),
      ]),
  ]
}
