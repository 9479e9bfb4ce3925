import { orderMoments, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import type { KeptFact } from './facts.ts'

/** The facts that nothing corrects, of one item or of all, in the order in which they happened. */
export function currentFacts(
  facts: readonly KeptFact[],
  item?: string,
  zone?: string,
): readonly KeptFact[] {
  const corrected = new Set(facts.flatMap(({ corrects }) => corrects ?? []))
  return facts
    .filter((fact) => !corrected.has(fact.id) && (item === undefined || fact.item === item))
    .map((fact) => ({ fact, moment: readMoment(fact.at, zone) }))
    .toSorted(({ moment: one }, { moment: other }) =>
      isTimeProblem(one) || isTimeProblem(other) ? 0 : orderMoments(one, other),
    )
    .map(({ fact }) => fact)
}
