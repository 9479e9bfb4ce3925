/** What was asked for and not confirmed is forgotten after this many hours. */
export const confirmHours = 48

/** The moment so many hours before, as ISO in UTC. */
export function hoursBefore(now: Date, hours: number): string {
  return later(now, -hours).toISOString()
}

/** The moment so many hours later. */
export function later(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000)
}
