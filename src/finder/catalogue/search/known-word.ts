import { countryCode } from '../../places/countries.ts'
import { isCity } from '../../places/near-cities.ts'
import { fold } from '../../vocabulary/fold.ts'
import { isOwnWord } from '../../vocabulary/own-words.ts'
import { bareWord, withoutElision } from '../../vocabulary/small-words.ts'

/**
 * Whether a typed word is one of its own, and so no misspelt name of an illness or a medicine: a country, a bigger city, a right word
 * of medicine or of French, or a verb by what stands before it (« je vais sauter », "I can tremble").
 */
export function isKnownWord(words: readonly string[], at: number): boolean {
  const word = withoutElision(bareWord(words[at] ?? ''))
  if (word.length >= shortestPlace && (countryCode(word) !== undefined || isCity(word))) return true
  if (isOwnWord(word)) return true
  const before = fold(bareWord(words[at - 1] ?? '')).replace(/’/g, "'")
  return frenchVerb.test(fold(word)) ? frenchBefore.has(before) : englishBefore.has(before)
}

const shortestPlace = 4
const frenchVerb = /(?:er|ir|re)$/
const frenchBefore: ReadonlySet<string> = new Set(
  'vais vas va allons allez vont veux veut voulons veulent peux peut pouvons peuvent dois doit devons doivent faut sais sait fais fait'.split(
    ' ',
  ),
)
const englishBefore: ReadonlySet<string> = new Set(
  "will would can can't cant cannot could couldn't won't gonna should".split(' '),
)
