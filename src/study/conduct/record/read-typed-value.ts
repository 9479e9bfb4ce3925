import type { ProtocolItem } from '../../protocol/document/protocol.ts'
import { readValue } from '../../protocol/facts/read-value.ts'
import type { FactValue } from '../../protocol/facts/reading.ts'
import { isQuantityProblem, readQuantity } from '../../protocol/quantity/quantity.ts'
import { readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import type { NewFact } from '../model/facts.ts'
import { dayFirst } from './typed-moment.ts'
import { type FactProblem, longestFact, sureText, type TypedFact } from './typed-fact.ts'

/** What was typed as a fact has it, and as the engine reads it; `doubt` where somebody is to say that it is really so. */
export interface ReadTyped {
  readonly value: Pick<NewFact, 'value' | 'unit'>
  readonly means?: FactValue
  readonly doubt?: FactProblem
}

/** Reads a typed value by its item: kept as it was typed, judged as the engine judges it. */
export function readTypedValue(
  typed: TypedFact,
  item: ProtocolItem,
  zone: string,
): ReadTyped | FactProblem {
  const text = typed.value.trim()
  const wrong = (code: FactProblem['code'], part: FactProblem['part'] = 'value'): FactProblem => ({
    code,
    item: item.id,
    part,
  })
  if (text === '') return wrong('noValue')
  if (text.length > longestFact) return wrong('tooLong')
  if (isNone(text, item) && item.mayBeNone !== true) return wrong('noneNotAllowed')
  const value = asKept(text, typed, item)
  const read = readValue({ id: '', item: item.id, at: '', ...value }, item, zone)
  if (typeof read !== 'string') return { value, means: read }
  if (read === 'not plausible') {
    const isSure = typed.sureOf === sureText(typed)
    return isSure
      ? { value }
      : { value, doubt: { ...wrong('notPlausible', 'sure'), ...rangeOf(item) } }
  }
  if (read === 'unit not convertible') return wrong('unit', 'unit')
  const given = item.type === 'date' ? dayFirst(text) : undefined
  if (given !== undefined) return { ...wrong('dayFirst'), given }
  return wrong(codeOf(text, typed, item, zone))
}

function asKept(text: string, { unit }: TypedFact, item: ProtocolItem): ReadTyped['value'] {
  if (item.type === 'yes-no' && (text === 'yes' || text === 'no')) return { value: text === 'yes' }
  if (isNone(text, item)) return { value: 'none' }
  const hasUnit = item.type === 'quantity' && unit !== '' && text !== 'not applicable'
  return { value: text, ...(hasUnit && { unit }) }
}

/** "None" in words, where an item is not of words itself. */
function isNone(text: string, { type, codes = [] }: ProtocolItem): boolean {
  if (type === 'text' || type === 'event' || codes.includes(text)) return false
  return /^(?:none|aucune?|n[ée]ant)$/i.test(text)
}

/** Why the engine cannot read it, more closely than it says. */
function codeOf(
  text: string,
  { unit }: TypedFact,
  { type }: ProtocolItem,
  zone: string,
): FactProblem['code'] {
  if (type === 'date') {
    const read = readMoment(text, zone)
    return isTimeProblem(read) && read.problem === 'noSuchDay' ? 'valueNoSuchDay' : 'valueNotADay'
  }
  if (type !== 'quantity') return 'notACode'
  const read = readQuantity(text, unit === '' ? '1' : unit)
  if (!isQuantityProblem(read)) return 'unit'
  if (read.problem === 'ambiguousComma') return 'ambiguousComma'
  return read.problem === 'unknownUnit' ? 'unit' : 'notANumber'
}

function rangeOf({ plausible }: ProtocolItem): Pick<FactProblem, 'given'> {
  return plausible ? { given: `${plausible.from} ${plausible.to}` } : {}
}
