import type { Bound } from '../../../finder/eligibility/comparisons.ts'
import type { Page } from '../page.ts'
import { saidNumber } from './said-number.ts'
import type { Words } from '../../../words/shape/shape.ts'

/** A measure that has a name in plain words. */
export type MeasureCode = keyof Words['check']['measures']

/** Whether our words have a name for a measure of that code. */
export function isNamed(page: Page, code: string | undefined): code is MeasureCode {
  return code !== undefined && Object.hasOwn(page.words.check.measures, code)
}

interface Bounds {
  readonly min?: Bound
  readonly max?: Bound
  /** UCUM */
  readonly unit: string
}

/** "5 kg or more", "less than 1,500 /µL", "3 to 5 days"; undefined where there is no bound. */
export function spokenBounds(page: Page, { min, max, unit }: Bounds): string | undefined {
  const { bounds } = page.words.check
  const say = (bound: Bound) => spokenValue(page, bound.value, unit)
  const low = min && (min.inclusive ? bounds.atLeast(say(min)) : bounds.moreThan(say(min)))
  const high = max && (max.inclusive ? bounds.atMost(say(max)) : bounds.lessThan(say(max)))
  if (min?.inclusive && max?.inclusive)
    return bounds.between(spokenNumber(page, min.value), say(max))
  return low && high ? bounds.both(low, high) : (low ?? high)
}

/** A value with its unit as people write it; lengths of time are counted as the language does. */
export function spokenValue(page: Page, value: string, unit: string): string {
  const time = Object.hasOwn(times, unit) ? times[unit] : undefined
  if (time && Number.isFinite(Number(value))) return page.words.common.ageUnits[time](Number(value))
  if (unit === '{ULN}') return `${spokenNumber(page, value)} ${page.words.check.ulnUnit}`
  const shown = units[unit] ?? unit
  const space = shown === '' || (shown === '%' && page.language === 'en') ? '' : '\u00a0'
  return `${spokenNumber(page, value)}${space}${shown}`
}

/** Digits are never rounded: a limit is what it is. */
function spokenNumber(page: Page, value: string): string {
  const number = Number(value)
  return Number.isFinite(number) ? saidNumber(page.language, number) : value
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
