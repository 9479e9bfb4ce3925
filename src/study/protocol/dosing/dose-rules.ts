import type {
  CapRule,
  Regimen,
  RoundingRule,
  SmallestDose,
  WeightRule,
} from '../document/dosing.ts'
import type { OperatorSetting } from '../document/settings.ts'
import type { Quantity } from '../quantity/quantity.ts'

/** A rule in force for a regimen, and whose it is: the version's, or what an operator set where it is silent. */
export interface RuleInForce<Rule> {
  readonly rule: Rule
  readonly by: 'version' | OperatorSetting
}

type Sets<Name extends OperatorSetting['sets']> = Extract<OperatorSetting, { readonly sets: Name }>

/** The cap in force; none where nobody set one. */
export function capOf(
  { id, cap }: Regimen,
  settings: readonly OperatorSetting[],
): RuleInForce<Quantity> | undefined {
  if (cap && isStated(cap) && cap.amount) return { rule: cap.amount, by: 'version' }
  const set = settingFor('cap', id, settings)
  return set && { rule: set.amount, by: set }
}

/** The rounding in force; none leaves the amount exact. */
export function roundingOf(
  { id, rounding }: Regimen,
  settings: readonly OperatorSetting[],
): RuleInForce<{ readonly step: Quantity; readonly mode: 'down' | 'nearest half up' }> | undefined {
  if (rounding && isStated(rounding) && rounding.step && rounding.mode)
    return { rule: { step: rounding.step, mode: rounding.mode }, by: 'version' }
  const set = settingFor('rounding', id, settings)
  return set && { rule: { step: set.step, mode: set.mode }, by: set }
}

/** The least amount that can be given, if somebody named one. */
export function smallestOf(
  { id, smallest }: Regimen,
  settings: readonly OperatorSetting[],
): RuleInForce<Quantity> | undefined {
  if (smallest && isStated(smallest) && smallest.amount)
    return { rule: smallest.amount, by: 'version' }
  const set = settingFor('smallest dose', id, settings)
  return set && { rule: set.amount, by: set }
}

/** Which weight counts; undefined where nobody has said. */
export function weightUse(
  { id, weight }: Regimen,
  settings: readonly OperatorSetting[],
): 'baseline' | 'current' | undefined {
  if (weight && isStated(weight) && weight.use) return weight.use
  return settingFor('weight', id, settings)?.use
}

function isStated({ status }: CapRule | RoundingRule | SmallestDose | WeightRule): boolean {
  return status !== 'silent'
}

function settingFor<Name extends OperatorSetting['sets']>(
  sets: Name,
  regimen: string,
  settings: readonly OperatorSetting[],
): Sets<Name> | undefined {
  return settings.find(
    (one): one is Sets<Name> => one.sets === sets && 'regimen' in one && one.regimen === regimen,
  )
}
