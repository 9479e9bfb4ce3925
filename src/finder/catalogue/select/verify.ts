import { processorMs } from '../../../base/processor-time.ts'
import { nctOf } from '../model/nct-number.ts'
import { StudyDamaged } from '../model/damage.ts'
import type { StoredStudy } from '../model/stored.ts'
import { pieces } from '../../registry/pieces/pieces.ts'
import { thingNames } from '../../vocabulary/named-in-words.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import type { Sought } from './sought.ts'
import { type Bits, intersection, union, forEachBit, isEmpty } from './bits.ts'
import type { FoundDocs } from './found.ts'
import { judge } from './judge.ts'
import { RecordReading, type RecordVerdict } from './reading.ts'

/** Until when records may be read for one question, as `processorMs()` counts. */
export type ReadUntil = number

/** So many records would have to be read that it takes too long: no answer is better than a wrong one. */
export class ReadingTooLong extends Error {
  override readonly name = 'ReadingTooLong'
}

/** Throws `ReadingTooLong` past the deadline. */
export function keepTo(deadline: ReadUntil): void {
  if (isPast(deadline)) throw new ReadingTooLong()
}

/** Whether the time for reading is used up. */
export function isPast(deadline: ReadUntil): boolean {
  return deadline !== Infinity && processorMs() > deadline
}

/** Reading may go on for so many milliseconds of processor time from now. */
export function readingFor(ms: number): ReadUntil {
  return processorMs() + ms
}

interface Verifying {
  readonly vocabulary: Vocabulary
  readonly deadline: ReadUntil
}

/**
 * What is found once the records are read of which the index does not tell it, or not what they are worth. Throws
 * `ReadingTooLong` past the deadline, and `StudyDamaged`.
 */
export function verified(
  { where, filter }: { readonly where: Sought; readonly filter: Sought },
  { sure, maybe, scores, unsure }: FoundDocs,
  loaded: LoadedSegment,
  { vocabulary, deadline }: Verifying,
): { readonly bits: Bits; readonly scores: Float64Array | undefined } {
  const worth = unsure && intersection(unsure, sure)
  const toRead = maybe && worth ? union(maybe, worth) : (maybe ?? worth)
  if (!toRead || isEmpty(toRead)) return { bits: sure, scores }
  const bits = sure.slice()
  const held = holding({ where, filter }, vocabulary)
  forEachBit(toRead, (doc) => {
    keepTo(deadline)
    const { isFound, score } = held(loaded, doc)
    const at = doc >> 5
    if (isFound) bits[at] = (bits[at] as number) | (1 << (doc & 31))
    else bits[at] = (bits[at] as number) & ~(1 << (doc & 31))
    if (scores) scores[doc] = score
  })
  return { bits, scores }
}

/** Reads records, one at a time, and holds each against a question. What it gives throws `StudyDamaged`. */
export function holding(
  { where, filter }: { readonly where: Sought; readonly filter: Sought },
  vocabulary: Vocabulary,
): (loaded: LoadedSegment, doc: number) => RecordVerdict {
  const names = thingNames(vocabulary)
  const isWhole = needsResults(where) || needsResults(filter)
  return (loaded, doc) => {
    const { study, points } = recordAt(loaded, doc, isWhole)
    const reading = new RecordReading(study, points, names)
    const ranked = judge(where, reading)
    return { ...ranked, isFound: ranked.isFound && judge(filter, reading).isFound }
  }
}

/** The record of a document, with its results where it is to be whole. Throws `StudyDamaged`. */
export function recordAt(
  { segment, columns }: LoadedSegment,
  doc: number,
  isWhole: boolean,
): StoredStudy {
  if (!isWhole) return segment.studyAt(doc)
  const nct = columns.nct[doc] as number
  const stored = segment.study(nct)
  if (!stored) throw new StudyDamaged(nctOf(nct))
  return stored
}

/** Results are kept apart from the rest of a record, and are long. */
function needsResults(asked: Sought): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.parts.some(needsResults)
  if (asked.kind === 'not' || asked.kind === 'together') return needsResults(asked.part)
  if (asked.kind === 'words') return asked.fields.some(({ field }) => isOfResults(field))
  if (asked.kind === 'missing' || asked.kind === 'listSize') return asked.fields.some(isOfResults)
  return 'field' in asked && isOfResults(asked.field)
}

function isOfResults(field: number): boolean {
  return pieces[field]?.path.startsWith('resultsSection') === true
}
