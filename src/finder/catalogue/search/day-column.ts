import { updatedSteps } from '../model/filter-table.ts'
import { dayNumber } from '../segment/columns.ts'
import type { LoadedSegment } from '../segment/loaded.ts'
import { opennessColumn } from './openness.ts'

/**
 * What of a study depends on the day of the question, in one byte: its place in `openness` in the two lowest bits, above them
 * in how many of the steps of "last updated" it is.
 */
export type DayColumn = Uint8Array

/** The openness in a byte of a day's column. */
export const opennessBits = 3
/** So many bits above it stand the steps. */
export const stepShift = 2

/** The steps of "last updated" from the longest to the shortest, each with its first day: what is in one is in those before it. */
export function updatedSince(
  today: string,
): readonly { readonly name: string; readonly since: number }[] {
  return Object.entries(updatedSteps)
    .map(([name, days]) => ({ name, since: Math.max(1, dayNumber(today) - days) }))
    .toSorted((a, b) => a.since - b.since)
}

const kept = new WeakMap<LoadedSegment, { readonly today: string; readonly column: DayColumn }>()

/** The column of a day; that of the last day asked for is kept. */
export function dayColumn(loaded: LoadedSegment, today: string): DayColumn {
  const known = kept.get(loaded)
  if (known?.today === today) return known.column
  const { updated } = loaded.columns
  const opennessOf = opennessColumn(loaded.columns, today)
  const steps = updatedSince(today)
  const column = new Uint8Array(updated.length)
  for (let doc = 0; doc < column.length; doc++) {
    let within = 0
    while (within < steps.length && (updated[doc] as number) >= (steps[within]?.since ?? 0))
      within++
    column[doc] = opennessOf(doc) | (within << stepShift)
  }
  kept.set(loaded, { today, column })
  return column
}
