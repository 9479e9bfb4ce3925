import type { Vocabulary } from '../../vocabulary/concept.ts'
import { isDisease } from './diseases.ts'
import { type NamedIllness, type NamedStage, illnessesIn } from './name-pieces.ts'
import { overlap } from './word-spans.ts'

/**
 * A name that holds a stage ("metastatic breast cancer") and means no more than without it is the name without it; of one that only
 * says the stage ("cancer has spread") what is left beside the stage.
 */
export function stageApart(
  illnesses: readonly NamedIllness[],
  stages: readonly NamedStage[],
  words: readonly string[],
  vocabulary: Vocabulary,
): readonly NamedIllness[] {
  return illnesses.map((illness) => {
    const within = stages.filter((stage) => stage.isTelling && overlap(stage, illness))
    for (const { start, end } of within) {
      const around = [
        { start: illness.start, end: Math.max(illness.start, start) },
        { start: Math.min(illness.end, end), end: illness.end },
      ]
      for (const part of around) {
        const [own] = illnessesIn(words.slice(part.start, part.end), vocabulary)
        if (own && (own.concept === illness.concept || !isDisease(illness.concept)))
          return { ...own, start: part.start + own.start, end: part.start + own.end }
      }
    }
    return illness
  })
}
