import type { Protocol } from '../../protocol/document/protocol.ts'
import type { Regimen } from '../../protocol/document/dosing.ts'
import { scaleQuantity } from '../../protocol/quantity/arithmetic.ts'
import { isMore } from '../../protocol/quantity/compare-amounts.ts'
import { convertQuantity } from '../../protocol/quantity/convert.ts'
import { isQuantityProblem, type Quantity, readQuantity } from '../../protocol/quantity/quantity.ts'
import { type Moment, readMoment } from '../../protocol/time/moment.ts'
import { siteClockText } from '../model/case.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import type { FactProblemCode, TypedMoment } from './typed-fact.ts'
import { isMomentFault, readTypedMoment } from './typed-moment.ts'

/** A dose as somebody typed it. */
export interface TypedDose {
  readonly regimen: string
  /** Digits alone. */
  readonly amount: string
  /** UCUM: what the amount is in, milligrams or the millilitres that are drawn up. */
  readonly unit: string
  readonly given: GivenWhen
  /** The participant's number as it stands on the label or the wristband. */
  readonly number: string
  /** Why another dose than the one that was derived; why one of several. */
  readonly reason: string
  readonly lot: string
  readonly route: string
  /** The volume of which they have seen how much it holds: what is typed in millilitres is shown in milligrams first. */
  readonly seenVolume: string
}

/** When a dose was given: at this moment, or by the clocks of the site. */
export type GivenWhen = 'now' | TypedMoment

/** What is wrong with what was typed, before anybody asks the protocol. */
export type TypedDoseProblem =
  | { readonly why: 'noNumber' | 'regimen' | 'future' | 'tooLong' }
  | { readonly why: 'otherChild'; readonly typed: string }
  | { readonly why: 'amount'; readonly problem: 'empty' | 'notANumber' | 'comma' | 'notAboveZero' }
  | { readonly why: 'unit'; readonly unit: string }
  | {
      readonly why: 'moment'
      readonly fault: FactProblemCode
      /** The two that a time which came twice may be. */
      readonly offsets: readonly string[]
      /** The day that was typed, read with the day first. */
      readonly given?: string
    }

/** A dose that could be read. */
export interface ReadDose {
  readonly regimen: Regimen
  /** In the unit of the item. */
  readonly amount: Quantity
  /** What was typed, where it was a volume or a number of tablets. */
  readonly volume?: Quantity
  readonly moment: Moment
}

/** The most signs of a lot number or a route, and of a reason. */
export const longestDoseTexts = { line: 60, reason: 500 } as const

/** Reads a dose of a participant as it was typed; the first thing that is wrong with it where it cannot be. */
export function readTypedDose(
  typed: TypedDose,
  of: {
    readonly protocol: Protocol
    readonly number: string
    readonly zone: string
    readonly now: Date
  },
): ReadDose | TypedDoseProblem {
  const number = typedNumber(typed.number)
  if (number === '') return { why: 'noNumber' }
  if (number !== of.number) return { why: 'otherChild', typed: number }
  if (areTooLong(typed)) return { why: 'tooLong' }
  const regimen = of.protocol.regimens.find(({ id }) => id === typed.regimen)
  const unit = of.protocol.items.find(({ id }) => id === regimen?.item)?.unit
  if (!regimen || unit === undefined) return { why: 'regimen' }
  const amount = readAmount(typed, regimen, unit)
  if ('why' in amount) return amount
  const moment = readGiven(typed.given, of)
  if ('why' in moment) return moment
  return { regimen, ...amount, moment }
}

/** A participant's number as people type it: any dash, with spaces or without. */
export function typedNumber(text: string): string {
  return text
    .replaceAll(/[\s\u00A0]/g, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .slice(0, 20)
}

function areTooLong({ lot, route, reason }: TypedDose): boolean {
  const { line, reason: longest } = longestDoseTexts
  return lot.length > line || route.length > line || reason.length > longest
}

/** The amount in the unit of the item; a volume by the product's strength, where the version states one. */
function readAmount(
  { amount: text, unit }: TypedDose,
  { product }: Regimen,
  itemUnit: string,
): Pick<ReadDose, 'amount' | 'volume'> | TypedDoseProblem {
  if (text.trim() === '') return { why: 'amount', problem: 'empty' }
  const read = readQuantity(text, unit)
  if (isQuantityProblem(read)) {
    if (read.problem === 'unknownUnit') return { why: 'unit', unit }
    const isComma = read.problem === 'ambiguousComma'
    return { why: 'amount', problem: isComma ? 'comma' : 'notANumber' }
  }
  if (!isMore(read, { value: '0', unit })) return { why: 'amount', problem: 'notAboveZero' }
  if (unit === itemUnit) return { amount: read }
  const same = convertQuantity(read, itemUnit)
  if (!isQuantityProblem(same)) return { amount: { value: same.value, unit: same.unit } }
  const held = product.strength && scaleQuantity(product.strength, read)
  const inUnit = held && !isQuantityProblem(held) && convertQuantity(held, itemUnit)
  if (!inUnit || isQuantityProblem(inUnit)) return { why: 'unit', unit }
  return { amount: { value: inUnit.value, unit: inUnit.unit }, volume: read }
}

function readGiven(
  given: GivenWhen,
  { zone, now }: { readonly zone: string; readonly now: Date },
): Moment | TypedDoseProblem {
  if (given === 'now') return momentNow(now, zone)
  const read = readTypedMoment(given, zone)
  if (isMomentFault(read)) {
    const { fault, offsets = [], given: day } = read
    return { why: 'moment', fault, offsets, ...(day && { given: day }) }
  }
  if (read.instant === undefined) return { why: 'moment', fault: 'notATime', offsets: [] }
  return Date.parse(read.instant) > now.getTime() ? { why: 'future' } : read
}

/** This very moment by the clocks of a zone. Throws RangeError for a zone that there is not. */
export function momentNow(now: Date, zone: string): Moment {
  const moment = readMoment(siteClockText(now, zone), zone)
  if (isTimeProblem(moment)) throw new RangeError(`this moment cannot be written in ${zone}`)
  return moment
}
