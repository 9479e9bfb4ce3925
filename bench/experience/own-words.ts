import type { Language } from '../../src/words/language/language.ts'
import { wordsOf } from '../../src/words/words.ts'
import type { Figure } from './figure.ts'
import { hardestIn, sayingsOf, scoreOf } from './readability.ts'

/** The parts of our words that everybody reads: not those for doctors, the operator and the people who run a study. */
export const publicParts = [
  'common',
  'frame',
  'home',
  'guides',
  'search',
  'categories',
  'about',
  'study',
  'check',
  'alerts',
  'help',
] as const

/** The sentences of some parts of our words. */
export function ownSayings(
  language: Language,
  parts: readonly (typeof publicParts)[number][] = publicParts,
): readonly string[] {
  const words = wordsOf(language)
  return parts.flatMap((part) => sayingsOf(words[part]))
}

/** How hard our own words are to read, in both languages, with the hardest sentence of each. */
export async function ownWords(): Promise<readonly Figure[]> {
  const grade = scoreOf(ownSayings('en'), 'en')
  const ease = scoreOf(ownSayings('fr'), 'fr')
  const hardest = (['en', 'fr'] as const).map((language) => {
    const [worst] = hardestIn(ownSayings(language), language, 1)
    return `“${worst?.sentence ?? ''}” (${worst?.score.toFixed(1)})`
  })
  return [
    {
      what: `our own words in English, Flesch-Kincaid grade; the hardest sentence: ${hardest[0]}`,
      value: grade.toFixed(1),
      must: '≤ 7',
      isReached: grade <= 7,
    },
    {
      what: `our own words in French, Kandel-Moles ease; the hardest sentence: ${hardest[1]}`,
      value: ease.toFixed(1),
      must: '≥ 65',
      isReached: ease >= 65,
    },
  ]
}
