import type { TimeProblem } from './problems.ts'

/** True for a zone of the IANA database: `Europe/Paris`, `UTC`. */
export function isZone(zone: string): boolean {
  try {
    return (
      /^[A-Z]/.test(zone) &&
      Temporal.Instant.from(anyInstant).toZonedDateTimeISO(zone) !== undefined
    )
  } catch {
    return false
  }
}

/**
 * The one instant at which the clocks of a zone showed a time. A problem for a time that they skipped, and for one
 * that they showed twice: the offset tells, and only a person knows it.
 */
export function atWallClock(
  wall: Temporal.PlainDateTime,
  zone: string,
): Temporal.ZonedDateTime | TimeProblem {
  const text = wall.toString()
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.equals(later)) return earlier
  // Of a time that was skipped, Temporal shows what the clocks show an hour before and after.
  if (!earlier.toPlainDateTime().equals(wall)) return { problem: 'skippedTime', text, zone }
  const candidates = [earlier, later].map((one) => withOffset(one))
  return { problem: 'timeHappensTwice', text, zone, candidates }
}

/** An instant as ISO with the offset that its zone had: `2017-10-29T02:30:00+01:00`. */
export function withOffset(at: Temporal.ZonedDateTime): string {
  return at.toString({ timeZoneName: 'never' })
}

const anyInstant = '2017-01-01T00:00:00Z'
