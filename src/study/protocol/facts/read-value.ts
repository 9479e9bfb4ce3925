import { readUnitCode } from '../../../finder/eligibility/ucum-code.ts'
import { readUnit } from '../../../finder/eligibility/ucum.ts'
import type { ProtocolItem } from '../document/protocol.ts'
import { compareQuantities, convertQuantity } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem, readQuantity } from '../quantity/quantity.ts'
import { readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import type { Fact } from './fact.ts'
import type { FactValue, SetAside } from './reading.ts'

/** What a fact says by its item, or why it says nothing that can be used. Nothing is guessed: a unit is never supplied. */
export function readValue(
  fact: Fact,
  item: ProtocolItem,
  zone?: string,
): FactValue | SetAside['why'] {
  const { value } = fact
  if (value === null || value === 'not known') return { type: 'not known' }
  if (value === 'not applicable') return { type: 'not applicable' }
  if (value === 'none' && item.mayBeNone === true) return { type: 'none' }
  switch (item.type) {
    case 'quantity':
      return readMeasured(fact, item)
    case 'yes-no':
      return readYesNo(value)
    case 'code':
      return readCode(value, item)
    case 'date':
      return readDate(value, zone)
    case 'text':
      return { type: 'text', text: String(value) }
    case 'event':
      return notSo.has(value) ? { type: 'none' } : { type: 'event', text: String(value) }
  }
}

/** Whether what is said of an event says that it happened: a consent that is `false` was never signed. */
export function isSaidSo(value: Fact['value']): boolean {
  return value !== null && !notSo.has(value) && value !== 'not known' && value !== 'not applicable'
}

const notSo: ReadonlySet<string | boolean> = new Set([false, 'false', 'no', 'none'])

function readYesNo(value: string | boolean): FactValue | SetAside['why'] {
  if (typeof value === 'boolean') return { type: 'yes-no', yes: value }
  if (value === 'yes' || value === 'true') return { type: 'yes-no', yes: true }
  if (value === 'no' || value === 'false') return { type: 'yes-no', yes: false }
  return 'not understood'
}

function readCode(value: string | boolean, { codes }: ProtocolItem): FactValue | SetAside['why'] {
  const text = String(value)
  return codes === undefined || codes.includes(text) ? { type: 'code', text } : 'not understood'
}

function readDate(value: string | boolean, zone?: string): FactValue | SetAside['why'] {
  if (typeof value === 'boolean') return 'not understood'
  const moment = readMoment(value, zone)
  return isTimeProblem(moment) ? 'moment not understood' : { type: 'date', moment, text: value }
}

function readMeasured(fact: Fact, item: ProtocolItem): FactValue | SetAside['why'] {
  const written = writtenQuantity(fact, item)
  if (!written) return 'not understood'
  const quantity =
    item.unit === undefined || item.unit === written.unit
      ? written
      : convertQuantity(written, item.unit)
  if (isQuantityProblem(quantity)) return 'unit not convertible'
  if (!isPlausible(quantity, item)) return 'not plausible'
  const { value, unit } = quantity
  return { type: 'quantity', quantity: { value, unit }, written }
}

/** The value and its unit; `4200 /mm3` may hold both. Only what counts or has no unit may be written without one. */
function writtenQuantity({ value, unit }: Fact, item: ProtocolItem): Quantity | undefined {
  const text = String(value).trim()
  if (unit !== undefined) return readable(text, unit)
  const [, number = '', after = ''] = /^(-?[\d.,]+)\s*(\S.*)?$/.exec(text) ?? []
  if (number === '') return undefined
  if (after !== '') return readable(number, unitWritten(after))
  const own = item.unit ?? '1'
  return own === '1' || /^\{[^{}]*\}$/.test(own) ? readable(number, own) : undefined
}

function readable(value: string, unit: string): Quantity | undefined {
  const quantity = readQuantity(value, unit)
  return isQuantityProblem(quantity) ? undefined : quantity
}

/** A UCUM code, or a unit as people write it where all of it is one. */
function unitWritten(text: string): string {
  if (readUnitCode(text)) return text
  const found = readUnit(text)
  return found && found.length === text.length ? found.unit : text
}

function isPlausible(quantity: Quantity, { plausible, unit = '1' }: ProtocolItem): boolean {
  if (!plausible) return true
  const low = compareQuantities(quantity, { value: plausible.from, unit })
  const high = compareQuantities(quantity, { value: plausible.to, unit })
  return !isQuantityProblem(low) && !isQuantityProblem(high) && low.order >= 0 && high.order <= 0
}
