import { editDistance } from '../../vocabulary/near-words.ts'
import type { SpellingWord } from '../segment/names.ts'

/** Words that may have been meant; what each weighs is asked only of those that are near. */
export interface KnownWords {
  readonly stems: readonly string[]
  /** How often a word is met, to choose between two equally near; 0 where it would find nothing. */
  weightOf(stem: string): number
  /** As it is shown. */
  surfaceOf(stem: string): string
}

/** The words of a list that has their weights. */
export function listedWords(words: readonly SpellingWord[]): KnownWords {
  const known = new Map(words.map((word) => [word.stem, word]))
  return {
    stems: [...known.keys()],
    weightOf: (stem) => known.get(stem)?.weight ?? 0,
    surfaceOf: (stem) => known.get(stem)?.surface ?? stem,
  }
}

/** The word that was most likely meant. */
export type Spelling = (word: string) => Pick<SpellingWord, 'stem' | 'surface'> | undefined

/**
 * The known word nearest to one that is not known: one letter wrong, missing, extra or swapped; two from
 * seven letters on. The first letter is taken as right unless nothing else is as near.
 */
export function spellingOf(lists: readonly KnownWords[]): Spelling {
  const prepared = lists.map((list) => ({ ...list, letters: list.stems.map(lettersOf) }))
  const remembered = new Map<string, ReturnType<Spelling>>()
  return (word) => {
    if (remembered.has(word)) return remembered.get(word)
    const found = nearest(word, prepared)
    if (remembered.size > 10_000) remembered.clear()
    remembered.set(word, found)
    return found
  }
}

interface PreparedWords extends KnownWords {
  readonly letters: readonly number[]
}

interface Near {
  readonly stem: string
  readonly rank: number
  readonly weight: number
  readonly list: KnownWords
}

function nearest(word: string, lists: readonly PreparedWords[]): ReturnType<Spelling> {
  const most = word.length >= 7 ? 2 : 1
  const own = lettersOf(word)
  let best: Near | undefined
  for (const list of lists)
    for (const [at, stem] of list.stems.entries()) {
      if (Math.abs(stem.length - word.length) > most) continue
      // Each change of a letter takes at most one letter away and brings one in.
      if (countOnes(own ^ (list.letters[at] ?? 0)) > 2 * most) continue
      const rank = rankOf(word, stem, most)
      if (rank === undefined || rank > (best?.rank ?? rank)) continue
      const weight = list.weightOf(stem)
      if (weight === 0 || (rank === best?.rank && weight <= best.weight)) continue
      best = { stem, rank, weight, list }
    }
  return best && { stem: best.stem, surface: best.list.surfaceOf(best.stem) }
}

/** Nearer words have a lower rank, and of two as near the one with the same first letter; undefined for none near enough. */
function rankOf(word: string, stem: string, most: number): number | undefined {
  const isSameFirst = word.charCodeAt(0) === stem.charCodeAt(0)
  const mostHere = isSameFirst ? most : 1
  if (!isSameFirst && word.length < shortestOtherFirst) return undefined
  const distance = editDistance(word, stem, mostHere)
  return distance > mostHere ? undefined : 2 * distance + (isSameFirst ? 0 : 1)
}

const shortestOtherFirst = 5

/** Which letters a word has: a bit for each of a to z, the rest in one. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) {
    const place = word.charCodeAt(at) - 97
    bits |= 1 << (place >= 0 && place < 26 ? place : 26)
  }
  return bits
}

function countOnes(bits: number): number {
  let left = bits
  let count = 0
  for (; left !== 0; left &= left - 1) count++
  return count
}
