import { twoSidedZ } from './normal.ts'

/** How limits of a survival curve are made: on the scale of its logarithm, of the logarithm of that, or its own. */
export type CurveLimits = 'log' | 'log-log' | 'plain'

/** Limits of a share, from 0 to 1; null where there are none. */
export interface LimitPair {
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * The limits of a survival with Greenwood's variance of its logarithm (Kalbfleisch and Prentice 1980 for log-log; as
 * `survfit` of R). Nobody left: none. Nobody had the event yet: both are 1.
 */
export function curveLimitsOf(
  { survival, variance }: { survival: number; variance: number },
  ci: CurveLimits,
  conf: number,
): LimitPair {
  if (survival === 0) return { lower: null, upper: null }
  if (survival === 1) return { lower: 1, upper: 1 }
  const width = twoSidedZ(conf) * Math.sqrt(variance)
  switch (ci) {
    case 'log':
      return { lower: survival * Math.exp(-width), upper: Math.min(1, survival * Math.exp(width)) }
    case 'plain':
      return {
        lower: Math.max(0, survival - survival * width),
        upper: Math.min(1, survival + survival * width),
      }
    case 'log-log': {
      const power = Math.exp(width / Math.log(survival))
      return { lower: survival ** (1 / power), upper: survival ** power }
    }
  }
}
