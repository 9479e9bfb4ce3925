import type { Bound } from './comparisons.ts'
import { figureValue } from './numbers.ts'
import { boundAfter, operatorBefore } from './operators.ts'
import type { MeasureReading } from './reading.ts'

/**
 * A blood pressure as it is written, both values at once: "BP > 140/90 mmHg" limits the systolic and the diastolic
 * pressure. Rule `pressure-pair@1`.
 */
export function pressurePairsIn(text: string): MeasureReading[] {
  if (!text.includes('/')) return []
  return [...text.matchAll(pair)].flatMap((match) => {
    const [whole, systolic = '', diastolic = ''] = match
    const before = text.slice(Math.max(0, match.index - 90), match.index)
    const operator = operatorBefore(before)
    const after = boundAfter(
      text.slice(match.index + whole.length, match.index + whole.length + 40),
    )
    const side = operator?.side ?? after?.side
    if (!named.test(before) || (side !== 'min' && side !== 'max')) return []
    const start = match.index - (operator?.length ?? 0)
    const end = match.index + whole.length + (operator ? 0 : (after?.length ?? 0))
    const bound = (digits: string): { min?: Bound; max?: Bound } => {
      const limit = { value: figureValue(digits) ?? digits, inclusive: operator?.inclusive ?? true }
      return side === 'min' ? { min: limit } : { max: limit }
    }
    const slash = match.index + systolic.length
    const reading = (code: string, digits: string, from: number, to: number): MeasureReading => ({
      type: 'measure',
      codes: [code],
      ...bound(digits),
      unit: 'mm[Hg]',
      span: { start: from, end: to },
      rule: 'pressure-pair@1',
      negated: false,
    })
    return [
      reading('systolicPressure', systolic, start, slash),
      reading('diastolicPressure', diastolic, slash, end),
    ]
  })
}

const pair = /(?<![\d/.])(\d{2,3}) ?\/ ?(\d{2,3})(?![\d/.])(?: ?(?:mm ?hg|torr))?/gi
const named = /\b(?:blood pressure|bp|hypertension|hypertensive|hypotension)\b[^;]*$/i
