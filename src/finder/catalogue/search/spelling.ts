import {
  eachLikely,
  editDistance,
  groupWords,
  type WordGroup,
} from '../../vocabulary/near-words.ts'
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

/** The word that was most likely meant; the lower its rank, the nearer it is. */
export type Spelling = (word: string) => CorrectWord | undefined

/** A word of the records for one that none holds. */
export interface CorrectWord extends Pick<SpellingWord, 'stem' | 'surface'> {
  readonly rank: number
}

/**
 * The known word nearest to one that is not known: one letter wrong, missing, extra or swapped; two from
 * seven letters on. The first letter is taken as right unless nothing else is as near.
 */
export function spellingOf(lists: readonly KnownWords[]): Spelling {
  const prepared = lists.map((list) => ({
    ...list,
    byLength: groupWords(list.stems, ({ length }) => length),
  }))
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
  readonly byLength: ReadonlyMap<number, WordGroup>
}

interface Near {
  readonly stem: string
  readonly place: number
  readonly rank: number
  readonly weight: number
  readonly list: KnownWords
}

function nearest(word: string, lists: readonly PreparedWords[]): ReturnType<Spelling> {
  const most = word.length >= 7 ? 2 : 1
  let best: Near | undefined
  for (const list of lists)
    for (let length = word.length - most; length <= word.length + most; length++) {
      const group = list.byLength.get(length)
      if (!group) continue
      eachLikely(word, group, most, (stem, place) => {
        const rank = rankOf(word, stem, most)
        if (rank === undefined || rank > (best?.rank ?? rank)) return
        const near = { stem, place, rank, weight: list.weightOf(stem), list }
        if (near.weight > 0 && isBetter(near, best)) best = near
      })
    }
  return best && { stem: best.stem, surface: best.list.surfaceOf(best.stem), rank: best.rank }
}

/** The nearer, then the one met more often, then the first of the first list. */
function isBetter(near: Near, best: Near | undefined): boolean {
  if (!best || near.rank !== best.rank) return true
  if (near.weight !== best.weight) return near.weight > best.weight
  return near.list === best.list && near.place < best.place
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
