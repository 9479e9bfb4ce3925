import type { Regimen } from '../document/dosing.ts'
import type { ProtocolBook } from '../expression/scene.ts'
import { movedBy } from '../state/moved.ts'
import { calendarDaysBetween } from '../time/days.ts'
import { readDuration } from '../time/duration.ts'
import { type Moment, momentOfDay } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'

/** The number of a day by a regimen's anchor, and as the version writes it: `J3`. */
export interface DoseDay {
  readonly number: number
  readonly label: string
  /** Days since the first dose, that day included: 1, 2, 3, whatever the numbering. */
  readonly ofTreatment: number
}

/** The day of a moment, counted from the first dose. */
export function doseDay(
  { anchor }: Regimen,
  first: Moment,
  at: Moment,
  { anchors }: Pick<ProtocolBook, 'anchors'>,
): DoseDay {
  const days = anchors.get(anchor)?.days
  const past = calendarDaysBetween(first.firstDay, at.firstDay)
  const start = days?.first ?? 1
  const number = start === 1 && past < 0 ? past : past + start
  return { number, label: `${days?.label ?? 'day '}${number}`, ofTreatment: past + 1 }
}

/** When the dose after one is due; on the days of its cycle alone, where there is a cycle. */
export function dueAfter(
  { timing }: Regimen,
  first: Moment,
  last: Moment,
  seen: { readonly zone?: string },
): Moment | undefined {
  const due = movedBy(last, timing.every, seen)
  if (!due || !timing.cycle) return due
  const wait = daysToCycle(timing.cycle, first, due)
  return wait === 0 ? due : movedBy(due, `P${wait}D`, seen)
}

/** Days from a moment to the next one on which its cycle gives doses; 0 on such a day. */
function daysToCycle(
  { length, from, to }: NonNullable<Regimen['timing']['cycle']>,
  first: Moment,
  { firstDay }: Moment,
): number {
  const past = calendarDaysBetween(first.firstDay, firstDay)
  const inCycle = (((past % length) + length) % length) + 1
  if (inCycle >= from && inCycle <= to) return 0
  return inCycle < from ? from - inCycle : length - inCycle + from
}

/** Whether the cycle of a regimen gives no dose on the day of a moment. */
export function isOffCycle({ timing }: Regimen, first: Moment, at: Moment): boolean {
  return timing.cycle !== undefined && daysToCycle(timing.cycle, first, at) > 0
}

/** The first day on which the dose after one may be given, where doses are a day or more apart: a dose has its whole day. */
export function dayAfterDose(
  regimen: Regimen,
  first: Moment,
  last: Moment,
  seen: { readonly zone?: string },
): string | undefined {
  const { timing } = regimen
  const parts = readDuration(timing.every)
  if (isTimeProblem(parts)) return undefined
  // Whole days or months later is the same hour of another day, so its day is that of the dose.
  if (parts.seconds === 0) return dueAfter(regimen, first, last, seen)?.firstDay
  const { firstDay } = last
  const days = parts.days + Math.floor(parts.seconds / 86_400)
  const whole = { ...regimen, timing: { ...timing, every: `P${parts.months}M${days}D` } }
  return dueAfter(whole, first, momentOfDay(firstDay, seen.zone), seen)?.firstDay
}

/** Half of the time between two doses that are less than a day apart. */
export function halfInterval({ timing }: Regimen): string | undefined {
  const parts = readDuration(timing.every)
  return isTimeProblem(parts) ? undefined : `PT${Math.floor(parts.seconds / 2)}S`
}

/** True where doses are a day or more apart: then two on one day are one too many. */
export function isDaily({ timing }: Regimen): boolean {
  const parts = readDuration(timing.every)
  if (isTimeProblem(parts)) return false
  return parts.months > 0 || parts.days > 0 || parts.seconds >= 86_400
}
