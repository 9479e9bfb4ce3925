import { tokens } from '../../vocabulary/fold.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { type ThingNames, thingNames } from '../../vocabulary/named-in-words.ts'
import { writtenWords } from '../../vocabulary/written-words.ts'
import type { Coverage, WhereWords } from '../model/where.ts'
import { formKey } from '../model/plan.ts'
import { pieceNumbers } from '../segment/piece-fields.ts'
import { rarityOf } from '../segment/read-postings.ts'

/** In how many studies a term of the index by fields is. */
export type Documents = (term: string) => number

/** A field that words are looked for in, by its place in `pieces`. */
export interface SoughtField {
  readonly field: number
  readonly weight: number
  readonly hasSynonyms: boolean
}

/** What is looked for as one: a word, words side by side, or the name of an illness or a medicine. */
export interface WordUnit {
  readonly words: readonly string[]
  /** The terms under which the words are indexed, in their order. */
  readonly terms: readonly string[]
  /** The words must stand side by side in their order. */
  readonly isTogether: boolean
  /** The keys of what it is the name of. */
  readonly keys: readonly string[]
  readonly rarity: number
}

/** Words as they are looked up. */
export interface SoughtWords {
  readonly kind: 'words'
  readonly units: readonly WordUnit[]
  /** In the order of `pieces`, each once. */
  readonly fields: readonly SoughtField[]
  readonly coverage: Coverage
  /** One unit is enough. */
  readonly isLossy: boolean
  /** Words count as they are written, and no other form of them. */
  readonly isWritten: boolean
  /** What tells names in values; absent where none are asked for. */
  readonly names?: ThingNames
}

interface UnitParts {
  readonly vocabulary: Vocabulary
  readonly documents: Documents
  readonly studies: number
}

/** Cuts what is asked into what is looked for: names where other names count, and words. */
export function wordsSought(where: WhereWords, parts: UnitParts): SoughtWords {
  const { text, coverage, expansion, isQuoted } = where
  const isWritten = expansion === 'none'
  const isApart =
    !isQuoted && coverage === 'contains' && (expansion === 'relaxation' || expansion === 'lossy')
  const hasNames = expansion !== 'none' && expansion !== 'term'
  const written = writtenWords(text)
  const units = isApart
    ? apart(written, parts)
    : whole(isWritten ? written : tokens(text), { isWritten, hasNames }, parts)
  return {
    kind: 'words',
    units,
    fields: fieldsOf(where),
    coverage,
    isLossy: isApart && expansion === 'lossy',
    isWritten,
    names: thingNames(parts.vocabulary),
  }
}

/** A written word that is read as several ("HER2") is looked for whole. */
function apart(written: readonly string[], parts: UnitParts): readonly WordUnit[] {
  const runs = written.map((word) => tokens(word))
  const words = runs.flat()
  const ends = new Map<number, number>()
  let start = 0
  for (const run of runs) ends.set(start, (start += run.length))
  const units: WordUnit[] = []
  const named = thingNames(parts.vocabulary).asked(words)
  for (let at = 0; at < words.length;) {
    const name = named.find((one) => one.start === at)
    const next = named.find((one) => one.start > at)?.start ?? words.length
    const end = name?.end ?? Math.min(ends.get(at) ?? at + 1, next)
    const own = words.slice(at, end)
    const isRun = !name && own.length > 1
    units.push(unitOf({ words: own, terms: own, isTogether: isRun, keys: name?.keys ?? [] }, parts))
    at = end
  }
  return units
}

function whole(
  words: readonly string[],
  { isWritten, hasNames }: { readonly isWritten: boolean; readonly hasNames: boolean },
  parts: UnitParts,
): readonly WordUnit[] {
  if (words.length === 0) return []
  const keys = hasNames ? thingNames(parts.vocabulary).nameOf(words) : []
  const terms = isWritten ? words.map(termOfWritten) : words
  return [unitOf({ words, terms, isTogether: words.length > 1, keys }, parts)]
}

/** A word that is its own stem is indexed as it is, any other as a written form. */
function termOfWritten(word: string): string {
  const [first, ...more] = tokens(word)
  return first === word && more.length === 0 ? word : formKey(word)
}

/** Words are as rare as the rarest of them, and a name as what has it under any name. */
function unitOf(unit: Omit<WordUnit, 'rarity'>, { documents, studies }: UnitParts): WordUnit {
  const least = Math.min(...unit.terms.map(documents))
  const named = unit.keys.reduce((sum, key) => sum + documents(key), 0)
  return { ...unit, rarity: rarityOf(Math.max(least, named), studies) }
}

function fieldsOf({ fields }: WhereWords): readonly SoughtField[] {
  const known = new Map<number, SoughtField>()
  for (const { piece, weight, hasSynonyms } of fields) {
    const field = pieceNumbers.get(piece)
    if (field !== undefined && !known.has(field)) known.set(field, { field, weight, hasSynonyms })
  }
  return [...known.values()].toSorted((a, b) => a.field - b.field)
}

/** What a match is worth by its fields, in their order: the best, and a fifth of the others'. */
export function worthOf(weights: Iterable<number>): number {
  let [best, sum] = [0, 0]
  for (const weight of weights) {
    sum += weight
    if (weight > best) best = weight
  }
  return worthOfSum(best, sum)
}

/** The same of the best weight and the sum of all. */
export function worthOfSum(best: number, sum: number): number {
  return best + furtherField * (sum - best)
}

const furtherField = 0.2

/** Words of a value, each anywhere in one field: what has the value has them. */
export function plainWords(value: string, field: number): SoughtWords {
  const units = tokens(value).map((word): WordUnit => {
    return { words: [word], terms: [word], isTogether: false, keys: [], rarity: 0 }
  })
  const fields = [{ field, weight: 1, hasSynonyms: false }]
  return { kind: 'words', units, fields, coverage: 'contains', isLossy: false, isWritten: false }
}
