import { accountsAt, personsOf } from '../../../people/accounts/accounts.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { audit, holdTrail } from '../../../people/audit/append.ts'
import { eachByItself } from '../../../people/records/each-by-itself.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import type { Person } from '../../../people/records/persons.ts'
import { type PlannedReminder, remindersOf } from '../derived/plan-reminders.ts'
import { type ConductCase, readCase } from '../model/case.ts'
import { queueSafetyMails } from '../model/safety-mails.ts'
import { safetyLetter } from './safety-letter.ts'

/**
 * Mails the investigators of the site and the managers of the study of each clock of safety whose moment has come, once for
 * each moment; of several that have passed, the last. Each participant is one transaction. Answers how many reminders.
 * Throws, when all others are dealt with, what stood in the way of one.
 */
export async function remindOfSafety(
  base: PeopleBase,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  let reminded = 0
  await eachByItself(
    await participantsWithDue(base.records.db, now),
    async (id) => {
      reminded += await base.records.write((tx) => remindOf(tx, base, id, now))
    },
    signal,
  )
  return reminded
}

/** Each once, who waits longest first. */
async function participantsWithDue(db: Reader, now: Date): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('safety_told')
    .select('participant_id')
    .where('told_at', 'is', null)
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .execute()
  return new Set(rows.map(({ participant_id }) => participant_id))
}

/** All that is due for one participant. Whoever comes second, of two processes, finds nothing due. */
async function remindOf(tx: Tx, base: PeopleBase, id: string, now: Date): Promise<number> {
  await holdTrail(tx)
  const due = await tx
    .selectFrom('safety_told')
    .select(['event', 'clock', 'step'])
    .where('participant_id', '=', id)
    .where('told_at', 'is', null)
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .execute()
  const known = due.length > 0 && (await readCase(tx, base.records.keys, id, now))
  if (!known) return 0
  await tx
    .updateTable('safety_told')
    .set({ told_at: now.toISOString() })
    .where('participant_id', '=', id)
    .where('told_at', 'is', null)
    .where('due_at', '<=', now.toISOString())
    .execute()
  const running = remindersOf(known, now)
  const last = new Map(due.map((one) => [`${one.event} ${one.clock}`, one]))
  const people = await toldOf(tx, base, known)
  for (const { event, clock, step } of last.values()) {
    const one = running.find((each) => isSame(each, { event, clock }) && each.step === step)
    const over = running.find((each) => isSame(each, { event, clock }) && each.step === 'over')
    if (one && over) await mailAll(tx, base, { known, people, one, over: over.at }, now)
  }
  return last.size
}

function isSame(
  one: Pick<PlannedReminder, 'event' | 'clock'>,
  other: Pick<PlannedReminder, 'event' | 'clock'>,
): boolean {
  return one.event === other.event && one.clock === other.clock
}

/** The investigators of the site, or where there is none its coordinators, and the managers. */
async function toldOf(
  tx: Tx,
  { records }: PeopleBase,
  { participant }: ConductCase,
): Promise<readonly Person[]> {
  const holders = await accountsAt({ db: tx }, participant)
  const of = (name: string) => holders.filter(({ role }) => role === name)
  const treating = of('investigator').length > 0 ? of('investigator') : of('coordinator')
  return personsOf(tx, records.keys, [...treating, ...of('manager')])
}

const minuteMs = 60_000

interface SafetyMail {
  readonly known: ConductCase
  readonly people: readonly Person[]
  readonly one: PlannedReminder
  readonly over: Date
}

async function mailAll(
  tx: Tx,
  base: PeopleBase,
  { known: { participant, run }, people, one, over }: SafetyMail,
  now: Date,
): Promise<void> {
  const { study, site: place, id } = participant
  const { event, clock, step } = one
  const site = run.sites.find((each) => each.site === place)
  // A day is in time to its last minute.
  const isSponsors = clock.startsWith('sponsor')
  const facts = {
    study,
    site: site?.name ?? place,
    step,
    by: isSponsors ? over : new Date(over.getTime() - minuteMs),
    timeZone: isSponsors ? (site?.timeZone ?? run.timeZone) : run.timeZone,
  }
  const mailed = await queueSafetyMails(
    tx,
    base,
    people,
    {
      kind: 'safety',
      // Which clock it is would tell how bad the event was.
      about: `${id} ${event} ${clock} ${step}`,
      path: `/desk/participants/${id}/events/${event}`,
      letter: (language, url) => safetyLetter(language, { ...facts, url }),
    },
    now,
  )
  await audit(tx, {
    at: now,
    actor: 'system',
    action: 'safety.reminded',
    subject: `participant/${id}`,
    details: { study, site: place, clock, step, people: mailed },
  })
}
