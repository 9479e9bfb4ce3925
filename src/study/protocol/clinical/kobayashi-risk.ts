import type { Quantity } from '../quantity/quantity.ts'
import { type ClinicalFinding, type MissingInput, comparedTo, countTo } from './findings.ts'
import type { Verdict } from '../../../finder/eligibility/logic.ts'

/** The rule of the score; its source is with `kobayashiRisk`. */
export const kobayashiRiskRule = 'kobayashi-risk@1'

/** What the score is made of; what is not known is left out. */
export interface RiskPicture {
  readonly sodium?: Quantity | undefined
  readonly ast?: Quantity | undefined
  /** The day of illness on which treatment began. */
  readonly illnessDayAtTreatment?: number | undefined
  readonly neutrophils?: Quantity | undefined
  readonly crp?: Quantity | undefined
  /** Completed months. */
  readonly ageMonths?: number | undefined
  readonly platelets?: Quantity | undefined
}

/** The score, or the least and the most it can be; and whether the risk is high. */
export interface KobayashiRisk {
  readonly rule: typeof kobayashiRiskRule
  readonly least: number
  readonly most: number
  /** Where it is known. */
  readonly score?: number
  readonly high: Verdict
  readonly missing: readonly MissingInput[]
}

/**
 * The risk that immunoglobulins will not work, in points: sodium to 133 mmol/L 2, AST from 100 U/L 2, treated by the 4th
 * day of illness 2, neutrophils from 80 % 2, CRP from 10 mg/dL 1, 12 completed months or younger 1, platelets to
 * 300 × 10⁹/L 1. High from `highFrom` points, 4 as published. With something missing it is a range.
 * Source: Kobayashi T et al., Circulation 2006;113:2606-2612.
 */
export function kobayashiRisk(picture: RiskPicture, highFrom = 4): KobayashiRisk {
  const parts = partsOf(picture)
  const sum = (verdicts: readonly Verdict[]) =>
    parts
      .filter(([, finding]) => verdicts.includes(finding.verdict))
      .reduce((total, [points]) => total + points, 0)
  const least = sum(['met'])
  const most = sum(['met', 'unknown'])
  const high = least >= highFrom ? 'met' : most < highFrom ? 'not met' : 'unknown'
  const score = least === most ? { score: least } : {}
  const missing = parts.flatMap(([, finding]) => finding.missing)
  return { rule: kobayashiRiskRule, least, most, ...score, high, missing }
}

function partsOf(picture: RiskPicture): readonly (readonly [number, ClinicalFinding])[] {
  const { sodium, ast, neutrophils, crp, platelets } = picture
  // One charge a sodium ion: an equivalent is a mole. Enzymes are counted alike in U and in IU.
  return [
    [2, comparedTo('sodium', sodium, '<=', q('133', 'mmol/L'), q('133', 'meq/L'))],
    [2, comparedTo('ast', ast, '>=', q('100', 'U/L'), q('100', '[IU]/L'))],
    [2, countTo('illnessDayAtTreatment', picture.illnessDayAtTreatment, '<=', 4)],
    [2, comparedTo('neutrophils', neutrophils, '>=', q('80', '%'))],
    [1, comparedTo('crp', crp, '>=', q('10', 'mg/dL'))],
    [1, countTo('ageMonths', picture.ageMonths, '<=', 12)],
    [1, comparedTo('platelets', platelets, '<=', q('300', '10*9/L'))],
  ]
}

function q(value: string, unit: string): Quantity {
  return { value, unit }
}
