import { frenchTreatmentsIn } from '../../vocabulary/french-treatments.ts'
import { treatmentOfCode } from '../../vocabulary/said-treatments.ts'
import { bareWord } from '../../vocabulary/small-words.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { unlessDamaged } from '../model/damage.ts'
import { spelledOtherwise, termOfBeginning, type WordBeginning } from '../segment/beginnings.ts'
import type { OtherName, SpellingWord } from '../segment/names.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { type NamedFamilies, namedFamilies } from './other-names.ts'
import type { Lexicon } from './lexicon.ts'
import { drugWords } from './drug-words.ts'
import { type Spelling, listedWords, spellingOf } from './spelling.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Index } from '../model/fields.ts'

/** How rare words are over the whole catalogue, so that every segment scores alike. */
export interface Statistics {
  readonly studies: number
  documents(index: Index, term: string): number
  /** Whether any document holds a word; mostly the first segment says so. */
  holds(index: Index, term: string): boolean
  /** Whether more than a few documents hold a word in either index; mostly the first segment says so. */
  isInMoreThan(few: number, term: string): boolean
  /** A beginning of words with what spells them otherwise, and how many documents hold one of them. */
  beginning(index: Index, prefix: string): WordBeginning
  holdingBeginning(beginning: WordBeginning): number
}

/**
 * Counts words over all segments when they are first asked for, and remembers the counts. `studies` is how many
 * the catalogue has. Of a segment whose index is damaged there nothing is counted, and `onDamage` is told each time.
 */
export function statisticsOf(
  loaded: readonly LoadedSegment[],
  studies: number,
  onDamage: () => void,
): Statistics {
  const known = new Map<string, number>()
  const documents = (index: Index, term: string): number => {
    const key = `${index}:${term}`
    const before = known.get(key)
    if (before !== undefined) return before
    let [sum, isSound] = [0, true]
    for (const { segment } of loaded) {
      const count = counted(() => segment.documents(index, term))
      sum += count ?? 0
      isSound &&= count !== undefined
    }
    if (!isSound) return sum
    if (known.size >= mostRemembered) known.clear()
    known.set(key, sum)
    return sum
  }
  const counted = <T>(read: () => T): T | undefined => unlessDamaged(read, onDamage)
  const held = new Map<string, boolean>()
  const frequent = new Map<string, boolean>()
  return {
    studies,
    documents,
    holds: (index, term) => {
      const key = `${index}:${term}`
      const sum = known.get(key)
      if (sum !== undefined) return sum > 0
      const found = held.get(key) ?? counted(() => isHeld(loaded, index, term))
      if (found === undefined) return documents(index, term) > 0
      if (held.size >= mostRemembered) held.clear()
      held.set(key, found)
      return found
    },
    isInMoreThan: (few, term) => {
      const key = `${few}:${term}`
      const found = frequent.get(key) ?? counted(() => isInMoreThan(loaded, few, term))
      if (found === undefined) return false
      if (frequent.size >= mostRemembered) frequent.clear()
      frequent.set(key, found)
      return found
    },
    ...beginningsOf(loaded, counted),
  }
}

/** The beginnings of words over all segments; what spells them otherwise is looked for once. */
function beginningsOf(
  loaded: readonly LoadedSegment[],
  counted: <T>(read: () => T) => T | undefined,
): Pick<Statistics, 'beginning' | 'holdingBeginning'> {
  const known = new Map<string, WordBeginning>()
  return {
    beginning: (index, prefix) => {
      const key = `${index}:${prefix}`
      const before = known.get(key)
      if (before) return before
      const found = loaded.map(({ segment }) =>
        counted(() => spelledOtherwise(segment, index, prefix)),
      )
      const spelled = new Set(found.flatMap((words) => [...(words ?? [])]))
      const beginning = { index, prefix, spelled }
      if (known.size >= mostBeginnings) known.clear()
      if (found.every((words) => words !== undefined)) known.set(key, beginning)
      return beginning
    },
    holdingBeginning: (beginning) =>
      loaded.reduce(
        (sum, { segment }) =>
          sum + (counted(() => termOfBeginning(segment, beginning)?.documents) ?? 0),
        0,
      ),
  }
}

function isHeld(loaded: readonly LoadedSegment[], index: Index, term: string): boolean {
  return loaded.some(({ segment }) => segment.documents(index, term) > 0)
}

function isInMoreThan(loaded: readonly LoadedSegment[], few: number, term: string): boolean {
  let sum = 0
  return loaded.some(({ segment }) => {
    for (const index of ['main', 'body'] as const) sum += segment.documents(index, term)
    return sum > few
  })
}

const mostRemembered = 100_000
const mostBeginnings = 100

/** What a catalogue keeps of the names in its records, read when it is asked for. */
export interface CatalogueNames {
  /** Words of names, for catching misspellings. */
  words(): readonly SpellingWord[]
  otherNames(): readonly OtherName[]
}

/**
 * What planning needs, with misspellings caught by the names of conditions and treatments in records, which are read when the
 * first is met, and by those of medicines. Where these are damaged nothing is corrected and no medicine has other names than
 * those that ship, and `onDamage` is told each time.
 */
export function lexiconOf(
  statistics: Statistics,
  vocabulary: Vocabulary,
  names: CatalogueNames,
  onDamage: () => void,
): Lexicon {
  let spelling: Spelling | undefined
  let drugs: NamedFamilies | undefined
  const documents = (index: Index, term: string): number => statistics.documents(index, term)
  const holds = (index: Index, term: string): boolean => statistics.holds(index, term)
  return {
    vocabulary,
    documents,
    holds,
    isInMoreThan: (few, term) => statistics.isInMoreThan(few, term),
    correct: (word) => {
      spelling ??= unlessDamaged(
        () => spellingOf([listedWords(names.words()), drugWords({ documents, holds })]),
        onDamage,
      )
      return spelling?.(word)
    },
    translate,
    drugs: () => {
      drugs ??= unlessDamaged(() => namedFamilies(names.otherNames()), onDamage)
      return drugs ?? namedFamilies([])
    },
  }
}

/** The English of a treatment named in French or by a code ("RT"), where the whole word is one. */
function translate(word: string): string | undefined {
  const coded = treatmentOfCode(bareWord(word))
  if (coded !== undefined) return coded
  const words = tokens(word)
  const [found] = frenchTreatmentsIn(words)
  return found?.start === 0 && found.end === words.length ? found.english : undefined
}
