import { checkInside, checkPositive, checkWhole } from './arguments.ts'
import { gammaQuantile } from './gamma.ts'

/** Events in a unit of time, with exact limits. */
export interface RateInterval {
  readonly method: 'poisson-exact@1'
  readonly rate: number
  readonly lower: number
  readonly upper: number
  readonly conf: number
}

/**
 * The rate of `events` in `time` (in any unit: the rate is per that unit) with its exact limits (F. Garwood,
 * Biometrika 28, 1936), from gamma quantiles. Without an event the lower limit is 0.
 * Throws RangeError when `events` is not a whole number of 0 or more, `time` not above 0, or `conf` not between 0 and 1.
 */
export function poissonExactRate(given: {
  events: number
  time: number
  conf?: number
}): RateInterval {
  const { events, time, conf = 0.95 } = given
  checkWhole('events', events, 0)
  checkPositive('time', time)
  checkInside('conf', conf)
  const tail = (1 - conf) / 2
  return {
    method: 'poisson-exact@1',
    rate: events / time,
    lower: events === 0 ? 0 : gammaQuantile(tail, events) / time,
    upper: gammaQuantile(1 - tail, events + 1) / time,
    conf,
  }
}
