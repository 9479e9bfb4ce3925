import type { Quantity } from '../quantity/quantity.ts'
import { type ClinicalFinding, comparedTo, unknownFor } from './findings.ts'

/** The rule by which a temperature is held against the threshold of its site. */
export const feverRule = 'fever-by-site@1'

/** From which temperature it is fever. */
export interface FeverThreshold {
  readonly sign: '>' | '>='
  readonly limit: Quantity
}

/** The thresholds a protocol gives: one for each site of the body, or one for all of those it names. */
export type FeverThresholds = Readonly<Record<string, FeverThreshold>>

/**
 * Whether a temperature is fever where it was taken, exactly and across units: 100.4 °F is not above 38 °C. A site
 * without a threshold, a site that nobody wrote down, and a temperature that no body has, are unknown. One site's
 * reading is never turned into another's.
 */
export function feverOf(
  temperature: Quantity | undefined,
  site: string | undefined,
  thresholds: FeverThresholds,
): ClinicalFinding & { readonly rule: typeof feverRule } {
  return { rule: feverRule, ...judge(temperature, site, thresholds) }
}

function judge(
  temperature: Quantity | undefined,
  site: string | undefined,
  thresholds: FeverThresholds,
): ClinicalFinding {
  if (!temperature) return unknownFor('temperature')
  if (site === undefined) return unknownFor('site')
  const threshold = Object.hasOwn(thresholds, site) ? thresholds[site] : undefined
  if (!threshold) return unknownFor('site', 'site not listed')
  const judged = comparedTo('temperature', temperature, threshold.sign, threshold.limit)
  if (judged.verdict === 'unknown' || isOfABody(temperature)) return judged
  return unknownFor('temperature', 'not plausible')
}

/** From the coldest to the hottest that people have lived through: 38 °F and 100.4 °C are slips of the unit. */
function isOfABody(temperature: Quantity): boolean {
  const low = comparedTo('temperature', temperature, '>=', { value: '13', unit: 'Cel' })
  const high = comparedTo('temperature', temperature, '<=', { value: '47', unit: 'Cel' })
  return low.verdict === 'met' && high.verdict === 'met'
}
