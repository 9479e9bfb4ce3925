import type { AskedItem, AskedRule } from '../../words/language/asked.ts'
import { ageDaysOf } from './outcome.ts'
import type { Told } from './told.ts'

/**
 * A rule as it is asked of one person: of a man or a child under eight nothing is asked about pregnancy, and what stands
 * beside it still is. Undefined where nothing is left. Rule `fitted@1`.
 */
export function fittedRule(
  rule: AskedRule,
  { today, ...told }: Pick<Told, 'age' | 'born' | 'sex'> & { readonly today: string },
): AskedRule | undefined {
  return mayBePregnant(told, today) ? rule : withoutPregnancy(rule)
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

/** False for a man, and under eight years. */
function mayBePregnant(told: Pick<Told, 'age' | 'born' | 'sex'>, today: string): boolean {
  return told.sex !== 'MALE' && isOldEnough(ageDaysOf(told, today))
}

/** Whether anybody of an age in days is asked about pregnancy: not under eight years. */
export function isOldEnough(ageDays: number | undefined): boolean {
  return ageDays === undefined || ageDays >= puberty
}

const puberty = 8 * 365.25
const ofPregnancy = new Set<string>(['childbearing', 'negativePregnancyTest'])

function isPregnancy(item: AskedItem): boolean {
  return 'name' in item && item.name.en === 'a pregnancy'
}
