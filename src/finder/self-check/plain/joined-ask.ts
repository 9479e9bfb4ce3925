import type { AskedRule } from '../../../words/language/asked.ts'
import type { Reading } from '../../eligibility/reading.ts'
import type { ReadAsk } from './rule-reader.ts'
import { asRows, inOneRow } from './several-rules.ts'

/** Rules that were read apart, with the readings of all in one row. */
export function joinedAsk(found: readonly ReadAsk[]): {
  readonly rules: readonly AskedRule[]
  readonly readings: readonly Reading[]
} {
  const readings: Reading[] = []
  const rules = found.map((one) => {
    const shifted = shiftedBy(one.rule, readings.length)
    readings.push(...one.readings)
    return shifted
  })
  return { rules, readings }
}

/** What was read stands elsewhere in the row of all that was read. */
function shiftedBy(rule: AskedRule, by: number): AskedRule {
  if (by === 0) return rule
  return JSON.parse(JSON.stringify(rule), (key, value: unknown) =>
    key === 'reading' && typeof value === 'number' ? value + by : value,
  ) as AskedRule
}

/** Parts that ask in one way are one row, where nothing said of the first may be of the next as well. */
export function inRows(rules: readonly AskedRule[]): readonly AskedRule[] {
  return asRows(rules, (last, one) => {
    const isEnded =
      last.ask === 'things' && last.what.things.every(({ tails }) => tails.length === 0)
    const joined = isEnded ? inOneRow(last, one) : undefined
    return joined && joined.what.things.length <= mostThings ? joined : undefined
  })
}

const mostThings = 10

/** Rows as one rule, each row and the whole marked alike: the only one, or several of them; undefined for none. */
export function asOneRule(
  rows: readonly AskedRule[],
  joint: 'or' | 'and',
  marks: Pick<AskedRule, 'isTurned' | 'isWide' | 'isPart'>,
): AskedRule | undefined {
  const [only, ...more] = rows
  if (!only || more.length === 0) return only && { ...only, ...marks }
  const rules = rows.map((one) => ({ ...one, isTurned: marks.isTurned }))
  return { ask: 'several', joint, rules, ...marks }
}
