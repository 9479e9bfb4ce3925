import { type AskTakers, takerOf } from '../asks/asks.ts'
import { hostOf, pageUrl, type PeopleBase } from '../asks/people-base.ts'
import { confirmHours, hoursBefore } from '../asks/hours.ts'
import { queueAskedLetter } from '../mail/outbox/asked-mail.ts'
import type { MailToQueue } from '../mail/outbox/queue.ts'
import { askedStream } from '../mail/outbox/streams.ts'
import type { Reader, Records, Tx } from '../records/model/records.ts'
import { findOrMakePerson, type Person } from '../records/persons.ts'
import { watchConfirmLetter } from './letters/confirm-letter.ts'
import type { WatchAsk } from './make.ts'
import { openSoundWatch, type Watch } from './model/watch.ts'
import { watchConfirmLink } from './model/watch-links.ts'

/** Who deals with it that a program wants an address to be mailed. */
export const watchAskTakers: AskTakers = { watch: takerOf(takeWatchRequest) }

/** Of one address wait so many at most; with more, the oldest are asked about no more. */
const mostPending = 20

/** Asks the owner of an address by mail whether they want what a program asked for, unless their mailbox had enough of such mail. */
async function takeWatchRequest(
  tx: Tx,
  base: PeopleBase,
  ask: WatchAsk,
  askedAt: Date,
): Promise<void> {
  const { records, newId } = base
  const row = await tx
    .selectFrom('watch')
    .selectAll()
    .where('id', '=', ask.watchId)
    .where('state', '=', 'requested')
    .executeTakeFirst()
  const watch = row && openSoundWatch(records.keys, row)
  // Its owner may have ended it meanwhile.
  if (!watch) return
  const given = { language: ask.language, now: askedAt, newId }
  const person = await findOrMakePerson(tx, records.keys, ask.address, given)
  await makeRoom(tx, records, { person, watch, now: askedAt })
  await tx.updateTable('watch').set({ person_id: person.id }).where('id', '=', watch.id).execute()
  // Who never said yes is asked once a day, whatever is asked for: the link shows all of it.
  const what = person.confirmedAt === null ? 'watch' : `watch ${watchWish(watch)}`
  await queueAskedLetter(
    tx,
    records.keys,
    { address: ask.address, person, what, now: askedAt },
    async () => confirmation(base, ask, person, askedAt),
  )
}

/** What waits for somebody's yes, the oldest first. */
export async function pendingWatches(
  db: Reader | Tx,
  { keys }: Pick<Records, 'keys'>,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<readonly Watch[]> {
  const rows = await db
    .selectFrom('watch')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '=', 'requested')
    .where('made_at', '>=', hoursBefore(now, confirmHours))
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => openSoundWatch(keys, row) ?? [])
}

/** What two watches that want the same have in common. */
export function watchWish({ release, terms }: Watch): string {
  const { filters, content } = terms
  return JSON.stringify([release, content, filters])
}

/**
 * The same is asked about once, and the newest of all that was asked. What is let go of still looks as it did to who asked for it,
 * until its time is over: what others ask for an address is not told to them.
 */
async function makeRoom(
  tx: Tx,
  records: Records,
  { person, watch, now }: { readonly person: Person; readonly watch: Watch; readonly now: Date },
): Promise<void> {
  const pending = await pendingWatches(tx, records, { personId: person.id, now })
  const others = pending.filter((one) => watchWish(one) !== watchWish(watch))
  const kept = new Set(others.slice(-(mostPending - 1)))
  await letGo(
    tx,
    pending.filter((one) => !kept.has(one)),
  )
}

/** Nobody is asked about these any more. */
export async function letGo(tx: Tx, watches: readonly Watch[]): Promise<void> {
  if (watches.length === 0) return
  await tx
    .updateTable('watch')
    .set({ person_id: null })
    .where(
      'id',
      'in',
      watches.map(({ id }) => id),
    )
    .where('state', '=', 'requested')
    .execute()
}

function confirmation(base: PeopleBase, ask: WatchAsk, person: Person, now: Date): MailToQueue {
  const id = base.newId()
  const language = person.confirmedAt === null ? ask.language : person.language
  const link = watchConfirmLink(base.records.keys, person.id, now)
  return {
    id,
    person,
    domain: ask.address.domain,
    stream: askedStream(ask),
    messageId: `<subscription.${id}@${hostOf(base)}>`,
    letter: watchConfirmLetter(language, pageUrl(base, language, `/subscriptions/confirm/${link}`)),
    now,
  }
}
