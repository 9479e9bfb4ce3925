import type { Tx } from '../../../people/records/model/records.ts'
import type { SafetyClock, SafetyState, SponsorWord } from '../../protocol/state/safety-state.ts'
import { momentOfDay } from '../../protocol/time/moment.ts'
import type { ConductCause } from '../model/acting.ts'
import type { ConductCase } from '../model/case.ts'

/** At which of its moments people are reminded of a clock of safety. */
export type ReminderStep = 'begun' | 'half' | 'last' | 'over'

/** A moment at which people are to be reminded of a clock of an event: each is told once, whatever is recorded later. */
export interface PlannedReminder {
  /** The fact by which the event became known. */
  readonly event: string
  /** `sponsor-1`: the site's word to the sponsor; `7`, `15`: a report; `7-more`: what follows it. */
  readonly clock: string
  readonly step: ReminderStep
  readonly at: Date
}

/** When people are to be reminded of the clocks that run, as far as these have dates and nothing settled them. */
export function remindersOf(
  { state, run }: Pick<ConductCase, 'state' | 'run'>,
  now: Date,
): readonly PlannedReminder[] {
  return state.safety.flatMap((event) => [
    ...event.toSponsor.flatMap((word, at) => ofWord(event, word, at)),
    ...event.clocks.flatMap((clock) => ofClock(event, clock, run.timeZone, now)),
  ])
}

/** Plans the reminders of what runs now; what nobody need be reminded of any more goes, and what was told stays told. */
export async function planReminders(
  tx: Tx,
  { now }: ConductCause,
  known: Pick<ConductCase, 'participant' | 'state' | 'run'>,
): Promise<void> {
  const { id } = known.participant
  const wanted = remindersOf(known, now)
  const kept = await tx
    .selectFrom('safety_told')
    .selectAll()
    .where('participant_id', '=', id)
    .execute()
  const keyOf = ({ event, clock, step }: Omit<PlannedReminder, 'at' | 'step'> & { step: string }) =>
    `${event} ${clock} ${step}`
  const told = new Set(kept.filter((row) => row.told_at !== null).map(keyOf))
  const begun = new Map(kept.map((row) => [keyOf(row), row.due_at]))
  if (kept.length > told.size)
    await tx
      .deleteFrom('safety_told')
      .where('participant_id', '=', id)
      .where('told_at', 'is', null)
      .execute()
  const planned = wanted.filter((one) => !told.has(keyOf(one)))
  if (planned.length === 0) return
  await tx
    .insertInto('safety_told')
    .values(
      planned.map((one) => ({
        participant_id: id,
        event: one.event,
        clock: one.clock,
        step: one.step,
        // The first word is due since the clock was first seen.
        due_at: (one.step === 'begun' && begun.get(keyOf(one))) || one.at.toISOString(),
        told_at: null,
      })),
    )
    .execute()
}

function ofWord(
  { event }: SafetyState,
  { told, due }: SponsorWord,
  at: number,
): readonly PlannedReminder[] {
  if (told !== undefined) return []
  const over = new Date(due)
  const begun = new Date(over.getTime() - dayMs)
  const clock = `sponsor-${at + 1}`
  return [
    { event, clock, step: 'begun', at: begun },
    { event, clock, step: 'half', at: between(begun, over) },
    { event, clock, step: 'over', at: over },
  ]
}

const dayMs = 86_400_000

function ofClock(
  { event }: SafetyState,
  { days, day0, due, reported, followUpDue, followUpReported }: SafetyClock,
  zone: string,
  now: Date,
): readonly PlannedReminder[] {
  if (day0 === undefined || due === undefined) return []
  const steps = (clock: string, until: string): readonly PlannedReminder[] => {
    const last = daySpan(until, zone)
    const half = between(daySpan(day0, zone).from, last.until)
    return [
      { event, clock, step: 'begun', at: now },
      { event, clock, step: 'half', at: half },
      { event, clock, step: 'last', at: last.from },
      { event, clock, step: 'over', at: last.until },
    ]
  }
  if (reported === undefined) return steps(String(days), due)
  return followUpDue !== undefined && followUpReported === undefined
    ? steps(`${days}-more`, followUpDue)
    : []
}

function daySpan(day: string, zone: string): { readonly from: Date; readonly until: Date } {
  const { from, until } = momentOfDay(day, zone)
  return { from: new Date(from), until: new Date(until) }
}

function between(one: Date, other: Date): Date {
  return new Date((one.getTime() + other.getTime()) / 2)
}
