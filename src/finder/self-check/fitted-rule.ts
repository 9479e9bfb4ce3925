import type { AskedItem, AskedRule } from '../../words/language/asked.ts'
import { ageDaysOf } from './outcome.ts'
import type { Told } from './told.ts'

/**
 * A rule as it is asked of one person: of a man, of a child under twelve and from sixty years on nothing is asked about pregnancy,
 * of a child under twelve nothing about contraception, and what stands beside it still is. Undefined where nothing is left.
 * Rule `fitted@2`.
 */
export function fittedRule(
  rule: AskedRule,
  { today, ...told }: Pick<Told, 'age' | 'born' | 'sex'> & { readonly today: string },
): AskedRule | undefined {
  const ageDays = ageDaysOf(told, today)
  const isChild = ageDays !== undefined && ageDays < askedFrom
  if (mayCarryChild({ sex: told.sex, ageDays }) && !isChild) return rule
  return withoutPregnancy(rule, { isChild, isNoMother: isChild || told.sex === 'MALE' })
}

/** Whether a child from eight years on is not asked what it is at twelve: the site asks. Before, such a rule cannot apply. */
export function isLeftToSite(
  rule: AskedRule,
  { today, ...told }: Pick<Told, 'age' | 'born' | 'sex'> & { readonly today: string },
): boolean {
  const ageDays = ageDaysOf(told, today)
  if (ageDays === undefined || ageDays < leastDays || ageDays >= askedFrom) return false
  const grown = { ...(told.sex && { sex: told.sex }), age: { value: 12, unit: 'year' as const } }
  return fittedRule(rule, { ...grown, today }) !== undefined
}

interface Without {
  readonly isChild: boolean
  /** One who never was pregnant. */
  readonly isNoMother: boolean
}

function withoutPregnancy(rule: AskedRule, without: Without): AskedRule | undefined {
  if (rule.ask === 'pregnancy') return undefined
  if (rule.ask === 'several') return partsWithout(rule, without)
  if (rule.ask === 'set')
    return ofPregnancy.has(rule.phrase) || (without.isChild && rule.phrase === 'contraception')
      ? undefined
      : rule
  if (rule.ask !== 'things') return rule
  const things = rule.what.things.filter((one) => !isPregnancy(one, without))
  if (things.length === rule.what.things.length) return rule
  // What is left of a row of which each keeps out is asked; what is asked for together is not to be parted.
  if (things.length === 0 || rule.what.joint === 'and' || rule.isTurned) return undefined
  return { ...rule, what: { things, joint: things.length > 1 ? rule.what.joint : undefined } }
}

/** Any of several parts that cannot be so is left out of "or"; a test that is asked of none is left out of "and". */
function partsWithout(
  rule: Extract<AskedRule, { ask: 'several' }>,
  without: Without,
): AskedRule | undefined {
  const fitted = rule.rules.map((one) => withoutPregnancy(one, without))
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
  return ageDays === undefined || (ageDays >= leastDays && ageDays < 60 * yearDays)
}

const yearDays = 365.25
const leastDays = 8 * yearDays
const askedFrom = 12 * yearDays
const ofPregnancy = new Set<string>(['childbearing', 'negativePregnancyTest'])

function isPregnancy(item: AskedItem, { isNoMother }: Without): boolean {
  if (!('name' in item)) return false
  return ofPregnant.test(item.name.fr) || (isNoMother && ofMother.test(item.name.fr))
}

const ofPregnant = /^(?:grossesse|test de grossesse|allaitement)\b/
const ofMother =
  /^(?:accouchement|césarienne|fausses? couches?|avortement|interruption de grossesse|ménopause|prééclampsie|pré-éclampsie|éclampsie)\b/
