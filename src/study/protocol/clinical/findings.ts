import { type Verdict, and, atLeast, not, or } from '../../../finder/eligibility/logic.ts'
import { isInOrder } from '../quantity/compare-amounts.ts'
import { compareQuantities } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'

/** Something that is not known, and why it is not. */
export interface MissingInput {
  readonly input: string
  readonly why:
    | 'not recorded'
    | 'unit not convertible'
    | 'not a number'
    | 'not plausible'
    | 'site not listed'
}

/** A verdict of Kleene's logic, and what would tell where it is unknown; nothing is missing from what is decided. */
export interface ClinicalFinding {
  readonly verdict: Verdict
  readonly missing: readonly MissingInput[]
}

/** What somebody said of a sign or a result; nothing said is unknown. */
export function saidOf(input: string, said: boolean | undefined): ClinicalFinding {
  if (said === undefined) return unknownFor(input)
  return { verdict: said ? 'met' : 'not met', missing: [] }
}

/** A value against a limit, exactly and across units. `limits` say the same in units that do not convert. */
export function comparedTo(
  input: string,
  value: Quantity | undefined,
  sign: '<' | '<=' | '>' | '>=',
  ...limits: readonly Quantity[]
): ClinicalFinding {
  if (!value) return unknownFor(input)
  let why: MissingInput['why'] = 'unit not convertible'
  for (const limit of limits) {
    const compared = compareQuantities(value, limit)
    if (!isQuantityProblem(compared)) return saidOf(input, isInOrder(compared.order, sign))
    if (compared.problem === 'notANumber') why = 'not a number'
  }
  return unknownFor(input, why)
}

/** A whole number (days, completed months) against a limit; what is no number is unknown. */
export function countTo(
  input: string,
  count: number | undefined,
  sign: '<' | '<=' | '>' | '>=',
  limit: number,
): ClinicalFinding {
  if (count === undefined) return unknownFor(input)
  if (!Number.isFinite(count) || count < 0) return unknownFor(input, 'not a number')
  return saidOf(input, isInOrder(Math.sign(count - limit), sign))
}

/** Met when all are. */
export function allMet(findings: readonly ClinicalFinding[]): ClinicalFinding {
  return joined(findings, and)
}

/** Met when one is. */
export function anyMet(findings: readonly ClinicalFinding[]): ClinicalFinding {
  return joined(findings, or)
}

/** Met when at least so many are. */
export function atLeastMet(count: number, findings: readonly ClinicalFinding[]): ClinicalFinding {
  return joined(findings, (verdicts) => atLeast(count, verdicts))
}

/** The opposite. */
export function notThat({ verdict, missing }: ClinicalFinding): ClinicalFinding {
  return { verdict: not(verdict), missing }
}

/** Unknown, and why. */
export function unknownFor(
  input: string,
  why: MissingInput['why'] = 'not recorded',
): ClinicalFinding {
  return { verdict: 'unknown', missing: [{ input, why }] }
}

function joined(
  findings: readonly ClinicalFinding[],
  logic: (verdicts: readonly Verdict[]) => Verdict,
): ClinicalFinding {
  const verdict = logic(findings.map((one) => one.verdict))
  if (verdict !== 'unknown') return { verdict, missing: [] }
  const missing = new Map<string, MissingInput>()
  for (const one of findings.flatMap((finding) => finding.missing))
    if (!missing.has(one.input)) missing.set(one.input, one)
  return { verdict, missing: [...missing.values()] }
}
