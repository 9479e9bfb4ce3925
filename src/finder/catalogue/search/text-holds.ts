import { tokens } from '../../vocabulary/fold.ts'
import type { BodyField } from '../model/fields.ts'
import type { Plan } from '../model/plan.ts'
import type { Segment } from '../segment/segment.ts'
import { type FieldText, bodyTexts, searchTexts } from '../segment/texts.ts'
import { ReadingTooLong, type ReadUntil, isPast } from '../select/verify.ts'

/** A plan of words that follow one another. */
export type Phrase = Extract<Plan, { kind: 'phrase' }>

/** Long texts of a segment as their words, by study: for who asks of the same few studies again and again. */
export interface KeptTexts {
  readonly texts: Map<number, readonly FieldText<BodyField>[]>
  /** How many more characters are kept. */
  left: number
}

/** Until when texts may be read, and where they are kept. */
export interface TextReading {
  readonly readUntil: ReadUntil
  readonly keptTexts?: KeptTexts
}

/**
 * Whether the texts of a study hold a phrase, by reading them: those of an ordinary search, or the long ones that are asked for.
 * Throws `ReadingTooLong` where the time for that is over, and `StudyDamaged`.
 */
export function textHolds(
  { terms, index, weights }: Phrase,
  doc: number,
  segment: Segment,
  { readUntil, keptTexts }: TextReading,
): boolean {
  const wanted = ` ${terms.join(' ')} `
  const kept = index === 'body' ? keptTexts?.texts.get(doc) : undefined
  if (!kept && isPast(readUntil)) throw new ReadingTooLong()
  if (index === 'main')
    return [...searchTexts(segment.studyAt(doc).study)].some(([, text]) =>
      wordsOf(text).includes(wanted),
    )
  const texts = kept ?? longTexts(doc, segment, keptTexts)
  return texts.some(([field, words]) => (weights[field] ?? 0) > 0 && words.includes(wanted))
}

function longTexts(
  doc: number,
  segment: Segment,
  kept: KeptTexts | undefined,
): readonly FieldText<BodyField>[] {
  const texts = [...bodyTexts(segment.studyAt(doc).study)].map(
    ([field, text]) => [field, wordsOf(text)] as const,
  )
  if (kept && kept.left > 0) {
    kept.texts.set(doc, texts)
    for (const [, words] of texts) kept.left -= words.length
  }
  return texts
}

function wordsOf(text: string): string {
  return ` ${tokens(text).join(' ')} `
}
