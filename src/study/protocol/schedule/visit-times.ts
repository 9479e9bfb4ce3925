import type { DurationText } from '../document/expressions.ts'
import type { PlannedVisit, PlannedWindow, ProtocolAnchor } from '../document/schedule.ts'
import type { OperatorSetting } from '../document/settings.ts'
import { findAnchor } from '../expression/moments.ts'
import type { Scene } from '../expression/scene.ts'
import type { MissingFact } from '../expression/truth.ts'
import { movedBy } from '../state/moved.ts'
import { type DurationParts, readDuration } from '../time/duration.ts'
import { type Moment, momentOfDay } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import { dateOfStudyDay } from '../time/study-day.ts'

/** When one occurrence of a visit is due, and between which moments it counts. */
export interface VisitTimes {
  readonly due: Moment
  readonly day?: string
  /** Missing where nobody has set a window: then nothing is early, late or missed. */
  readonly window?: {
    readonly opens: Moment
    readonly closes: Moment
    readonly by: 'version' | OperatorSetting
  }
}

/** Places a visit, or says what is missing for it. The first occurrence is 1. */
export function placeVisit(
  visit: PlannedVisit,
  occurrence: number,
  settings: readonly OperatorSetting[],
  scene: Scene,
): VisitTimes | { readonly missing: MissingFact } | undefined {
  const { target, repeat } = visit
  if (!target) return undefined
  const base = findAnchor(target.anchor, scene)
  if ('missing' in base) return base
  const anchor = scene.book.anchors.get(target.anchor)
  const due =
    repeat && occurrence > 1
      ? againAt(target, timesOf(repeat.every, occurrence - 1), anchor, base.moment, scene)
      : targetOf(target, anchor, base.moment, scene)
  if (!due) return { missing: { item: visit.id, why: 'moment not exact', facts: base.facts } }
  const label = anchor?.days && target.day !== undefined && occurrence === 1
  const day = label ? { day: `${anchor.days.label}${target.day}` } : {}
  const found = windowFor(visit, settings)
  if (!found) return { due, ...day }
  const opens = movedBy(due, `-${found.window.early}`, scene)
  const closes = movedBy(due, found.window.late, scene)
  if (!opens || !closes) return { due, ...day }
  return { due, ...day, window: { opens, closes, by: found.by } }
}

function targetOf(
  { day, after }: NonNullable<PlannedVisit['target']>,
  anchor: ProtocolAnchor | undefined,
  base: Moment,
  scene: Scene,
): Moment | undefined {
  if (day === undefined) return after === undefined ? base : movedBy(base, after, scene)
  const date = dateOfStudyDay(base, day, anchor?.days?.first === 0 ? 'usdm' : 'sdtm')
  if (isTimeProblem(date)) return undefined
  return momentOfDay(date.date, scene.zone)
}

/** So much later than the first time, in one step: a month after 31 January is 28 February, and two are 31 March. */
function againAt(
  target: NonNullable<PlannedVisit['target']>,
  later: DurationParts,
  anchor: ProtocolAnchor | undefined,
  base: Moment,
  scene: Scene,
): Moment | undefined {
  const first = readDuration(target.after ?? 'P0D')
  if (target.day === undefined && !isTimeProblem(first) && first.days === 0 && first.seconds === 0)
    return movedBy(base, durationOf({ ...later, months: first.months + later.months }), scene)
  const start = targetOf(target, anchor, base, scene)
  return start && movedBy(start, durationOf(later), scene)
}

function timesOf(every: DurationText, times: number): DurationParts {
  const parts = readDuration(every)
  const { months, days, seconds } = isTimeProblem(parts)
    ? { months: 0, days: 0, seconds: 0 }
    : parts
  return { months: months * times, days: days * times, seconds: seconds * times }
}

function durationOf({ months, days, seconds }: DurationParts): DurationText {
  const day = `P${months}M${days}D`
  return seconds === 0 ? day : `${day}T${seconds}S`
}

function windowFor(
  { id, window }: PlannedVisit,
  settings: readonly OperatorSetting[],
): { readonly window: PlannedWindow; readonly by: 'version' | OperatorSetting } | undefined {
  if (window) return { window, by: 'version' }
  for (const setting of settings)
    if (setting.sets === 'visit window' && setting.visit === id)
      return { window: setting.window, by: setting }
  return undefined
}
