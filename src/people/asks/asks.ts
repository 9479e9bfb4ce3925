import type { Insertable } from 'kysely'
import { forgetCounts } from '../mail/outbox/asked-mail.ts'
import { type MailAddress, readMailAddress } from '../records/address.ts'
import { eachByItself } from '../records/each-by-itself.ts'
import { isPostgres } from '../records/model/dialect.ts'
import type { Tx } from '../records/model/records.ts'
import { openValue, sealValue } from '../records/model/sealed-rows.ts'
import type { Tables } from '../records/model/tables.ts'
import { confirmHours, hoursBefore } from './hours.ts'
import type { PeopleBase } from './people-base.ts'

/** What any visitor may ask for an address that may be a stranger's: of one kind, with what that kind needs, as JSON takes it. */
export interface Ask {
  readonly kind: string
  readonly address: MailAddress
}

/** Deals with what was asked of one kind, within the transaction that takes it from what waits, as of the moment it was asked. */
export type AskTaker = (tx: Tx, base: PeopleBase, ask: Ask, askedAt: Date) => Promise<void>

/** A taker of asks of one type: what was sealed by `keepAsk` is what it opens to. */
export function takerOf<Kind extends Ask>(
  take: (tx: Tx, base: PeopleBase, ask: Kind, askedAt: Date) => Promise<void>,
): AskTaker {
  return (tx, base, ask, askedAt) => take(tx, base, ask as Kind, askedAt)
}

/** Who deals with what, by the kind of ask. */
export type AskTakers = Readonly<Record<string, AskTaker>>

/**
 * Keeps what a visitor asks, until `answerAsks` deals with it a moment later. It reads nothing and always writes the same,
 * so that neither the answer nor the time it takes depends on whose address it is. Throws what the records throw.
 */
export async function keepAsk<Kind extends Ask>(
  base: PeopleBase,
  ask: Kind,
  now: Date,
): Promise<void> {
  const row = askRow(base, { id: base.newId(), ask, now })
  await base.records.write((tx) => tx.insertInto('ask').values(row).execute())
}

/**
 * The same within a transaction, under an id that the asker cannot choose twice: what is kept under it already stays, and is
 * the answer.
 */
export async function keepAskOnce<Kind extends Ask>(
  tx: Tx,
  base: PeopleBase,
  { id, ask, now }: { readonly id: string; readonly ask: Kind; readonly now: Date },
): Promise<Ask | undefined> {
  const added = await tx
    .insertInto('ask')
    .values(askRow(base, { id, ask, now }))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return undefined
  const row = await tx.selectFrom('ask').select('sealed').where('id', '=', id).executeTakeFirst()
  return row && readAsk(base, id, row.sealed)
}

/** Takes what waits under an id away, within a transaction that deals with it; undefined where nothing does. */
export async function takeWaitingAsk(
  tx: Tx,
  base: PeopleBase,
  id: string,
): Promise<Ask | undefined> {
  const row = await tx.deleteFrom('ask').where('id', '=', id).returning('sealed').executeTakeFirst()
  return row && readAsk(base, id, row.sealed)
}

function askRow(
  { records: { keys } }: PeopleBase,
  { id, ask, now }: { readonly id: string; readonly ask: Ask; readonly now: Date },
): Insertable<Tables['ask']> {
  const value = { ...ask, address: ask.address.written }
  return {
    id,
    lookup: keys.lookupOf(ask.address.key),
    // Of one length as long as it is short: what was typed is not told by how long it is.
    sealed: sealValue(keys.askKey, placeOfAsk(id), value, blockBytes),
    asked_at: now.toISOString(),
  }
}

/**
 * Deals with what was asked, the oldest first, as of the moment it was asked: keeps it, and mails the owner of the address.
 * What waited for more than two days is dropped. Several may run at once. Answers how many it dealt with; throws what
 * the records throw, when all others are dealt with.
 */
export async function answerAsks(base: PeopleBase, takers: AskTakers, now: Date): Promise<number> {
  const { records } = base
  await forgetOld(base, now)
  const waiting = await records.db
    .selectFrom('ask')
    .select('id')
    .orderBy('asked_at')
    .limit(mostAtOnce)
    .execute()
  let answered = 0
  await eachByItself(waiting, async ({ id }) => {
    if (await records.write((tx) => answerAsk(tx, base, takers, id))) answered++
  })
  return answered
}

const mostAtOnce = 500
const blockBytes = 2048

/** One that another process deals with is left to it. */
async function answerAsk(
  tx: Tx,
  base: PeopleBase,
  takers: AskTakers,
  id: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('ask')
    .selectAll()
    .where('id', '=', id)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .executeTakeFirst()
  if (!row) return false
  const ask = readAsk(base, id, row.sealed)
  const take = ask && takers[ask.kind]
  // It stays, and the figures show it.
  if (!ask || !take) return false
  await tx.deleteFrom('ask').where('id', '=', id).execute()
  await take(tx, base, ask, new Date(row.asked_at))
  return true
}

/** What was sealed; undefined where it does not open. */
function readAsk({ records }: PeopleBase, id: string, sealed: Uint8Array): Ask | undefined {
  let value: unknown
  try {
    value = openValue(records.keys.askKey, placeOfAsk(id), sealed)
  } catch {
    return undefined
  }
  const ask = value as Omit<Ask, 'address'> & { readonly address: string }
  const address = readMailAddress(ask.address)
  return address && { ...ask, address }
}

/** Also what is counted no more. Most of the time there is nothing, and nothing is written. */
async function forgetOld({ records }: PeopleBase, now: Date): Promise<void> {
  const tooOld = hoursBefore(now, confirmHours)
  const [asks, counts] = await Promise.all([
    records.db.selectFrom('ask').select('id').where('asked_at', '<', tooOld).limit(1).execute(),
    records.db
      .selectFrom('asked_mail')
      .select('mail_id')
      .where('at', '<', hoursBefore(now, countHours))
      .limit(1)
      .execute(),
  ])
  if (asks.length + counts.length === 0) return
  await records.write(async (tx) => {
    await tx.deleteFrom('ask').where('asked_at', '<', tooOld).execute()
    await forgetCounts(tx, now)
  })
}

const countHours = 24

function placeOfAsk(id: string): string {
  return `ask/${id}`
}
