import { addTo, readDuration } from '../../protocol/time/duration.ts'
import { type Moment, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import type { ParticipantState } from '../../protocol/state/participant-state.ts'
import { type ConductCase, zoneOf } from '../model/case.ts'

/**
 * Until when what was said of a participant surely stays so, as ISO in UTC: the next midnight of their site, or sooner one
 * of the instants that the facts and the answer name, moved by any length of time that the version or a setting names. It
 * knows no rule: it only tells when the engine is to be asked again, rather too often than too late.
 */
export function nextChange(found: ConductCase, now: Date): string {
  const zone = zoneOf(found)
  const span = { after: now.getTime(), before: midnightAfter(now, zone) }
  const facts = found.facts.map(({ at, value, details }) => [at, value, details])
  const texts = momentsIn([facts, fixedMoments(found.state)])
  const lengths = lengthsIn([found.protocol, found.run.settings])
  let next = span.before
  for (const text of texts) {
    const moment = readMoment(text, zone)
    if (isTimeProblem(moment)) continue
    for (const at of instantsOf(moment, lengths, span, zone))
      // Some things change at an instant, others when it has passed.
      for (const change of [at, at + 1]) if (change > span.after && change < next) next = change
  }
  return new Date(next).toISOString()
}

/** What the engine names that does not move with the clock: the rest of an answer is told from now. */
function fixedMoments({
  now,
  visits,
  nextDoses,
  eligibility,
  endpoints,
  safety,
}: ParticipantState) {
  return [
    visits.map(({ due, opens, closes }) => [due, opens, closes]),
    nextDoses
      .filter(({ dueAt }) => Date.parse(dueAt) !== Date.parse(now))
      .map(({ dueAt }) => dueAt),
    eligibility.earliest,
    endpoints.map(({ readyAt }) => readyAt),
    safety,
  ]
}

interface Span {
  readonly after: number
  readonly before: number
}

function midnightAfter(now: Date, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(zone).epochMilliseconds
}

/** A moment's own instants, and what comes before or after it by each length: in milliseconds since 1970. */
function instantsOf(
  moment: Moment,
  lengths: readonly Length[],
  { after, before }: Span,
  zone: string,
): readonly number[] {
  const own = [Date.parse(moment.from), Date.parse(moment.until)]
  // Whole days change at midnights.
  if (moment.instant === undefined && moment.precision !== 'hour') return []
  const moved = lengths.flatMap(({ text, ms, isExact }) => {
    const rough = own.map((at) => at + ms)
    if (isExact) return rough
    if (!rough.some((at) => at > after - slackMs && at < before + slackMs)) return []
    const sum = addTo(moment, text, zone)
    return isTimeProblem(sum) ? [] : [Date.parse(sum.from), Date.parse(sum.until)]
  })
  return [...own, ...moved]
}

interface Length {
  readonly text: string
  /** Of the calendar only roughly. */
  readonly ms: number
  readonly isExact: boolean
}

const dayMs = 86_400_000
const slackMs = 4 * dayMs

/** Every length of time that a document names, forwards and backwards. */
function lengthsIn(documents: unknown): readonly Length[] {
  const named = new Set(textsIn(documents, /^-?P[\dT][\dA-Z.,]*$/))
  const both = new Set(
    [...named].flatMap((text) => [text.replace('-', ''), `-${text.replace('-', '')}`]),
  )
  return [...both].flatMap((text) => {
    const parts = readDuration(text)
    if (isTimeProblem(parts)) return []
    const { months, days, seconds } = parts
    const ms = months * 30.44 * dayMs + days * dayMs + seconds * 1000
    return [{ text, ms, isExact: months === 0 && days === 0 }]
  })
}

function momentsIn(values: unknown): ReadonlySet<string> {
  return new Set(textsIn(values, /^\d{4}-\d{2}-\d{2}T/))
}

function textsIn(value: unknown, form: RegExp): readonly string[] {
  if (typeof value === 'string') return form.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((each) => textsIn(each, form))
}
