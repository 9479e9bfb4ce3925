import type { ProtocolBook } from '../../protocol/expression/scene.ts'
import type { Chart } from '../../protocol/facts/chart.ts'
import { type FactReading, didHappen } from '../../protocol/facts/reading.ts'
import { type AgeOn, ageOn } from '../../protocol/time/age.ts'
import { compareMoments, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import type { AnalysisPlan, PlannedBaseline } from '../plan/plan.ts'
import type { BaselineValue } from './participant.ts'

/** The name of a line of the table of participants. */
export function baselineId({ item, age, details }: PlannedBaseline): string {
  const more = Object.entries(details ?? {}).map(([name, value]) => `${name}-${value}`)
  return [
    item,
    ...(age === undefined ? [] : [age === 'by the youngest' ? 'age' : `age-${age}`]),
    ...more,
  ].join('-')
}

/**
 * The last value of each planned line before treatment. What is so once (a date of birth) may be recorded later. Where
 * facts disagree none is chosen, and the value is missing.
 */
export function baselineOf(
  { book, plan }: { readonly book: ProtocolBook; readonly plan: Pick<AnalysisPlan, 'baseline'> },
  chart: Chart,
  firstDose: string | undefined,
  zone: string | undefined,
): ReadonlyMap<string, BaselineValue> {
  const values = new Map<string, BaselineValue>()
  const start = firstDose === undefined ? undefined : readMoment(firstDose, zone)
  const moment = start && !isTimeProblem(start) ? start : undefined
  for (const line of plan.baseline) {
    const item = book.items.get(line.item)
    const reading = chart
      .of(line.item)
      .filter((one) => isAsked(one, line))
      .findLast(
        (one) => item?.repeats === 'once' || !moment || compareMoments(one.moment, moment) !== 1,
      )
    const value = item && reading && valueOf(reading, line, firstDose ?? consentIn(book, chart))
    if (value) values.set(baselineId(line), value)
  }
  return values
}

/** Who had no dose is as old as they were when they consented. */
function consentIn({ protocol }: ProtocolBook, chart: Chart): string | undefined {
  const item = protocol.items.find(({ role }) => role === 'consent')
  return item && chart.of(item.id).find(didHappen)?.fact.at
}

function isAsked({ fact, value }: FactReading, { details = {} }: PlannedBaseline): boolean {
  if (value.type === 'not known') return false
  return Object.entries(details).every(([name, one]) => fact.details?.[name] === one)
}

function valueOf(
  { fact, value, rivals, moment }: FactReading,
  { age }: PlannedBaseline,
  joined: string | undefined,
): BaselineValue | undefined {
  if (rivals.length > 0) return undefined
  switch (value.type) {
    case 'quantity':
      return { fact: fact.id, number: Number(value.quantity.value) }
    case 'yes-no':
      return { fact: fact.id, text: value.yes ? 'yes' : 'no' }
    case 'code':
    case 'text':
    case 'event':
      return { fact: fact.id, text: value.text }
    case 'none':
    case 'not applicable':
      return { fact: fact.id, text: value.type }
    case 'date': {
      if (age === undefined) return { fact: fact.id, text: value.text }
      // A birth that was written with its own day as when it was so does not say how old somebody was then.
      if (joined === undefined && moment.firstDay <= value.moment.lastDay) return undefined
      const on = ageOn(value.moment, joined ?? moment)
      if (isTimeProblem(on)) return undefined
      const ages = agesOf(on)
      return Object.keys(ages).length > 0 ? { fact: fact.id, ages } : undefined
    }
    case 'not known':
      return undefined
  }
}

function agesOf({ years, months, days }: AgeOn): NonNullable<BaselineValue['ages']> {
  const known = ({ least, most }: AgeOn['years']) => (least === most ? least : undefined)
  const [a, mo, d] = [known(years), known(months), known(days)]
  return {
    ...(a !== undefined && { a }),
    ...(mo !== undefined && { mo }),
    ...(d !== undefined && { d }),
  }
}
