import type { Records } from '../people/records/model/records.ts'
import { type PromiseMail, promiseMails } from './test-promises.ts'

/** What was found wrong in a time of promises, and how much there was of what is right. */
export interface PromiseFindings {
  readonly enquiries: number
  /** By the state in which each is at the end. */
  readonly states: Readonly<Record<string, number>>
  readonly mailsToSeekers: number
  readonly mailsToSites: number
  /** Told that the site is late, asked again for them, or told that it is over. */
  readonly lateWords: number
  /** Nobody said anything to who asked, though they were to hear something. */
  readonly silent: readonly string[]
  /** Mailed to who asked less than a day after another mail. */
  readonly tooOften: readonly string[]
  /** The same told to the same person twice. */
  readonly twice: readonly string[]
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** What is late is told the next morning, or a day after the last mail; and an hour may pass until somebody looks. */
const latestMs = (15 + 24 + 3) * hourMs
/** A week, the day of the last mail, and some hours. */
const weekMs = (7 * 24 + 24 + 3) * hourMs

/** At a moment: whose enquiry is silent. Nobody was away in the days before. */
export async function lookAtPromises({ db }: Records, now: Date): Promise<string[]> {
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString()
  const open = await db
    .selectFrom('enquiry')
    .select((query) => [
      'id',
      'case_number',
      'state',
      'due_at',
      'confirmed_at',
      query
        .selectFrom('enquiry_event')
        .select((event) => event.fn.max('at').as('at'))
        .whereRef('enquiry_id', '=', 'enquiry.id')
        .where('kind', '=', 'told-seeker')
        .as('told_at'),
    ])
    .where('state', 'in', ['sent', 'seen', 'contacted', 'not-reached', 'invited'])
    .execute()
  const waiting = await db
    .selectFrom('enquiry_deadline')
    .select(['enquiry_id', 'kind', 'due_at'])
    .where('done_at', 'is', null)
    .where('due_at', '<', before(3 * hourMs))
    .execute()
  return [
    ...waiting.map(
      ({ kind, due_at }) => `${kind} of ${due_at} was not done by ${now.toISOString()}`,
    ),
    ...open.flatMap(({ case_number, state, due_at, confirmed_at, told_at }) => {
      const said = `${case_number} (${state}, due ${due_at}, told ${told_at}) at ${now.toISOString()}`
      if (told_at === null)
        return (confirmed_at ?? '') < before(dayMs + 3 * hourMs) ? [`${said}: never told`] : []
      if (due_at === null)
        return state === 'sent' || state === 'seen' ? [`${said}: nothing is owed`] : []
      if (due_at > before(latestMs)) return []
      return told_at < due_at || told_at < before(weekMs) ? [said] : []
    }),
  ]
}

/** At the end: all mails, and what became of every enquiry. */
export async function lookAtMails(
  records: Records,
  silentBefore: readonly string[],
): Promise<PromiseFindings> {
  const { db } = records
  const mails = await promiseMails(records)
  const toSeekers = mails.filter(({ to }) => to.endsWith('@home.example'))
  const states = await db
    .selectFrom('enquiry')
    .select((query) => ['state', query.fn.countAll<number | string>().as('count')])
    .groupBy('state')
    .execute()
  const events = await db
    .selectFrom('enquiry_event')
    .select(['kind', 'details'])
    .where('kind', '=', 'told-seeker')
    .execute()
  return {
    enquiries: states.reduce((all, { count }) => all + Number(count), 0),
    states: Object.fromEntries(states.map(({ state, count }) => [state, Number(count)])),
    mailsToSeekers: toSeekers.length,
    mailsToSites: mails.length - toSeekers.length,
    lateWords: events.filter(({ details }) => /late|waiting|ended|over/.test(details)).length,
    silent: [...silentBefore, ...(await leftOpen(records))],
    tooOften: withinADay(toSeekers, ({ to }) => to),
    // A subject names the case and what is told; the same within a day is the same told twice.
    twice: withinADay(
      mails.filter(({ subject }) => subject !== ''),
      ({ to, subject }) => `${to} ${subject}`,
    ),
  }
}

/** None waits for a site when the year is long over. */
async function leftOpen({ db }: Records): Promise<string[]> {
  const rows = await db
    .selectFrom('enquiry')
    .select(['case_number', 'state', 'due_at'])
    .where((where) =>
      where.or([
        where('due_at', 'is not', null),
        where('state', 'in', ['sent', 'seen', 'invited']),
      ]),
    )
    .execute()
  const open = await db
    .selectFrom('enquiry_deadline')
    .select(['kind', 'due_at'])
    .where('done_at', 'is', null)
    .execute()
  return [
    ...rows.map(({ case_number, state, due_at }) => `${case_number} is ${state}, due ${due_at}`),
    ...open.map(({ kind, due_at }) => `${kind} of ${due_at} is still to be done`),
  ]
}

/** Of mails with the same key, each that was made less than a day after the one before it. */
function withinADay(mails: readonly PromiseMail[], keyOf: (mail: PromiseMail) => string): string[] {
  return [...Map.groupBy(mails, keyOf)].flatMap(([key, some]) =>
    some.flatMap(({ at }, index) => {
      const last = some[index - 1]
      const isSoon = last !== undefined && Date.parse(at) - Date.parse(last.at) < dayMs
      return isSoon ? [`${key}: ${last.at} and ${at}`] : []
    }),
  )
}
