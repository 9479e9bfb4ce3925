import type { Regimen } from '../../../study/protocol/document/dosing.ts'
import type { Protocol } from '../../../study/protocol/document/protocol.ts'
import type { PlannedVisit } from '../../../study/protocol/document/schedule.ts'

/** One row of the picture of a schedule, in days from its anchor; only for drawing. */
export interface TimelineRow {
  readonly id: string
  readonly kind: 'visit' | 'doses'
  /** Each time it happens: its day, and how far from it is allowed. */
  readonly marks: readonly { readonly at: number; readonly from?: number; readonly to?: number }[]
  /** Days at which the dose may change. */
  readonly looks: readonly number[]
}

/** What is counted from one anchor, as rows. */
export interface AnchoredRows {
  readonly anchor: string
  /** The number of the anchor's own day, and what stands before it: 1 and `J`. */
  readonly first: number
  readonly label: string
  readonly rows: readonly TimelineRow[]
}

/** What a picture shows at most of something that repeats. */
const mostMarks = 60

/** The rows of each anchor that visits or doses are counted from; what has no day is in none. */
export function timelineRows(protocol: Protocol): readonly AnchoredRows[] {
  const rows = [
    ...protocol.regimens.map((regimen) => ({
      anchor: regimen.anchor,
      row: dosesRow(protocol, regimen),
    })),
    ...protocol.visits.flatMap((visit) =>
      visit.target && !visit.unscheduled
        ? [{ anchor: visit.target.anchor, row: visitRow(protocol, visit, visit.target) }]
        : [],
    ),
  ]
  const byStart = Map.groupBy(rows, ({ anchor }) => sameStart(protocol, anchor))
  return [...byStart].flatMap(([anchor, anchored]) => {
    const days = protocol.anchors.find(({ id }) => id === anchor)?.days
    const shown = anchored.map(({ row }) => row).filter(({ marks }) => marks.length > 0)
    return shown.length === 0
      ? []
      : [{ anchor, first: days?.first ?? 0, label: days?.label ?? '', rows: shown }]
  })
}

/** Anchors of the same event and numbering are drawn on one line: a planned and a given first dose. */
function sameStart({ anchors }: Protocol, id: string): string {
  const own = anchors.find((anchor) => anchor.id === id)
  const key = startKey(own)
  return anchors.find((anchor) => startKey(anchor) === key)?.id ?? id
}

function startKey(anchor: Protocol['anchors'][number] | undefined): string {
  if (!anchor) return ''
  const { event, days } = anchor
  const item = 'item' in event ? event.item : 'visit' in event ? event.visit : ''
  const day = event.type === 'first' || event.type === 'last' ? event.onDay?.day : undefined
  return [event.type, item, day, days?.first, days?.label].join('|')
}

function visitRow(
  protocol: Protocol,
  { id, window, repeat }: PlannedVisit,
  target: NonNullable<PlannedVisit['target']>,
): TimelineRow {
  const start =
    target.day === undefined ? daysIn(target.after) : target.day - firstOf(protocol, target.anchor)
  const every = daysIn(repeat?.every)
  const times = every > 0 ? Math.min(repeat?.times ?? 3, mostMarks) : 1
  const marks = Array.from({ length: times }, (_, index) => {
    const at = start + index * every
    return window ? { at, from: at - daysIn(window.early), to: at + daysIn(window.late) } : { at }
  })
  return { id, kind: 'visit', marks, looks: [] }
}

/** Days with doses as spans: all of them, or those of each cycle. */
function dosesRow(protocol: Protocol, regimen: Regimen): TimelineRow {
  const { timing, stops, changes, anchor, id } = regimen
  const last = Math.min(
    ...stops
      .flatMap(({ days, doses }) => [days, doses && doses * (daysIn(timing.every) || 1)])
      .filter((one) => one !== undefined),
  )
  const first = firstOf(protocol, anchor)
  const looks = changes.flatMap(({ at }) => ('days' in at ? at.days.map((day) => day - first) : []))
  return { id, kind: 'doses', marks: doseSpans(timing.cycle, last), looks: [...new Set(looks)] }
}

function doseSpans(cycle: Regimen['timing']['cycle'], last: number): TimelineRow['marks'] {
  if (!cycle) return Number.isFinite(last) ? [{ at: 0, from: 0, to: last - 1 }] : []
  const length = Number.isFinite(last) ? last : cycle.length * 3
  const cycles = Math.min(Math.ceil(length / cycle.length), mostMarks)
  return Array.from({ length: cycles }, (_, index) => {
    const from = index * cycle.length + cycle.from - 1
    return { at: from, from, to: index * cycle.length + cycle.to - 1 }
  })
}

function firstOf({ anchors }: Protocol, id: string): number {
  return anchors.find((anchor) => anchor.id === id)?.days?.first ?? 0
}

/** About how many days a duration has; for drawing alone, where a month is 30 days. */
function daysIn(duration: string | undefined): number {
  const [date = '', time = ''] = (duration ?? '').replace(/^-?P/, '').split('T')
  const sum = (text: string, units: Readonly<Record<string, number>>): number =>
    [...text.matchAll(/(\d+(?:\.\d+)?)([A-Z])/g)].reduce(
      (days, [, amount, unit = '']) => days + Number(amount) * (units[unit] ?? 0),
      0,
    )
  const days = sum(date, { Y: 365, M: 30, W: 7, D: 1 }) + sum(time, { H: 1 / 24, M: 1 / 1440 })
  return duration?.startsWith('-') ? -days : days
}
