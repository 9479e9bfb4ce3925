import type { AskedItem, AskedRule } from '../../words/language/asked.ts'
import { ageDaysOf } from './outcome.ts'
import type { Told } from './told.ts'

/**
 * A rule as it is asked of one person: of a man, of a child under eight and from sixty years on nothing is asked about pregnancy,
 * and what stands beside it still is. Undefined where nothing is left. Rule `fitted@1`.
 */
export function fittedRule(
  rule: AskedRule,
  { today, ...told }: Pick<Told, 'age' | 'born' | 'sex'> & { readonly today: string },
): AskedRule | undefined {
  const ageDays = ageDaysOf(told, today)
  return mayCarryChild({ sex: told.sex, ageDays }) ? rule : withoutPregnancy(rule)
}

function withoutPregnancy(rule: AskedRule): AskedRule | undefined {
  if (rule.ask === 'pregnancy') return undefined
  if (rule.ask === 'several') return partsWithout(rule)
  if (rule.ask === 'set') return ofPregnancy.has(rule.phrase) ? undefined : rule
  if (rule.ask !== 'things') return rule
  const things = rule.what.things.filter((one) => !isPregnancy(one))
  if (things.length === rule.what.things.length) return rule
  // What is left of a row of which each keeps out is asked; what is asked for together is not to be parted.
  if (things.length === 0 || rule.what.joint === 'and' || rule.isTurned) return undefined
  return { ...rule, what: { things, joint: things.length > 1 ? rule.what.joint : undefined } }
}

/** Any of several parts that cannot be so is left out of "or"; a test that is asked of none is left out of "and". */
function partsWithout(rule: Extract<AskedRule, { ask: 'several' }>): AskedRule | undefined {
  const fitted = rule.rules.map((one) => withoutPregnancy(one))
  const isAskedOfNone = (one: AskedRule): boolean =>
    one.ask === 'set' && one.phrase === 'negativePregnancyTest'
  const mayGo = rule.rules.every(
    (one, place) => fitted[place] || isAskedOfNone(one) === (rule.joint === 'and'),
  )
  const rules = fitted.flatMap((one) => one ?? [])
  const [only] = rules
  if (!mayGo) return undefined
  return rules.length > 1 ? { ...rule, rules } : only
}

/** Whether a person is asked about pregnancy; the age in days: not a man, and nobody under eight or from sixty years on. */
export function mayCarryChild({
  sex,
  ageDays,
}: {
  readonly sex: Told['sex'] | undefined
  readonly ageDays: number | undefined
}): boolean {
  if (sex === 'MALE') return false
  return ageDays === undefined || (ageDays >= 8 * yearDays && ageDays < 60 * yearDays)
}

const yearDays = 365.25
const ofPregnancy = new Set<string>(['childbearing', 'negativePregnancyTest'])

function isPregnancy(item: AskedItem): boolean {
  return 'name' in item && item.name.en === 'a pregnancy'
}
