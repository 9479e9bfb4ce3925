import type { MomentExpression, ValueExpression } from '../document/expressions.ts'
import { isToldNone } from '../facts/reading.ts'
import { convertQuantity } from '../quantity/convert.ts'
import { type Quantity, isQuantityProblem } from '../quantity/quantity.ts'
import { ageOn } from '../time/age.ts'
import { dayAfter } from '../time/days.ts'
import type { CountRange } from '../time/days.ts'
import { addTo } from '../time/duration.ts'
import type { Moment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import { studyDayOf } from '../time/study-day.ts'
import { findAnchor, findMoment, isSeen, itemOfAnchor } from './moments.ts'
import type { Scene } from './scene.ts'
import type { MissingFact } from './truth.ts'
import { type ValueFound, unknownValue } from './value-found.ts'

type AgeUnit = Extract<ValueExpression, { readonly op: 'age' }>['unit']

/** The age in completed units at a moment. From half a date of birth it is a range. */
export function ageValue(unit: AgeUnit, on: MomentExpression, scene: Scene): ValueFound {
  const item = [...scene.book.items.values()].find(({ role }) => role === 'birth date')?.id ?? ''
  const births = scene.chart.of(item).filter(({ value }) => value.type === 'date')
  const birth = births[0]
  if (!birth || birth.value.type !== 'date') return unknownValue({ item, why: 'not recorded' })
  const facts = [birth.fact.id, ...birth.rivals]
  if (birth.rivals.length > 0) return unknownValue({ item, why: 'contradictory', facts })
  const at = findMoment(on, scene)
  if ('missing' in at) return unknownValue(at.missing)
  const age = ageOn(birth.value.moment, at.moment)
  if (isTimeProblem(age)) return unknownValue({ item, why: 'contradictory', facts })
  const count = { a: age.years, mo: age.months, wk: age.weeks, d: age.days }[unit]
  const born = birth.value.moment
  const grows = (until: Quantity, isMore: boolean) => {
    const count = wholeIn(until, unit)
    return count === undefined ? undefined : reached(born, isMore ? count + 1 : count, unit)
  }
  return { ...counted(count, unit), facts, item, ...(at.isMovable && { grows }) }
}

/** A whole number of a unit: a year is twelve months, and no number of weeks. */
function wholeIn(until: Quantity, unit: string): number | undefined {
  const same = convertQuantity(until, unit)
  return isQuantityProblem(same) || !/^\d{1,7}$/.test(same.value) ? undefined : Number(same.value)
}

/** The day on which an age is reached, where the date of birth is known. */
function reached(birth: Moment, count: number, unit: AgeUnit): string | undefined {
  if (birth.firstDay !== birth.lastDay) return undefined
  const day = addTo(birth, `P${count}${{ a: 'Y', mo: 'M', wk: 'W', d: 'D' }[unit]}`)
  return isTimeProblem(day) ? undefined : day.firstDay
}

/** The number of a day as an anchor numbers its days. */
export function dayValue(anchor: string, of: MomentExpression, scene: Scene): ValueFound {
  const start = findAnchor(anchor, scene)
  if ('missing' in start) return neverWas(start.missing, scene)
  const at = findMoment(of, scene)
  if ('missing' in at) return unknownValue(at.missing)
  const item = itemOfAnchor(anchor, scene)
  const numbering = scene.book.anchors.get(anchor)?.days?.first === 0 ? 'usdm' : 'sdtm'
  const [base, day] = [start.moment, at.moment]
  const least = studyDayOf(base.lastDay, day.firstDay, numbering)
  const most = studyDayOf(base.firstDay, day.lastDay, numbering)
  if (isTimeProblem(least) || isTimeProblem(most))
    return unknownValue({ item, why: 'moment not exact', facts: start.facts })
  const first = numbering === 'usdm' ? 0 : 1
  const grows = (until: Quantity, isMore: boolean) =>
    until.unit === '1' && base.firstDay === base.lastDay && /^\d{1,4}$/.test(until.value)
      ? dayAfter(base.firstDay, Number(until.value) - first + (isMore ? 1 : 0))
      : undefined
  return {
    ...counted({ least: least.day, most: most.day }, '1'),
    facts: start.facts,
    item,
    ...(at.isMovable && { grows }),
  }
}

/** From what never was no time has passed, neither little nor much; of what nobody said anything that is not known. */
function neverWas(missing: MissingFact, scene: Scene): ValueFound {
  const said = scene.chart.of(missing.item).findLast((reading) => isSeen(reading, scene))
  if (missing.why !== 'not recorded' || said?.rivals.length !== 0) return unknownValue(missing)
  return isToldNone(said.value)
    ? { known: said.value.type, facts: [said.fact.id], item: missing.item }
    : unknownValue(missing)
}

type Elapsed = Extract<ValueExpression, { readonly op: 'elapsed' }>

/** Elapsed time between two moments, exact to the millisecond; a range where one of them is only a day. */
export function elapsedValue({ from, to, unit }: Elapsed, scene: Scene): ValueFound {
  const start = findMoment(from, scene)
  if ('missing' in start) return neverWas(start.missing, scene)
  const end = findMoment(to, scene)
  if ('missing' in end) return unknownValue(end.missing)
  const [one, other] = [start.moment, end.moment]
  const grows = (until: Quantity, isMore: boolean) => afterStart(one, until, isMore)
  return {
    known: 'quantity',
    least: milliseconds(one.until, other.from, unit),
    most: milliseconds(one.from, other.until, unit),
    facts: [...start.facts, ...end.facts],
    item: from.at === 'anchor' ? itemOfAnchor(from.anchor, scene) : '',
    ...(end.isMovable && { grows }),
  }
}

/** What must be more than so much is a second later. */
function afterStart(start: Moment, until: Quantity, isMore: boolean): string | undefined {
  const seconds = wholeIn(until, 's')
  if (seconds === undefined) return undefined
  const moment = addTo(start, `PT${isMore ? seconds + 1 : seconds}S`)
  return isTimeProblem(moment) ? undefined : moment.text
}

const unitMs = { min: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Milliseconds between two instants as a decimal of a unit where it is one, else in milliseconds. */
function milliseconds(from: string, until: string, unit: keyof typeof unitMs): Quantity {
  const ms =
    Temporal.Instant.from(until).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds
  const hundredths = (ms * 100) / unitMs[unit]
  if (!Number.isInteger(hundredths)) return { value: String(ms), unit: 'ms' }
  return { value: String(hundredths / 100), unit }
}

function counted(
  { least, most }: CountRange,
  unit: string,
): { known: 'quantity'; least: Quantity; most: Quantity } {
  return {
    known: 'quantity',
    least: { value: String(least), unit },
    most: { value: String(most), unit },
  }
}
