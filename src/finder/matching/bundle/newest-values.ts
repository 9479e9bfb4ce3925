import type { Measured } from '../patient/patient.ts'
import type { DatedMeasure } from './gathering.ts'

/**
 * The values of a record, the newest first, with times that order as texts. A value whose day alone is known and one of
 * an hour of that day cannot be put in order: both get the day, so that they are no value where they differ. Where one
 * has no time at all and another differs, none has.
 */
export function orderedMeasures(measures: readonly DatedMeasure[]): readonly Measured[] {
  const byMeasure = Map.groupBy(measures, ({ measured }) => measured.what)
  const all = [...byMeasure.values()].flatMap((same) => eachOnce(timed(same)).slice(0, mostOfOne))
  return all.toSorted(newestFirst)
}

/** Older values of one measure tell nothing more. */
const mostOfOne = 20

function eachOnce(values: readonly Measured[]): readonly Measured[] {
  const kept = new Map<string, Measured>()
  for (const one of values) {
    const key = `${one.at ?? ''} ${valueOf(one)}`
    if (!kept.has(key)) kept.set(key, one)
  }
  return [...kept.values()]
}

function newestFirst(one: Measured, other: Measured): number {
  const [a, b] = [one.at ?? '', other.at ?? '']
  return a < b ? 1 : a > b ? -1 : 0
}

function timed(same: readonly DatedMeasure[]): readonly Measured[] {
  const values = new Set(same.map(({ measured }) => valueOf(measured)))
  const isUndated = values.size > 1 && same.some(({ when }) => !when)
  if (isUndated) return same.map(({ measured }) => measured)
  const coarse = new Set(
    same.flatMap(({ when }) => (when && when.ms === undefined ? when.day : [])),
  )
  return same
    .map(({ measured, when }) => {
      if (!when) return measured
      const { day, at } = when
      const shared = [4, 7, 10]
        .filter((length) => length <= day.length)
        .map((length) => day.slice(0, length))
        .find((part) => coarse.has(part))
      // An instant's day in UTC may be another than where it was written.
      const isShifted = coarse.size > 0 && at.slice(0, 10) !== day && at.length > 10
      return { ...measured, at: shared ?? (isShifted ? day : at) }
    })
    .toSorted(newestFirst)
}

function valueOf({ value, unit, comparator, upTo }: Measured): string {
  return `${comparator ?? ''} ${value} ${upTo ?? ''} ${unit}`
}
