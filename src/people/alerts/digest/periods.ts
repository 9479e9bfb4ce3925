/** Mails that are not at once go out from this hour of the local day. */
const hour = 7

/** One span of time in which a person gets at most one digest of a kind. */
export interface Period {
  readonly urgency: 1 | 2
  /** `daily:2026-11-24` or `weekly:2026-W48`. */
  readonly name: string
  /** Only news found before this moment (ISO, UTC) belongs to it; undefined for all there is. */
  readonly foundBefore?: string
  /** The moment itself. News of a later one was found by a clock that was wrong, and waits no longer for it. */
  readonly asOf?: string
}

/** What may go out together at a moment: what is told at once, and the periods that are due. */
export type Round = { readonly urgency: 0 } | Period

/** All that may go out at a moment, by the calendar of an IANA time zone. */
export function roundsAt(now: Date, timeZone: string): readonly Round[] {
  return [{ urgency: 0 }, ...periodsAt(now, timeZone)]
}

/**
 * The periods whose digests may go out at a moment. Daily: from seven in the morning, once a local day, with
 * all that waits. Weekly: from Monday at seven, with what was found before it; a service that was down on
 * Monday sends later in the week. Days are counted by the local calendar, so a change of clocks skips and doubles none.
 */
export function periodsAt(now: Date, timeZone: string): readonly Period[] {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const day = local.toPlainDate()
  const periods: Period[] = []
  if (local.hour >= hour) periods.push({ urgency: 1, name: `daily:${day.toString()}` })
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const start = monday.toZonedDateTime({ timeZone, plainTime: { hour } })
  if (Temporal.ZonedDateTime.compare(local, start) >= 0)
    periods.push({
      urgency: 2,
      name: `weekly:${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`,
      foundBefore: new Date(start.epochMilliseconds).toISOString(),
      asOf: now.toISOString(),
    })
  return periods
}
