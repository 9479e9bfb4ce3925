import type { Language } from './language/language.ts'
import { saidNumber } from './said-number.ts'
import type { Words } from './shape/shape.ts'

/** The language in which something is said, and its words. */
export interface Speech {
  readonly language: Language
  readonly words: Words
}

/** A measure that has a name in plain words. */
export type MeasureCode = keyof Words['check']['measures']

/** Whether our words have a name for a measure of that code. */
export function isNamed(speech: Speech, code: string | undefined): code is MeasureCode {
  return code !== undefined && Object.hasOwn(speech.words.check.measures, code)
}

/** A limit as it is written; digits are never rounded. */
interface SaidBound {
  readonly value: string
  readonly inclusive: boolean
}

interface Bounds {
  readonly min?: SaidBound
  readonly max?: SaidBound
  /** UCUM */
  readonly unit: string
}

/** "5 kg or more", "less than 1,500 /µL", "3 to 5 days"; undefined where there is no bound. */
export function spokenBounds(speech: Speech, { min, max, unit }: Bounds): string | undefined {
  const { bounds } = speech.words.check
  const say = (bound: SaidBound) => spokenValue(speech, bound.value, unit)
  const low = min && (min.inclusive ? bounds.atLeast(say(min)) : bounds.moreThan(say(min)))
  const high = max && (max.inclusive ? bounds.atMost(say(max)) : bounds.lessThan(say(max)))
  if (min?.inclusive && max?.inclusive)
    return min.value === max.value
      ? say(max)
      : bounds.between(spokenNumber(speech, min.value), say(max))
  return low && high ? bounds.both(low, high) : (low ?? high)
}

/** A value with its unit as people write it; lengths of time are counted as the language does. */
export function spokenValue(speech: Speech, value: string, unit: string): string {
  const time = Object.hasOwn(times, unit) ? times[unit] : undefined
  if (time && Number.isFinite(Number(value)))
    return speech.words.common.ageUnits[time](Number(value))
  if (unit === '{ULN}') return `${spokenNumber(speech, value)} ${speech.words.check.ulnUnit}`
  const written = units[unit] ?? unit
  const shown = speech.language === 'fr' ? written.replace(/^IU\b/, 'UI') : written
  const space = shown === '' || (shown === '%' && speech.language === 'en') ? '' : '\u00a0'
  return `${spokenNumber(speech, value)}${space}${shown}`
}

/** Digits are never rounded: a limit is what it is. */
function spokenNumber(speech: Speech, value: string): string {
  const number = Number(value)
  return Number.isFinite(number) ? saidNumber(speech.language, number) : value
}

const times: Readonly<Record<string, 'Year' | 'Month' | 'Week' | 'Day' | 'Hour' | 'Minute'>> = {
  a: 'Year',
  mo: 'Month',
  wk: 'Week',
  d: 'Day',
  h: 'Hour',
  min: 'Minute',
}

/** UCUM as people write it. */
const units: Readonly<Record<string, string>> = {
  '1': '',
  '{SD}': 'SD',
  Cel: '°C',
  '[degF]': '°F',
  '/uL': '/µL',
  'meq/L': 'mEq/L',
  '[IU]/mL': 'IU/mL',
  '[IU]/L': 'IU/L',
  '10*9/L': '× 10⁹/L',
  '10*3/uL': '× 10³/µL',
  '10*12/L': '× 10¹²/L',
  'umol/L': 'µmol/L',
  'ug/L': 'µg/L',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
  'kg/m2': 'kg/m²',
  'mm[Hg]': 'mmHg',
  '/min': '/min',
  '[lb_av]': 'lb',
  '[in_i]': 'in',
}
