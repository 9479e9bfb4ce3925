import type { SentAnswer } from '../../../people/enquiries/model/details.ts'

/** How the answers that were sent along read, each kind counted. */
export type ReadingCounts = Readonly<Record<SentAnswer['reading'], number>>

/** In the order in which a desk shows them: what is not known first. */
export const readingsInOrder = ['unknown', 'presumed', 'not met', 'met'] as const

/** Counts the readings of answers. */
export function countReadings(answers: readonly SentAnswer[]): ReadingCounts {
  const of = (reading: SentAnswer['reading']): number =>
    answers.filter((answer) => answer.reading === reading).length
  return {
    met: of('met'),
    'not met': of('not met'),
    presumed: of('presumed'),
    unknown: of('unknown'),
  }
}
