import { bitset, hasBit, setBit } from '../../../base/bitset.ts'
import { isNamePiece, isWordPiece } from '../segment/piece-fields.ts'
import type { Segment } from '../segment/segment.ts'
import { longestTerm } from '../segment/term-ids.ts'
import { type Bits, intersection, union, forEachBit, without } from './bits.ts'
import { areStems, atBeginning, blocksOfWhole, ordinaryWords } from './at-beginning.ts'
import { byFewValues, byKeptValues } from './by-values.ts'
import { type FoundDocs, type Likely, likelyOf } from './found.ts'
import { nowhere, meaningOfSets, surelyThere, unsureThere } from './read-sets.ts'
import { wordsInOrder } from './side-by-side.ts'
import { type Universe, universeOf } from './universe.ts'
import { newNumbers } from './numbers.ts'
import { type SoughtField, type SoughtWords, type WordUnit } from './units.ts'
import { keepTo, type ReadUntil } from './verify.ts'

/** Words looked up in one segment. Throws `ReadingTooLong` past the deadline, and `PieceDamaged`. */
export function findWords(asked: SoughtWords, { segment, isScored, deadline }: WordsIn): FoundDocs {
  const { units, isLossy } = asked
  const few = isScored ? undefined : byFewValues(asked, segment)
  if (few) return { sure: few.reduce((a, b) => (isLossy ? union(a, b) : intersection(a, b))) }
  const search: WordSearch = {
    asked,
    segment,
    isScored,
    unread: unreadIn(asked.fields, segment, ({ field }) => !isWordPiece[field]),
    unnamed: unreadIn(asked.fields, segment, (one) => one.hasSynonyms && !isNamePiece[one.field]),
    universe: universeOf(asked),
  }
  const different = new Map<string, FoundUnit>()
  const found = units.map((unit) => {
    const key = JSON.stringify(unit)
    const before = different.get(key)
    if (before) return before
    keepTo(deadline)
    const here = findUnit(unit, search)
    different.set(key, here)
    return here
  })
  const sure = joined(found, isLossy, ({ sure: own }) => own)
  const likely = joined(found, isLossy, likelyOf)
  const maybe = without(likely, sure)
  if (!isScored) return { sure, maybe }
  const scores = newNumbers(segment.count)
  let unsure: Bits = bitset(segment.count)
  for (const [index, unit] of found.entries()) {
    unsure = union(unsure, union(unit.maybe, unit.unsure))
    const { rarity } = units[index] as WordUnit
    forEachBit(intersection(likely, likelyOf(unit)), (doc) => {
      scores[doc] = (scores[doc] as number) + unit.worthAt(doc) * rarity
    })
  }
  return { sure, maybe, scores, unsure: intersection(unsure, likely) }
}

/** The segment that words are looked up in. */
interface WordsIn {
  readonly segment: Segment
  /** Whether what they are worth is asked as well. */
  readonly isScored: boolean
  readonly deadline: ReadUntil
}

interface WordSearch {
  readonly asked: SoughtWords
  readonly segment: Segment
  readonly isScored: boolean
  /** Studies with a value in a field whose words, or whose names, are not in the index. */
  readonly unread: Bits | undefined
  readonly unnamed: Bits | undefined
  readonly universe: Universe
}

/** Where a unit is for sure, where it may be, what it is worth there, and where that is not sure. */
interface FoundUnit extends Likely {
  readonly worthAt: (doc: number) => number
  readonly unsure: Bits
}

function joined(
  found: readonly FoundUnit[],
  isLossy: boolean,
  pick: (unit: FoundUnit) => Bits,
): Bits {
  const different = [...new Set(found)]
  return different.map(pick).reduce((a, b) => (isLossy ? union(a, b) : intersection(a, b)))
}

function unreadIn(
  fields: readonly SoughtField[],
  segment: Segment,
  isUnread: (field: SoughtField) => boolean,
): Bits | undefined {
  const unread = fields.filter(isUnread).flatMap(({ field }) => {
    const column = segment.byPiece.column(field)
    return column ? [column.sized((count) => count > 0)] : []
  })
  return unread.length === 0 ? undefined : unread.reduce(union)
}

function findUnit(unit: WordUnit, search: WordSearch): FoundUnit {
  const { asked, segment, unread, unnamed } = search
  const words = unit.terms.map((term) => findTerm(term, search))
  const named = unit.keys.map((key) => findTerm(key, search, true))
  const naming = named.map((name) => name.sure).reduce(union, bitset(segment.count))
  const isAnywhere = asked.coverage === 'contains'
  // What is named needs no words.
  const enough = isAnywhere ? naming : bitset(segment.count)
  const blocks = blocksOfWhole(unit, asked)
  const byWords = blocks
    ? atBeginning(unit, words, blocks, { asked, segment })
    : unit.isTogether
      ? together(unit, words, search, enough)
      : apart(words)
  let { sure, maybe } = byWords
  if (isAnywhere) sure = union(sure, naming)
  else if (!blocks) [sure, maybe] = [bitset(segment.count), union(union(sure, maybe), naming)]
  if (unread) maybe = union(maybe, unread)
  if (unnamed && unit.keys.length > 0) maybe = union(maybe, unnamed)
  const kept = byKeptValues(unit, { sure, maybe: without(maybe, sure) }, asked, segment)
  const unsure = [...words, ...named].map((one) => one.maybe).reduce(union, bitset(segment.count))
  return {
    ...kept,
    worthAt: worthOfUnit(words, named),
    unsure: [unread, unnamed].reduce((all: Bits, one) => (one ? union(all, one) : all), unsure),
  }
}

