import { checkInside, refuse } from './arguments.ts'
import { type EventTime, type Observed, momentsOf } from './observed.ts'
import { type CurveLimits, curveLimitsOf } from './curve-limits.ts'
import { type QuantileWithLimits, quantileOf } from './curve-quantile.ts'

/** Times and events, how limits are made (`log-log` where not said; R's default is `log`), and how sure they are. */
export interface CurveInput extends Observed {
  readonly ci?: CurveLimits
  readonly conf?: number
}

/** A curve: one entry of each list for every time with an event. Null is not there or not reached, never 0. */
export interface Curve {
  readonly time: readonly number[]
  readonly atRisk: readonly number[]
  readonly events: readonly number[]
  readonly survival: readonly number[]
  /** Greenwood's standard error of the survival; null where nobody is left. */
  readonly se: readonly (number | null)[]
  readonly lower: readonly (number | null)[]
  readonly upper: readonly (number | null)[]
  /** The last time anybody was watched, null where nobody was. */
  readonly last: number | null
}

/** A curve with its quartiles. */
export interface KaplanMeier extends Curve {
  readonly method: `kaplan-meier(${CurveLimits})@1`
  readonly n: number
  readonly conf: number
  readonly median: number | null
  readonly medianCI: { readonly lower: number | null; readonly upper: number | null }
  readonly q25: number | null
  readonly q75: number | null
}

/** A quantile of a time with its limits. */
export interface SurvivalQuantile extends QuantileWithLimits {
  readonly method: `kaplan-meier-quantile(${CurveLimits})@1`
  readonly p: number
  readonly conf: number
}

/**
 * The Kaplan-Meier estimate (JASA 53, 1958) with Greenwood's standard error and limits at each time with an event, the
 * median with its limits, and the times by which a quarter and three quarters had the event.
 * Throws RangeError when `time` and `event` do not fit together or hold what is no time or event, `ci` is none of the
 * three, or `conf` is not between 0 and 1.
 */
export function kaplanMeier(given: CurveInput): KaplanMeier {
  const { ci = 'log-log', conf = 0.95 } = given
  const curve = curveOf(given)
  const { quantile, lower, upper } = quantileOf(curve, 0.5)
  return {
    method: `kaplan-meier(${ci})@1`,
    n: given.time.length,
    conf,
    ...curve,
    median: quantile,
    medianCI: { lower, upper },
    q25: quantileOf(curve, 0.25).quantile,
    q75: quantileOf(curve, 0.75).quantile,
  }
}

/**
 * The time by which the share `p` had the event, with its limits (null: not reached).
 * Throws RangeError for what `kaplanMeier` refuses, and when `p` is not between 0 and 1.
 */
export function survivalQuantile(given: CurveInput & { p: number }): SurvivalQuantile {
  const { p, ci = 'log-log', conf = 0.95 } = given
  checkInside('p', p)
  const found = quantileOf(curveOf(given), p)
  return { method: `kaplan-meier-quantile(${ci})@1`, p, conf, ...found }
}

/** The curve with its limits. Throws RangeError for what `kaplanMeier` refuses. */
export function curveOf(given: CurveInput): Curve {
  const { time, ci = 'log-log', conf = 0.95 } = given
  if (!['log', 'log-log', 'plain'].includes(ci)) refuse('ci', ci, 'log, log-log or plain')
  checkInside('conf', conf)
  const moments = momentsOf(given)
  const points = pointsOf(moments)
  const limits = points.map((point) => curveLimitsOf(point, ci, conf))
  return {
    time: moments.map((moment) => moment.time),
    atRisk: moments.map((moment) => moment.atRisk),
    events: moments.map((moment) => moment.events),
    survival: points.map(({ survival }) => survival),
    se: points.map(({ survival, variance }) =>
      survival === 0 ? null : survival * Math.sqrt(variance),
    ),
    lower: limits.map(({ lower }) => lower),
    upper: limits.map(({ upper }) => upper),
    last: time.length === 0 ? null : time.reduce((a, b) => Math.max(a, b)),
  }
}

/** The share still without the event, and Greenwood's sum: the variance of its logarithm. */
function pointsOf(moments: readonly EventTime[]): { survival: number; variance: number }[] {
  let survival = 1
  let variance = 0
  return moments.map(({ atRisk, events }) => {
    survival *= (atRisk - events) / atRisk
    variance += events / (atRisk * (atRisk - events))
    return { survival, variance }
  })
}
