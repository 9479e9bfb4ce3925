/** The first instant of a day by the clocks of a zone, with its offset: `2026-12-15T00:00+01:00`. Throws RangeError where either is none. */
export function firstInstantOf(day: string, zone: string): string {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone)
  return `${start.toPlainDateTime().toString({ smallestUnit: 'minute' })}${start.offset}`
}
