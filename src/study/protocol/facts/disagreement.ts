import { isEqual } from '../quantity/compare-amounts.ts'
import type { FactReading } from './reading.ts'

/**
 * Finds what was recorded twice and what disagrees. Of a series, two readings of one moment that were taken alike
 * disagree where their values differ; of what is so once, any two. Nothing is chosen: both are kept, each with its
 * rivals. Of dates of which one is the more exact form of the other, the exact one is kept.
 */
export function markDisagreement(
  readings: readonly FactReading[],
  repeats: 'once' | 'series',
): { readonly kept: readonly FactReading[]; readonly twice: readonly FactReading[] } {
  if (repeats === 'series' && !readings.some(isOfMomentBefore)) return { kept: readings, twice: [] }
  const kept: FactReading[] = []
  const twice: FactReading[] = []
  const told =
    repeats === 'series' ? readings : readings.filter(({ value }) => value.type !== 'not known')
  for (const group of groups(told.length > 0 ? told : readings, repeats)) {
    const [alone, ...others] = group
    if (alone && others.length === 0) {
      kept.push(alone)
      continue
    }
    const different: FactReading[] = []
    for (const reading of group)
      if (different.some((one) => sameValue(one, reading))) twice.push(reading)
      else different.push(reading)
    const narrow = different.filter((one) => !different.some((other) => isNarrower(other, one)))
    for (const one of narrow)
      kept.push(narrow.length === 1 ? one : { ...one, rivals: rivalsOf(one, narrow) })
  }
  return { kept, twice }
}

function rivalsOf(one: FactReading, all: readonly FactReading[]): readonly string[] {
  return all.filter((other) => other !== one).map(({ fact }) => fact.id)
}

/** Readings that speak of the same thing at the same time, in the order of their first. */
function groups(
  readings: readonly FactReading[],
  repeats: 'once' | 'series',
): Iterable<readonly FactReading[]> {
  if (repeats === 'once') return readings.length === 0 ? [] : [readings]
  return runsOf(readings).flatMap((run) =>
    run.length === 1 ? [run] : [...Map.groupBy(run, takenAs).values()],
  )
}

/** Readings in order, cut where the moment changes. */
function runsOf(readings: readonly FactReading[]): readonly (readonly FactReading[])[] {
  const runs: FactReading[][] = []
  for (const [place, reading] of readings.entries())
    if (isOfMomentBefore(reading, place, readings)) runs.at(-1)?.push(reading)
    else runs.push([reading])
  return runs
}

function isOfMomentBefore(
  { moment }: FactReading,
  place: number,
  readings: readonly FactReading[],
): boolean {
  const last = readings[place - 1]?.moment
  return last !== undefined && last.from === moment.from && last.until === moment.until
}

function takenAs({ fact, moment }: FactReading): string {
  const details = Object.entries(fact.details ?? {}).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  return JSON.stringify([moment.from, moment.until, fact.site, fact.method, fact.visit, details])
}

/** True for two readings that say the same, across units and spellings of a number. */
export function sameValue(one: FactReading, other: FactReading): boolean {
  const [first, second] = [one.value, other.value]
  if (first.type !== second.type) return false
  if (first.type === 'quantity' && second.type === 'quantity')
    return isEqual(first.quantity, second.quantity)
  if (first.type === 'yes-no' && second.type === 'yes-no') return first.yes === second.yes
  if ('text' in first && 'text' in second) return first.text === second.text
  return true
}

/** `2014-02-10` says what `2014` says, and more. */
function isNarrower(one: FactReading, other: FactReading): boolean {
  if (one.value.type !== 'date' || other.value.type !== 'date' || one === other) return false
  const [inner, outer] = [one.value.moment, other.value.moment]
  const isWithin = inner.firstDay >= outer.firstDay && inner.lastDay <= outer.lastDay
  return isWithin && (inner.firstDay > outer.firstDay || inner.lastDay < outer.lastDay)
}
