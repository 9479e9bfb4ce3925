import type { QuantityProblem } from '../quantity/quantity.ts'

/** As the tables of coronary arteries have it. */
export type Sex = 'male' | 'female'

/** Why a clinical value cannot be worked out; a door puts it into words. */
export type ClinicalProblem =
  | QuantityProblem
  /** These are needed and not there. */
  | { readonly problem: 'missingInput'; readonly inputs: readonly string[] }
  /** No body has it: a unit or a decimal point is wrong. Both limits are of people alive. */
  | {
      readonly problem: 'notPlausible'
      readonly input: string
      readonly value: string
      readonly unit: string
      readonly least: string
      readonly most: string
    }
  /** Each may be, together they cannot: 96 cm and 145 kg. */
  | { readonly problem: 'notPlausibleTogether'; readonly inputs: readonly string[] }
  /** The model has no such segment, and no other stands in for it. */
  | {
      readonly problem: 'noSuchSegment'
      readonly model: string
      readonly segment: string
      readonly segments: readonly string[]
    }
  | { readonly problem: 'unknownChoice'; readonly input: string; readonly value: string }
  /** Z scores of two models, which are not compared: work both out from millimetres by one. */
  | { readonly problem: 'differentModels'; readonly models: readonly string[] }
  | { readonly problem: 'unknownFunction'; readonly name: string }

/** True for what went wrong instead of a clinical value. */
export function isClinicalProblem<Result extends object>(
  result: Result | ClinicalProblem,
): result is ClinicalProblem {
  return 'problem' in result
}
