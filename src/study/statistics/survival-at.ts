import { checkPositive, refuse } from './arguments.ts'
import { type CurveInput, curveOf } from './kaplan-meier.ts'
import type { CurveLimits } from './curve-limits.ts'
import { checkObserved } from './observed.ts'
import { isBy } from './ties.ts'
import { sum } from './sum.ts'

/** The share still without the event at a time, with its limits. All are null after the last time anybody was watched. */
export interface SurvivalAt {
  readonly method: `kaplan-meier(${CurveLimits})@1`
  readonly at: number
  readonly survival: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly conf: number
}

/** The mean time without the event up to `tau`. Null where nobody was watched so long. */
export interface RestrictedMean {
  readonly method: 'restricted-mean@1'
  readonly tau: number
  readonly mean: number | null
  readonly se: number | null
}

/**
 * The Kaplan-Meier estimate just after the time `at`: an event at that time has happened. Before the first event it
 * is 1. Beyond the last time anybody was watched it is not known, unless everybody had the event.
 * Throws RangeError for what `kaplanMeier` refuses, and when `at` is not 0 or more.
 */
export function survivalAt(given: CurveInput & { at: number }): SurvivalAt {
  const { at, ci = 'log-log', conf = 0.95 } = given
  if (!(at >= 0 && at < Infinity)) refuse('at', at, 'a finite time of 0 or more')
  const { time, survival, lower, upper, last } = curveOf(given)
  const method = `kaplan-meier(${ci})@1` as const
  const unknown = { method, at, survival: null, lower: null, upper: null, conf }
  const step = time.findLastIndex((one) => isBy(one, at))
  const height = step < 0 ? 1 : (survival[step] ?? null)
  if (last === null || (!isBy(at, last) && height !== 0)) return unknown
  if (step < 0) return { ...unknown, survival: 1, lower: 1, upper: 1 }
  return { ...unknown, survival: height, lower: lower[step] ?? null, upper: upper[step] ?? null }
}

/**
 * The area under the Kaplan-Meier curve up to `tau`, with its standard error (as `survfit` of R, `rmean`).
 * Throws RangeError for what `kaplanMeier` refuses, and when `tau` is not above 0.
 */
export function restrictedMean(given: CurveInput & { tau: number }): RestrictedMean {
  const { tau } = given
  checkPositive('tau', tau)
  const { time, atRisk, events, survival, last } = curveOf(given)
  const isWatched = last !== null && (isBy(tau, last) || survival.at(-1) === 0)
  if (!isWatched) return { method: 'restricted-mean@1', tau, mean: null, se: null }
  const steps = time.filter((one) => one < tau)
  const ends = [...steps, tau]
  const areas = ends.map((end, at) => (end - (steps[at - 1] ?? 0)) * (survival[at - 1] ?? 1))
  const variances = steps.map((_, at) => {
    const [n = 0, d = 0] = [atRisk[at], events[at]]
    return n === d ? 0 : (sum(areas.slice(at + 1)) ** 2 * d) / (n * (n - d))
  })
  return { method: 'restricted-mean@1', tau, mean: sum(areas), se: Math.sqrt(sum(variances)) }
}

/**
 * How many were still watched just before each of the times `at`: the numbers at risk under a curve.
 * Throws RangeError when a time is negative or not finite.
 */
export function numbersAtRisk(given: { time: readonly number[]; at: readonly number[] }): number[] {
  const { time, at } = given
  checkObserved(
    time,
    time.map(() => 0),
  )
  return at.map((moment) => time.filter((one) => isBy(moment, one)).length)
}
