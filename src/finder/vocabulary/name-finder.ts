import { type PlacedWords, placedTokens, tokens } from './fold.ts'
import { type CollectedNames, cares, conceptOf } from './collect-names.ts'
import { alone, asSaid, french, inCapitals, lay, naturalOrder, plainTerm, typed } from './names.ts'
import { looseKey } from './loose-names.ts'
import { type NearWords, nearWords } from './near-words.ts'
import type { PhraseTree } from './phrases.ts'
import type { Concept, Mention, Vocabulary, Writer } from './concept.ts'

type NameFinder = Pick<
  Vocabulary,
  | 'byName'
  | 'byLooseWords'
  | 'conceptsIn'
  | 'conceptsInText'
  | 'numberOfWord'
  | 'conceptsOfRecord'
  | 'nearWords'
  | 'words'
>
type Accepts = (care: number, from: number, length: number) => boolean

/** Names as people and records write them, found in texts; `names` and `loose` are what `collectNames` and `collectLooseNames` collected. */
export function nameFinder(concepts: readonly Concept[], collected: CollectedNames): NameFinder {
  const { names } = collected
  let known: ReadonlySet<string> | undefined
  let near: NearWords | undefined
  const read = (words: readonly string[], accepts: Accepts) =>
    mentionsIn(numbersOf(words, names), names, concepts, accepts)
  return {
    byName: (name) => concepts[conceptOf(find(names, name) ?? -1)],
    byLooseWords: (words) => concepts[collected.loose.get(looseKey(words) ?? '') ?? -1],
    conceptsIn: (words, writer = 'record') => read(words, acceptsFrom(writer, words)),
    conceptsInText(text, writer = 'record') {
      const placed = placedTokens(text)
      const mentions = read(placed.words, acceptsFromText(text, placed, writer))
      return mentions.map((mention) => inCharacters(mention, placed))
    },
    numberOfWord: (word) => names.numberOf(word),
    conceptsOfRecord: (numbers) => mentionsIn(numbers, names, concepts, isPlainTerm),
    nearWords: (word) => (near ??= nearWords(names.words())).near(word),
    words: () => (known ??= new Set(names.words())),
  }
}

function find(names: PhraseTree, name: string): number | undefined {
  return names.get(tokens(name)) ?? names.get(tokens(naturalOrder(name)))
}

function numbersOf(words: readonly string[], names: PhraseTree): readonly number[] {
  return words.map((word) => names.numberOf(word))
}

function mentionsIn(
  words: readonly number[],
  names: PhraseTree,
  concepts: readonly Concept[],
  accepts: Accepts,
): Mention[] {
  const isName = (value: number, start: number, length: number): boolean =>
    accepts(value % cares, start, length)
  return names.longestOf(words, isName).flatMap(({ start, end, value }) => {
    const concept = concepts[conceptOf(value)]
    return concept ? { start, end, concept } : []
  })
}

function isPlainTerm(care: number): boolean {
  return care === plainTerm
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
    care === asSaid ||
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

const neverByCapitals: ReadonlySet<number> = new Set([alone, typed, asSaid, french, lay])

function isInCapitals(word: string): boolean {
  return /^[A-Z][A-Za-z0-9]*[A-Z0-9]s?$/.test(word)
}

function inCharacters(mention: Mention, placed: PlacedWords): Mention {
  const start = placed.starts[mention.start] ?? 0
  const end = placed.ends[mention.end - 1] ?? start
  return { start, end, concept: mention.concept }
}
