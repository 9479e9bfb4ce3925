import type { MomentExpression, ValueExpression } from '../document/expressions.ts'
import type { Quantity } from '../quantity/quantity.ts'
import { ageOn } from '../time/age.ts'
import { dayAfter } from '../time/days.ts'
import type { CountRange } from '../time/days.ts'
import { addTo } from '../time/duration.ts'
import type { Moment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import { studyDayOf } from '../time/study-day.ts'
import { findAnchor, findMoment, itemOfAnchor } from './moments.ts'
import type { Scene } from './scene.ts'
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
  const grows = (until: Quantity) => (until.unit === unit ? reached(born, until) : undefined)
  return { ...counted(count, unit), facts, item, ...(at.isMovable && { grows }) }
}

/** The day on which an age is reached, where the date of birth is known. */
function reached(birth: Moment, { value, unit }: Quantity): string | undefined {
  if (birth.firstDay !== birth.lastDay || !/^\d{1,4}$/.test(value)) return undefined
  const letter: Readonly<Record<string, string>> = { a: 'Y', mo: 'M', wk: 'W', d: 'D' }
  const day = addTo(birth, `P${value}${letter[unit] ?? 'D'}`)
  return isTimeProblem(day) ? undefined : day.firstDay
}

/** The number of a day as an anchor numbers its days. */
export function dayValue(anchor: string, of: MomentExpression, scene: Scene): ValueFound {
  const start = findAnchor(anchor, scene)
  if ('missing' in start) return unknownValue(start.missing)
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
  const grows = (until: Quantity) =>
    until.unit === '1' && base.firstDay === base.lastDay && /^\d{1,4}$/.test(until.value)
      ? dayAfter(base.firstDay, Number(until.value) - first)
      : undefined
  return {
    ...counted({ least: least.day, most: most.day }, '1'),
    facts: start.facts,
    item,
    ...(at.isMovable && { grows }),
  }
}

type Elapsed = Extract<ValueExpression, { readonly op: 'elapsed' }>

/** Elapsed time between two moments, exact to the millisecond; a range where one of them is only a day. */
export function elapsedValue({ from, to, unit }: Elapsed, scene: Scene): ValueFound {
  const start = findMoment(from, scene)
  if ('missing' in start) return unknownValue(start.missing)
  const end = findMoment(to, scene)
  if ('missing' in end) return unknownValue(end.missing)
  const [one, other] = [start.moment, end.moment]
  const grows = (until: Quantity) => afterStart(one, until)
  return {
    known: 'quantity',
    least: milliseconds(one.until, other.from, unit),
    most: milliseconds(one.from, other.until, unit),
    facts: [...start.facts, ...end.facts],
    item: from.at === 'anchor' ? itemOfAnchor(from.anchor, scene) : '',
    ...(end.isMovable && { grows }),
  }
}

function afterStart(start: Moment, { value, unit }: Quantity): string | undefined {
  const letter: Readonly<Record<string, string>> = { min: 'M', h: 'H' }
  const mark = letter[unit]
  if (mark === undefined || !/^\d{1,5}$/.test(value)) return undefined
  const moment = addTo(start, `PT${value}${mark}`)
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
