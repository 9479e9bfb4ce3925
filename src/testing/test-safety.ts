import { randomUUID } from 'node:crypto'
import type { Actor } from '../people/accounts/model/actor.ts'
import type { Records } from '../people/records/model/records.ts'
import { readCase } from '../study/conduct/model/case.ts'
import type { ParticipantAsk } from '../study/conduct/record/change.ts'
import { type EventRecorded, recordEvent } from '../study/conduct/safety/record-event.ts'
import type { TypedEvent } from '../study/conduct/safety/typed-event.ts'
import { peopleBase } from './test-alerts.ts'
import { runNow } from './test-study.ts'

/** Nothing typed of a moment. */
export const noMoment = { day: '', time: '', offset: '' } as const

/** A moment as it is typed. */
export const typedAt = (day: string, time = '') => ({ day, time, offset: '' })

/** A serious reaction as a site types it, on the morning of the clock of tests. */
export const typedReaction: TypedEvent = {
  what: 'stay in hospital with a high fever',
  onset: typedAt('2026-11-26', '07:30'),
  end: noMoment,
  serious: 'yes',
  criteria: ['hospitalisation'],
  grade: '3',
  related: 'yes',
  action: 'interrupted',
  outcome: 'recovering',
  siteAware: typedAt('2026-11-26', '08:00'),
  words: 'Seen on the ward.',
}

/** How a participant is asked for as they are now. */
export async function askNow(
  records: Records,
  id: string,
  now: Date = runNow,
): Promise<ParticipantAsk> {
  const known = await readCase(records.db, records.keys, id, now)
  return { id, formKey: randomUUID(), seen: known?.participant.facts ?? 0 }
}

/** Records an event of tests, by who may. */
export async function recordTestEvent(
  records: Records,
  actor: Actor,
  id: string,
  typed: Partial<TypedEvent> = {},
  now: Date = runNow,
): Promise<EventRecorded> {
  const ask = await askNow(records, id, now)
  return recordEvent(peopleBase(records), actor, ask, { ...typedReaction, ...typed }, now)
}
