import type { EverydayName } from './everyday-names.ts'
import { type PlacedWords, placedTokens, tokens } from './fold.ts'
import {
  alone,
  careFor,
  careForEveryday,
  eponymIn,
  french,
  inCapitals,
  lay,
  naturalOrder,
  plainTerm,
  typed,
  withoutSmallWords,
} from './names.ts'
import { PhraseTree } from './phrases.ts'
import type { Concept, Mention, Vocabulary, Writer } from './concept.ts'

type NameFinder = Pick<Vocabulary, 'byName' | 'conceptsIn' | 'conceptsInText' | 'words'>
type Accepts = (care: number, from: number, length: number) => boolean

/** Names as people and records write them, found in texts. `others` are names from outside MeSH. */
export function nameFinder(
  concepts: readonly Concept[],
  others: readonly EverydayName[],
): NameFinder {
  const names = collectNames(concepts, others)
  let known: ReadonlySet<string> | undefined
  const read = (words: readonly string[], accepts: Accepts) =>
    mentionsIn(words, names, concepts, accepts)
  return {
    byName: (name) => concepts[conceptOf(find(names, name) ?? -1)],
    conceptsIn: (words, writer = 'record') => read(words, acceptsFrom(writer, words)),
    conceptsInText(text, writer = 'record') {
      const placed = placedTokens(text)
      const mentions = read(placed.words, acceptsFromText(text, placed, writer))
      return mentions.map((mention) => inCharacters(mention, placed))
    },
    words: () => (known ??= new Set(names.words())),
  }
}

/** The first to claim a name keeps it: MeSH's own term, everyday English, entry terms, French, eponyms. */
function collectNames(concepts: readonly Concept[], others: readonly EverydayName[]): PhraseTree {
  const names = new PhraseTree(mostWords)
  const owners: Owners = new Map()
  const byTerm = new Map(concepts.map((concept) => [concept.term, concept]))
  for (const concept of concepts) addName(names, concept.term, concept, owners)
  const addAll = (language: 'en' | 'fr') => {
    for (const other of others)
      if (other.language === language) addEveryday(names, other, byTerm.get(other.term))
  }
  addAll('en')
  for (const concept of concepts)
    for (const name of concept.entryTerms) addName(names, name, concept, owners)
  addAll('fr')
  for (const [eponym, concept] of eponymsOf(concepts, owners)) addName(names, eponym, concept)
  return names
}

/** More than all names come to, each in the order of the index and in the order it is said. */
const mostWords = 2 ** 18

/** A value in the tree is a concept's index and how careful a text has to be read for the name. */
const cares = 8

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

function find(names: PhraseTree, name: string): number | undefined {
  return names.get(tokens(name)) ?? names.get(tokens(naturalOrder(name)))
}

function conceptOf(value: number): number {
  return Math.floor(value / cares)
}

function mentionsIn(
  words: readonly string[],
  names: PhraseTree,
  concepts: readonly Concept[],
  accepts: Accepts,
): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; at++) {
    const found = names.longestAt(words, at, (value, length) => accepts(value % cares, at, length))
    const concept = found && concepts[conceptOf(found.value)]
    if (!found || !concept) continue
    mentions.push({ start: at, end: at + found.length, concept })
    at += found.length - 1
  }
  return mentions
}

function acceptsFrom(writer: Writer, words: readonly string[]): Accepts {
  return (care, _from, length) =>
    care === plainTerm || (writer === 'seeker' && isAskedFor(care, length, words))
}

/** What a person typed means the disease more readily, and any name does when it is all they typed. */
function isAskedFor(care: number, length: number, words: readonly string[]): boolean {
  return (
    care === inCapitals ||
    care === typed ||
    care === french ||
    care === lay ||
    words.length === length
  )
}

function acceptsFromText(text: string, placed: PlacedWords, writer: Writer): Accepts {
  // A title all in capitals says nothing by them, unless it is that one word.
  const capitalsMean = placed.words.length === 1 || text !== text.toUpperCase()
  return (care, at, length) => {
    if (isOfNotes(care, length, writer)) return true
    if (care === plainTerm || (writer === 'seeker' && isAskedFor(care, length, placed.words)))
      return true
    if (neverByCapitals.has(care) || !capitalsMean) return false
    return isInCapitals(text.slice(placed.starts[at], placed.ends[at]))
  }
}

/** Lay names of one word ("consumption", "impaction") are everyday words in a note. */
function isOfNotes(care: number, length: number, writer: Writer): boolean {
  if (writer === 'note in French' && care === french) return true
  return writer !== 'record' && writer !== 'seeker' && care === lay && length > 1
}

const neverByCapitals: ReadonlySet<number> = new Set([alone, typed, french, lay])

function isInCapitals(word: string): boolean {
  return /^[A-Z][A-Za-z0-9]*[A-Z0-9]s?$/.test(word)
}

function inCharacters(mention: Mention, placed: PlacedWords): Mention {
  const start = placed.starts[mention.start] ?? 0
  const end = placed.ends[mention.end - 1] ?? start
  return { start, end, concept: mention.concept }
}