/** The mean of the words, or the name where that is worth more; of several things of a name all fields count. */
function worthOfUnit(
  words: readonly FoundTerm[],
  named: readonly FoundTerm[],
): (doc: number) => number {
  return (doc) => {
    let sum = 0
    for (const word of words) sum += word.worth[doc] as number
    let best = sum / words.length
    for (const { worth } of named) if ((worth[doc] as number) > best) best = worth[doc] as number
    return best
  }
}

/** A term in one segment, in the fields asked: for sure, or perhaps only in another form. */
interface FoundTerm extends Likely {
  readonly worth: Float64Array
  /** For each document which of the fields of the universe it is in, 32 fields an array; for words side by side. */
  readonly masks: readonly Uint32Array[]
}

function apart(words: readonly FoundTerm[]): Likely {
  const sure = words.map((word) => word.sure).reduce(intersection)
  const likely = words.map(likelyOf).reduce(intersection)
  return { sure, maybe: without(likely, sure) }
}

/** Words that must be side by side may be so where one field has them all; the places of words tell more. */
function together(
  unit: WordUnit,
  words: readonly FoundTerm[],
  { asked, segment, universe }: WordSearch,
  enough: Bits,
): Likely {
  if (words.length === 1) return apart(words)
  const everywhere = words.map(likelyOf).reduce(intersection)
  const perhaps = without(commonIn(words, universe.asked, everywhere), enough)
  if (unit.words.some((word) => word.length > longestTerm))
    return { sure: bitset(segment.count), maybe: perhaps }
  const among = {
    main: commonIn(words, universe.main, perhaps),
    body: commonIn(words, universe.body, perhaps),
  }
  const { found, unknown } = wordsInOrder(ordinaryWords(unit, asked), among, segment)
  const isStem = areStems(unit)
  const isPlain = (doc: number): boolean =>
    asked.coverage === 'contains' &&
    (!asked.isWritten || (isStem && words.every((word) => hasBit(word.sure, doc))))
  const sure = bitset(segment.count)
  const likely = union(unknown, commonIn(words, universe.askedOnly, perhaps))
  for (let doc = 0; doc < found.length; doc++) {
    if (found[doc] === 0) continue
    const how = howInBlocks(words, universe, doc, found[doc] as number)
    if (how === surelyThere && isPlain(doc)) setBit(sure, doc)
    else if (how !== nowhere) setBit(likely, doc)
  }
  return { sure, maybe: without(likely, sure) }
}

/** Whether words that stand side by side in some blocks, each a bit, do so in a field that is asked for. */
function howInBlocks(
  words: readonly FoundTerm[],
  { blocks }: Universe,
  doc: number,
  which: number,
): number {
  let how = nowhere
  for (let block = 0, left = which; left !== 0; block++, left >>>= 1) {
    if ((left & 1) === 0 || !hasCommon(words, blocks[block]?.asked, doc)) continue
    // It is in a field that is asked for unless another in the same block has all the words as well.
    if (!hasCommon(words, blocks[block]?.others, doc)) return surelyThere
    how = unsureThere
  }
  return how
}

/** Whether one of some fields has all of several words in a document. */
function hasCommon(
  words: readonly FoundTerm[],
  fields: readonly number[] = [],
  doc: number,
): boolean {
  for (let part = 0; part < fields.length; part++) {
    let common = fields[part] as number
    for (let at = 0; common !== 0 && at < words.length; at++)
      common &= words[at]?.masks[part]?.[doc] as number
    if (common !== 0) return true
  }
  return false
}

/** Of some documents those in which one of some fields has all of several words. */
function commonIn(words: readonly FoundTerm[], fields: readonly number[], among: Bits): Bits {
  const bits = new Uint32Array(among.length)
  for (const [part, wanted] of fields.entries()) {
    if (wanted === 0) continue
    const masks = words.map((word) => word.masks[part] as Uint32Array)
    forEachBit(among, (doc) => {
      let common = wanted
      for (let at = 0; common !== 0 && at < masks.length; at++)
        common &= (masks[at] as Uint32Array)[doc] as number
      if (common !== 0) setBit(bits, doc)
    })
  }
  return bits
}

function findTerm(term: string, search: WordSearch, isName = false): FoundTerm {
  const { segment, isScored, universe } = search
  const isCut = !isName && term.length > longestTerm
  const stored = segment.byPiece.term(isCut ? term.slice(0, longestTerm) : term)
  const parts = isName ? 0 : universe.asked.length
  const sure = bitset(segment.count)
  const maybe = bitset(segment.count)
  const worth = newNumbers(isScored ? segment.count : 0)
  const masks = Array.from({ length: parts }, () => new Uint32Array(segment.count))
  const found = { sure, maybe, worth, masks }
  if (!stored) return found
  const { how, worth: worths, masks: masksOfSets } = meaningOfSets(stored, search, isName)
  const { docs, ranks } = stored
  for (let at = 0; at < docs.length; at++) {
    const set = ranks ? (ranks[at] as number) : 0
    const there = how[set] as number
    if (there === nowhere) continue
    const doc = docs[at] as number
    setBit(there === unsureThere || isCut ? maybe : sure, doc)
    if (isScored) worth[doc] = worths[set] as number
    for (let part = 0; part < parts; part++)
      (masks[part] as Uint32Array)[doc] = masksOfSets[set * parts + part] as number
  }
  return found
}
