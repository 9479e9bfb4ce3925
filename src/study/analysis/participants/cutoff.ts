import type { Fact } from '../../protocol/facts/fact.ts'
import { orderInstants } from '../../protocol/time/instants.ts'
import { type Moment, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'

/** The moment of the last fact, as it was written; where only its day is known, the end of that day everywhere. */
export function lastMoment(participants: ReadonlyMap<string, readonly Fact[]>): string | undefined {
  let last: Moment | undefined
  for (const facts of participants.values())
    for (const { at } of facts) {
      // Facts of one moment are many; texts of one form need no reading to be told apart.
      if (last?.text === at) continue
      const moment = readMoment(at)
      if (!isTimeProblem(moment) && (!last || orderInstants(moment.until, last.until) > 0))
        last = moment
    }
  return last && (last.instant === undefined ? last.until : last.text)
}
