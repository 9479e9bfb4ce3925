import { readMoment } from '../../../study/protocol/time/moment.ts'
import { isTimeProblem } from '../../../study/protocol/time/problems.ts'

/** What is typed into one field is at most so long. */
export const longest = 100

/** A time by the clocks of the zone, with the offset it has there; or why there is none. */
export function clockTime(
  typed: string,
  zone: string,
): { readonly text: string } | 'noSuchTime' | 'twice' | 'skipped' {
  if (typed.length > longest) return 'noSuchTime'
  const text = typed.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
  const moment = readMoment(text, zone)
  if (isTimeProblem(moment)) {
    if (moment.problem === 'timeHappensTwice') return 'twice'
    return moment.problem === 'skippedTime' ? 'skipped' : 'noSuchTime'
  }
  if (moment.instant === undefined) return 'noSuchTime'
  const { offset } = Temporal.Instant.from(moment.instant).toZonedDateTimeISO(zone)
  return { text: `${text.slice(0, 16)}${offset}` }
}
