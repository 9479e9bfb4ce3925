/** What was asked for and not confirmed is forgotten after this many hours. */
export const confirmHours = 48

/** The moment so many hours before, as ISO in UTC. */
export function hoursBefore(now: Date, hours: number): string {
  return new Date(now.getTime() - hours * 3_600_000).toISOString()
}
