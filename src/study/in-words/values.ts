import { spokenDate } from '../../words/dates.ts'
import { pluralForm } from '../../words/language/plural.ts'
import type { DurationText } from '../protocol/document/expressions.ts'
import { nearQuantity } from '../protocol/quantity/beyond-measure.ts'
import type { Quantity } from '../protocol/quantity/quantity.ts'
import type { ShownValue } from '../protocol/expression/truth.ts'
import { type Telling, codesText } from './telling.ts'

/** A decimal as it is written in the language, digit for digit: `38.0` is "38,0" in French. */
export function decimalInWords({ language }: Pick<Telling, 'language'>, decimal: string): string {
  const signed = decimal.replace(/^-/, '−')
  return language === 'fr' ? signed.replace('.', ',') : signed
}

/** A quantity with its unit as people write it: "44.1 mg", "38.0 °C", "2 tablets". */
export function quantityInWords(telling: Telling, { value, unit }: Quantity): string {
  if (unit === 'ms' || (unit === 'h' && Math.abs(Number(value)) >= 48))
    return spanText(telling, value, unit)
  const number = decimalInWords(telling, value)
  const forms = own(telling.words.rules.counted, unit)
  if (forms) return `${number}\u00A0${pluralForm(telling.language, Number(value), forms)}`
  const name = unitText(telling, unit)
  if (name === '') return number
  return name === '%' && telling.language === 'en' ? `${number}%` : `${number}\u00A0${name}`
}

/**
 * A quantity to be read beside others: one that was worked out to more than three decimals, as a weight in pounds, is told as
 * near to fewer ("≈ 24.04 kg"), and so is never taken for the number itself.
 */
export function readableQuantity(telling: Telling, quantity: Quantity): string {
  const near = nearQuantity(quantity)
  return near ? `≈\u00A0${quantityInWords(telling, near)}` : quantityInWords(telling, quantity)
}

/** A UCUM unit as people write it: `mg/m2` is "mg/m²", `Cel` is "°C". */
export function unitText({ words }: Pick<Telling, 'words'>, unit: string): string {
  if (unit === '1') return ''
  const known = own(words.rules.units, unit)
  if (known !== undefined) return known
  return unit
    .replace(/10\*(\d)/g, (_, power: string) => `10${superscript(power)}`)
    .replace(/\bm([23])\b/g, (_, power: string) => `m${superscript(power)}`)
    .replace(/\b(c|m)m2\b/g, (_, prefix: string) => `${prefix}m²`)
    .replace(/\bu(?=[gLm])/g, 'µ')
    .replace(/[{}[\]]/g, '')
    .replaceAll('_', ' ')
}

/** A value as it stands in an answer: a quantity, a day, a code; undefined says that there is none. */
export function shownText(telling: Telling, value: ShownValue | undefined): string {
  if (value === undefined) return telling.words.participant.ground.noValue
  return 'text' in value ? plainValue(telling, value.text) : readableQuantity(telling, value)
}

/** A moment as exact as it was recorded: "11 March 2017, 09:40 (UTC+1)"; what is none is shown as it is. */
export function momentText(telling: Telling, at: string): string {
  const [, day = '', time, offset = ''] = instant.exec(at) ?? []
  const said = spokenDate(telling.language, day || at)
  if (said === undefined) return at
  if (time === undefined) return said
  return telling.words.rules.moment.full(
    said,
    time,
    offset === telling.offset ? '' : offsetText(offset),
  )
}

/** A span of time in words: `PT48H` is "48 hours", without its sign. What is none is shown as it is. */
export function durationText({ words }: Telling, duration: DurationText): string {
  const parts = [...duration.replace(/^-/, '').matchAll(/(T?)(?:(\d+)([YMWDHS]))|T/g)]
  let isTime = false
  const said: string[] = []
  for (const [all, , digits, letter] of parts) {
    if (all.startsWith('T')) isTime = true
    if (digits === undefined || letter === undefined) continue
    const part = own(words.rules.duration, isTime ? `T${letter}` : letter)
    if (typeof part !== 'function') return duration
    if (Number(digits) > 0) said.push(part(Number(digits)))
  }
  return said.length > 0 ? said.join(' ') : words.rules.duration.none
}

/** A span as days, hours and minutes, of many hours without the minutes: nobody reads 169200000 milliseconds or 506 hours. */
function spanText(telling: Telling, value: string, unit: 'ms' | 'h'): string {
  const seconds = Math.abs(Math.round(Number(value) * (unit === 'h' ? 3600 : 0.001)))
  const span = Temporal.Duration.from({ seconds }).round({
    largestUnit: 'days',
    smallestUnit: unit === 'h' ? 'hours' : 'seconds',
    roundingMode: 'trunc',
  })
  return `${seconds > 0 && Number(value) < 0 ? '−' : ''}${durationText(telling, span.toString())}`
}

/** A recorded value that is no quantity: yes, no, a day, a code, free words. */
function plainValue(telling: Telling, text: string): string {
  const { yesNo } = telling.words.participant
  const known: Readonly<Record<string, string>> = {
    true: yesNo.yes,
    false: yesNo.no,
    null: yesNo.unknown,
    none: yesNo.none,
    'not applicable': yesNo.notApplicable,
  }
  return (
    own(known, text) ??
    (/^\d{4}-/.test(text) ? momentText(telling, text) : codesText(telling, text.split(', ')))
  )
}

function offsetText(offset: string): string {
  if (offset === '') return ''
  const [, sign = '', hours = '', minutes = ''] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? []
  if (sign === '' || Number(hours) + Number(minutes) === 0) return 'UTC'
  const rest = minutes === '00' ? '' : `:${minutes}`
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${rest}`
}

function superscript(digit: string): string {
  return '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))
}

/** A value of a table that has it as its own. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

const instant = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/
