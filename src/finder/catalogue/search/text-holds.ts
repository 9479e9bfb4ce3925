import { tokens } from '../../vocabulary/fold.ts'
import type { Plan } from '../model/plan.ts'
import type { Segment } from '../segment/segment.ts'
import { bodyTexts, searchTexts } from '../segment/texts.ts'
import { ReadingTooLong, type ReadUntil } from '../select/verify.ts'

/** A plan of words that follow one another. */
export type Phrase = Extract<Plan, { kind: 'phrase' }>

/**
 * Whether the texts of a study hold a phrase, by reading them: those of an ordinary search, or the long ones that are asked for.
 * Throws `ReadingTooLong` where the time for that is over, and `StudyDamaged`.
 */
export function textHolds(
  { terms, index, weights }: Phrase,
  doc: number,
  segment: Segment,
  { readUntil }: { readonly readUntil: ReadUntil },
): boolean {
  if (performance.now() > readUntil) throw new ReadingTooLong()
  const wanted = ` ${terms.join(' ')} `
  const { study } = segment.studyAt(doc)
  const texts = index === 'main' ? searchTexts(study) : bodyTexts(study)
  for (const [field, text] of texts)
    if (index === 'main' || (weights[field] ?? 0) > 0)
      if (` ${tokens(text).join(' ')} `.includes(wanted)) return true
  return false
}
