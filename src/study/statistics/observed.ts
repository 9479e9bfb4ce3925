import { checkFinite, refuse } from './arguments.ts'
import { joinTies } from './ties.ts'

/** Times and whether each ended with the event (1) or without it (0, censored), one of each a participant. */
export interface Observed {
  readonly time: readonly number[]
  readonly event: readonly number[]
}

/** What happened at one time: how many were still watched just before it, and how many had the event. */
export interface EventTime {
  readonly time: number
  readonly atRisk: number
  readonly events: number
}

/**
 * The times with one or more events, in order. Times that differ by rounding alone are one time, and who is censored at
 * a time was watched at that time. Throws RangeError when the lists differ in length, a time is negative or not
 * finite, or an event is neither 0 nor 1.
 */
export function momentsOf({ time, event }: Observed): EventTime[] {
  checkObserved(time, event)
  const moments: EventTime[] = []
  const order = inOrder(joinTies(time), event)
  for (let from = 0; from < order.length;) {
    const at = order[from]?.time ?? 0
    let to = from
    let events = 0
    for (; order[to]?.time === at; to++) events += order[to]?.event ?? 0
    if (events > 0) moments.push({ time: at, atRisk: order.length - from, events })
    from = to
  }
  return moments
}

/** Throws RangeError when the lists differ in length, a time is negative or not finite, or an event neither 0 nor 1. */
export function checkObserved(time: readonly number[], event: readonly number[]): void {
  checkFinite('time', time)
  const early = time.findIndex((one) => one < 0)
  if (early >= 0) refuse(`time[${early}]`, time[early], 'a time of 0 or more')
  if (event.length !== time.length)
    refuse('event', `a list of ${event.length}`, `one for each of the ${time.length} times`)
  const odd = event.findIndex((one) => one !== 0 && one !== 1)
  if (odd >= 0) refuse(`event[${odd}]`, event[odd], '1 where the event happened, 0 where not')
}

function inOrder(
  time: readonly number[],
  event: readonly number[],
): { time: number; event: number }[] {
  return time
    .map((one, at) => ({ time: one, event: event[at] ?? 0 }))
    .toSorted((a, b) => a.time - b.time)
}
