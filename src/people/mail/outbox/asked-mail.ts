import { sql } from 'kysely'
import type { MailAddress } from '../../records/address.ts'
import { mailboxOf } from '../../records/mailbox.ts'
import { isPostgres } from '../../records/model/dialect.ts'
import type { Keys } from '../../records/model/keys.ts'
import type { Tx } from '../../records/model/records.ts'
import { type MailToQueue, type Queued, queueLetter } from './queue.ts'

/** A mail that any visitor can cause, by typing an address that may be a stranger's. */
export interface AskedMail {
  readonly address: MailAddress
  /** The person whose mail it would be. */
  readonly person: MailToQueue['person']
  /** What was asked for, as a text that is the same when the same is asked again. */
  readonly what: string
  /** A link to sign in has a count of its own: what else the mailbox got keeps nobody out of their account. */
  readonly isSignIn?: boolean
  readonly now: Date
}

/**
 * How many such mails one mailbox gets, however its address is written: so many for spellings that somebody made up (0),
 * with these so many for the plain one (1), and with all so many for one that was confirmed (2). So whoever makes up
 * spellings does not use up what the owner needs.
 */
export const mostAsked = [
  { anHour: 1, aDay: 2 },
  { anHour: 2, aDay: 4 },
  { anHour: 3, aDay: 6 },
] as const

/** How many links to sign in the mailbox of an account gets beside those; a link is in each of them, whoever asked for it. */
export const mostSignIns = { anHour: 3, aDay: 10 } as const

/**
 * Puts a mail into the outbox that any visitor can cause, unless the mailbox had enough of them: the same within a day,
 * or too many. `make` is only called where it goes. Throws as `queueLetter` does.
 */
export async function queueAskedLetter(
  tx: Tx,
  keys: Keys,
  asked: AskedMail,
  make: () => Promise<MailToQueue>,
): Promise<Queued | 'enough'> {
  await holdCounts(tx)
  const count = countOf(keys, asked)
  if (hasEnough(await countedMails(tx, count.mailbox, asked.now), count, asked)) return 'enough'
  const mail = await make()
  const queued = await queueLetter(tx, keys, mail)
  if (queued !== 'known')
    await tx
      .insertInto('asked_mail')
      .values({ ...count, mail_id: mail.id, at: asked.now.toISOString() })
      .execute()
  return queued
}

/** Deletes what counts no more: a mail counts for a day from when it left. */
export async function forgetCounts(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - dayMs).toISOString()
  await tx
    .deleteFrom('asked_mail')
    .where('at', '<', before)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('mail')
            .select('mail.id')
            .whereRef('mail.id', '=', 'asked_mail.mail_id')
            .where((of) => of.or([of('state', 'in', waiting), of('mail.due_at', '>=', before)])),
        ),
      ),
    )
    .execute()
}

const waiting = ['queued', 'sending'] as const

/** Of two who ask for one mailbox in the same moment, the second counts the first. SQLite has one writer anyway. */
async function holdCounts(tx: Tx): Promise<void> {
  if (isPostgres(tx)) await sql`select pg_advisory_xact_lock(${sql.lit(countLock)})`.execute(tx)
}

/** 'ASKM' */
const countLock = 0x41_53_4b_4d

interface Count {
  readonly lookup: string
  readonly mailbox: string
  readonly what: string
  readonly standing: 0 | 1 | 2
}

function countOf(keys: Keys, { address, person, what, isSignIn }: AskedMail): Count {
  const mailbox = mailboxOf(address)
  const isPlain = address.key === mailbox
  const standing = person.confirmedAt === null ? (isPlain ? 1 : 0) : 2
  // What was asked for a made-up spelling does not keep the plain one from being asked the same.
  const spelling = standing === 0 ? 'other' : address.key
  return {
    lookup: keys.lookupOf(address.key),
    mailbox: keys.countKeyOf(isSignIn === true ? `${mailbox}\nsign-in` : mailbox),
    what: keys.countKeyOf([mailbox, spelling, what].join('\n')),
    standing,
  }
}

interface CountedMail {
  readonly what: string
  readonly standing: 0 | 1 | 2
  /** When it left, in milliseconds since 1970; now, while it waits. */
  readonly leftAt: number
}

async function countedMails(tx: Tx, mailbox: string, now: Date): Promise<CountedMail[]> {
  const rows = await tx
    .selectFrom('asked_mail')
    .leftJoin('mail', 'mail.id', 'asked_mail.mail_id')
    .select([
      'asked_mail.what',
      'asked_mail.standing',
      'asked_mail.at',
      'mail.state',
      'mail.due_at',
    ])
    .where('asked_mail.mailbox', '=', mailbox)
    .execute()
  return rows.map(({ what, standing, at, state, due_at }) => {
    const isWaiting = state === 'queued' || state === 'sending'
    const leftAt = isWaiting ? now.getTime() : Math.max(Date.parse(at), Date.parse(due_at ?? at))
    return { what, standing, leftAt }
  })
}

function hasEnough(
  counted: readonly CountedMail[],
  count: Count,
  { isSignIn, now }: AskedMail,
): boolean {
  const limits = isSignIn === true ? [mostSignIns, mostSignIns, mostSignIns] : mostAsked
  const since = (ms: number): CountedMail[] =>
    counted.filter(({ leftAt }) => leftAt > now.getTime() - ms)
  const [day, hour] = [since(dayMs), since(hourMs)]
  const upTo = (mails: readonly CountedMail[], standing: number): number =>
    mails.filter((mail) => mail.standing <= standing).length
  return (
    day.some(({ what }) => what === count.what) ||
    limits.some(
      ({ anHour, aDay }, standing) =>
        standing >= count.standing &&
        (upTo(hour, standing) >= anHour || upTo(day, standing) >= aDay),
    )
  )
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
