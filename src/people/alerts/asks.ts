import { forgetCounts } from '../mail/outbox/asked-mail.ts'
import { readMailAddress } from '../records/address.ts'
import {
  RecordsAway,
  RecordsBusy,
  RecordsUnsure,
  RecordsUnwritable,
} from '../records/model/faults.ts'
import { isPostgres } from '../records/model/dialect.ts'
import type { Tx } from '../records/model/records.ts'
import { seal, unseal } from '../records/model/seal.ts'
import type { AlertsBase } from './model/links-base.ts'
import { type AlertRequest, confirmHours, hoursBefore, takeRequest } from './request.ts'
import { type LinkRequest, takeLinkRequest } from './send-manage-link.ts'

/** What any visitor may ask for an address: an alert, or the way to alerts that are there. */
export type Ask =
  | ({ readonly kind: 'alert' } & AlertRequest)
  | ({ readonly kind: 'link' } & LinkRequest)

/**
 * Keeps what a visitor asks, until `answerAsks` deals with it a moment later. It reads nothing and always writes the same,
 * so that neither the answer nor the time it takes depends on whose address it is. Throws what the records throw.
 */
export async function keepAsk(base: AlertsBase, ask: Ask, now: Date): Promise<void> {
  const { keys } = base.records
  const id = base.newId()
  const text = Buffer.from(JSON.stringify({ ...ask, address: ask.address.written }))
  // Of one length as long as it is short: what was typed is not told by how long it is.
  const plain = Buffer.alloc(Math.ceil(text.length / blockBytes) * blockBytes, ' ')
  text.copy(plain)
  const row = {
    id,
    lookup: keys.lookupOf(ask.address.key),
    sealed: seal(keys.askKey, placeOfAsk(id), plain),
    asked_at: now.toISOString(),
  }
  await base.records.write((tx) => tx.insertInto('ask').values(row).execute())
}

/**
 * Deals with what was asked, the oldest first, as of the moment it was asked: keeps it, and mails the owner of the address.
 * What waited for more than two days is dropped. Several may run at once. Answers how many it dealt with; throws what
 * the records throw, when all others are dealt with.
 */
export async function answerAsks(base: AlertsBase, now: Date): Promise<number> {
  const { records } = base
  await forgetOld(base, now)
  const waiting = await records.db
    .selectFrom('ask')
    .select('id')
    .orderBy('asked_at')
    .limit(mostAtOnce)
    .execute()
  let fault: unknown
  let answered = 0
  for (const { id } of waiting)
    try {
      if (await records.write((tx) => answerAsk(tx, base, id))) answered++
    } catch (error) {
      if (isOfRecords(error)) throw error
      fault ??= error
    }
  if (fault !== undefined) throw fault
  return answered
}

/** What is the matter with the records is the matter with all that waits. */
function isOfRecords(error: unknown): boolean {
  return [RecordsAway, RecordsBusy, RecordsUnsure, RecordsUnwritable].some(
    (kind) => error instanceof kind,
  )
}

const mostAtOnce = 500
const blockBytes = 2048

/** One that another process deals with is left to it. */
async function answerAsk(tx: Tx, base: AlertsBase, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('ask')
    .selectAll()
    .where('id', '=', id)
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
    .executeTakeFirst()
  if (!row) return false
  const ask = readAsk(base, id, row.sealed)
  // It stays, and the figures show it.
  if (!ask) return false
  await tx.deleteFrom('ask').where('id', '=', id).execute()
  const now = new Date(row.asked_at)
  if (ask.kind === 'alert') await takeRequest(tx, base, ask, now)
  else await takeLinkRequest(tx, base, ask, now)
  return true
}

/** As it is sealed: with the address as it is mailed. */
type SealedAsk = DistributiveOmit<Ask, 'address'> & { readonly address: string }
type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never

/** What was sealed; undefined where it does not open. */
function readAsk({ records }: AlertsBase, id: string, sealed: Uint8Array): Ask | undefined {
  let text: string
  try {
    text = Buffer.from(unseal(records.keys.askKey, placeOfAsk(id), sealed)).toString('utf8')
  } catch {
    return undefined
  }
  const ask = JSON.parse(text) as SealedAsk
  const address = readMailAddress(ask.address)
  return address && { ...ask, address }
}

/** Also what is counted no more. Most of the time there is nothing, and nothing is written. */
async function forgetOld({ records }: AlertsBase, now: Date): Promise<void> {
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
