import type { Concept } from './concept.ts'
import type { EverydayName } from './everyday-names.ts'
import { tokens } from './fold.ts'
import { type LooseName, looseNames } from './loose-names.ts'
import {
  alone,
  asSaid,
  careFor,
  careForEveryday,
  eponymIn,
  naturalOrder,
  plainTerm,
  withoutSmallWords,
} from './names.ts'
import { PhraseTree } from './phrases.ts'

/**
 * Every name of every concept, each with the index of the concept times `cares` and how careful a text has to be read for it.
 * The first to claim a name keeps it: MeSH's own term, everyday English, entry terms, French, eponyms. `others` are names
 * from outside MeSH.
 */
export function collectNames(
  concepts: readonly Concept[],
  others: readonly EverydayName[],
): PhraseTree {
  const names = new PhraseTree(mostWords)
  const owners: Owners = new Map()
  const byTerm = new Map(concepts.map((concept) => [concept.term, concept]))
  for (const concept of concepts) addName(names, concept.term, concept, owners)
  const listed = new Set(concepts.flatMap(({ entryTerms }) => entryTerms.map(keyOf)))
  const addAll = (language: 'en' | 'fr') => {
    for (const other of others) {
      // What MeSH lists itself is a name in records too, though people say it as well ("brain tumor").
      const isListed =
        (other.use === 'asked' || (other.use === 'lay' && other.name.includes(' '))) &&
        listed.has(keyOf(other.name))
      if (other.language === language && !isListed)
        addEveryday(names, other, byTerm.get(other.term))
    }
  }
  addAll('en')
  for (const concept of concepts)
    for (const name of concept.entryTerms) addName(names, name, concept, owners)
  addAll('fr')
  for (const [eponym, concept] of eponymsOf(concepts, owners)) addName(names, eponym, concept)
  return names
}

function keyOf(name: string): string {
  return tokens(name).join(' ')
}

/** The names of diseases, ready to be found: as they are listed, and by their words in any order (`looseKey`). */
export interface CollectedNames {
  /** Each with the index of its concept times `cares` and how careful a text has to be read for it. */
  readonly names: PhraseTree
  /** Each with the index of its concept. */
  readonly loose: ReadonlyMap<string, number>
}

/** Collected names of several words by their words alone. Of two concepts with the same words the wider one is named. */
export function collectLooseNames(
  names: PhraseTree,
  concepts: readonly Concept[],
): ReadonlyMap<string, number> {
  const wider = (one: number, other: number): number | undefined => {
    const [a, b] = [concepts[one], concepts[other]]
    if (!a || !b) return undefined
    if (isUnder(b, a)) return one
    return isUnder(a, b) ? other : undefined
  }
  return looseNames(withConcepts(names), wider)
}

function* withConcepts(names: PhraseTree): Iterable<LooseName> {
  for (const { words, value } of names.phrases())
    if (value % cares !== alone && value % cares !== asSaid)
      yield { words, value: conceptOf(value) }
}

function isUnder(narrower: Concept, wider: Concept): boolean {
  return narrower.trees.some((tree) => wider.trees.some((above) => tree.startsWith(`${above}.`)))
}

/** The index of the concept that a collected name is of. */
export function conceptOf(value: number): number {
  return Math.floor(value / cares)
}

/** More than all names come to, each in the order of the index and in the order it is said. */
const mostWords = 2 ** 18

/** How many ways of being careful there is room for. */
export const cares = 8

/** For each word, the one concept in whose names it occurs; undefined when there are several. */
type Owners = Map<string, Concept | undefined>

function addName(
  names: PhraseTree,
  name: string,
  concept: Concept | undefined,
  owners?: Owners,
): void {
  if (!concept) return
  const words = tokens(name)
  names.add(words, concept.index * cares + careFor(name, words, concept))
  const natural = naturalOrder(name)
  if (natural !== name) names.add(tokens(natural), concept.index * cares + plainTerm)
  if (owners) for (const word of words) own(owners, word, concept)
}

function addEveryday(names: PhraseTree, other: EverydayName, concept: Concept | undefined): void {
  if (!concept) return
  const words = tokens(other.name)
  const value = concept.index * cares + careForEveryday(other, words, concept)
  names.add(words, value)
  const short = other.language === 'fr' ? tokens(withoutSmallWords(other.name)) : words
  if (short.length > 1) names.add(short, value)
}

function own(owners: Owners, word: string, concept: Concept): void {
  if (!owners.has(word)) owners.set(word, concept)
  else if (owners.get(word) !== concept) owners.set(word, undefined)
}

/** "Kawasaki" alone, where no other concept has that word in any of its names. */
function eponymsOf(concepts: readonly Concept[], owners: Owners): Map<string, Concept> {
  const found = new Map<string, Concept>()
  for (const concept of concepts)
    for (const name of [concept.term, ...concept.entryTerms]) {
      const eponym = eponymIn(name)
      const [word = '', ...more] = eponym ? tokens(eponym) : []
      if (eponym && more.length === 0 && owners.get(word) === concept) found.set(eponym, concept)
    }
  return found
}
