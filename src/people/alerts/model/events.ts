/** What can happen to a study that a person may want to hear of. */
export type Event = 'posted' | 'recruiting' | 'site' | 'closed' | 'changed'

/** The events as bits: what a subscription wants and what a change brings are compared in one step. */
export const eventBit: Readonly<Record<Event, number>> = {
  posted: 1,
  recruiting: 2,
  site: 4,
  closed: 8,
  changed: 16,
}

/** In the order in which they matter to a reader. */
export const allEvents: readonly Event[] = ['recruiting', 'posted', 'site', 'closed', 'changed']

/** `['posted', 'site']` is 5. */
export function eventBits(events: Iterable<Event>): number {
  let bits = 0
  for (const event of events) bits |= eventBit[event]
  return bits
}

/** `5` is `posted` and `site`, in the order in which they matter to a reader. */
export function eventsOf(bits: number): readonly Event[] {
  return allEvents.filter((event) => (bits & eventBit[event]) !== 0)
}

/** What is ticked at first: for a search what is new and open, for one study everything. */
export const usualEvents = {
  search: eventBits(['posted', 'recruiting', 'site']),
  study: eventBits(['recruiting', 'site', 'closed', 'changed']),
} as const
