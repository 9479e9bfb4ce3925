import type { AskedRule, AskedTime } from '../../../words/language/asked.ts'

/** All values of one key in a question as it was read. */
export function valuesOf(value: unknown, key: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'of' ? [] : name === key ? [one] : valuesOf(one, key),
  )
}

/** Whether what a question asks of is taken, done or shows something, each that there is. */
export function thingKindsOf(rule: AskedRule): ReadonlySet<unknown> {
  return new Set(valuesOf(rule, 'name').flatMap((one) => valuesOf(one, 'kind')))
}

/** The times of a question. */
export function askedTimesOf(rule: AskedRule): readonly AskedTime[] {
  return valuesOf(rule, 'time').filter(isTime)
}

function isTime(one: unknown): one is AskedTime {
  return typeof one === 'object' && one !== null && 'kind' in one
}
