import { timingSafeEqual } from 'node:crypto'
import { audit, holdTrail } from '../audit/append.ts'
import type { PeopleBase } from '../asks/people-base.ts'
import { linkHash } from '../asks/signed-link.ts'
import { noteErasedWatch } from '../records/erased.ts'
import type { Reader, Records } from '../records/model/records.ts'
import type { Tables } from '../records/model/tables.ts'
import {
  openWatch,
  sealWatchTerms,
  type Watch,
  type WatchEvent,
  watchEventOf,
  type WatchTerms,
} from './model/watch.ts'

/** What a program asks, and from where. */
export interface WatchRequest {
  readonly release: 'R4' | 'R5'
  readonly terms: WatchTerms
  readonly endsAt?: Date
  /** The network that asks; undefined for this machine itself, which has no share of its own. */
  readonly network?: string
}

/** What asking came to: the secret is said this once, and only a hash of it is kept. */
export type WatchMade =
  | { readonly kind: 'made'; readonly watch: Watch; readonly token: string }
  /** There are enough of this network, or of all. */
  | { readonly kind: 'tooMany'; readonly of: 'network' | 'all' }

/** So many are told at most: of one network, and in all. What has ended does not count. */
const mostOfNetwork = 10
const mostInAll = 500

/** Keeps what a program asks. It is told of nothing before its receiver has answered once. */
export async function makeWatch(
  { records, newId, newSecret }: Pick<PeopleBase, 'records' | 'newId' | 'newSecret'>,
  { release, terms, endsAt, network }: WatchRequest,
  now: Date,
): Promise<WatchMade> {
  const { keys } = records
  const id = newId()
  const token = Buffer.from(newSecret()).toString('base64url')
  const at = now.toISOString()
  const row: Tables['watch'] = {
    id,
    release,
    token_hash: linkHash(token),
    network_key: network === undefined ? null : keys.countKeyOf(`watch ${network}`),
    state: 'requested',
    terms_sealed: sealWatchTerms(keys, id, terms),
    made_at: at,
    started_at: null,
    ends_at: endsAt?.toISOString() ?? null,
    off_at: null,
    events: 0,
    told: 0,
    attempts: 0,
    failing_since: null,
    due_at: at,
    lease_holder: null,
    lease_until: null,
    outcome: null,
  }
  return records.write(async (tx) => {
    // Two who ask at the same time are counted one after the other.
    await holdTrail(tx)
    const full = await fullOf(tx, row.network_key)
    if (full) return { kind: 'tooMany', of: full }
    await tx.insertInto('watch').values(row).execute()
    await audit(tx, {
      at: now,
      actor: 'person',
      action: 'watch.made',
      subject: `watch/${id}`,
      details: { release, content: terms.content },
    })
    return { kind: 'made', watch: openWatch(keys, row), token }
  })
}

async function fullOf(
  tx: Reader,
  networkKey: string | null,
): Promise<'network' | 'all' | undefined> {
  const { all, own } = await tx
    .selectFrom('watch')
    .select((row) => [
      row.fn.countAll<number>().as('all'),
      row.fn.countAll<number>().filterWhere('network_key', '=', networkKey).as('own'),
    ])
    .where('state', '!=', 'off')
    .executeTakeFirstOrThrow()
  if (Number(all) >= mostInAll) return 'all'
  return Number(own) >= mostOfNetwork ? 'network' : undefined
}

/** A watch for who has its secret; undefined for everybody else, whether it is there or not. */
export async function readWatch(
  { db, keys }: Pick<Records, 'db' | 'keys'>,
  id: string,
  token: string,
): Promise<Watch | undefined> {
  const row = await db.selectFrom('watch').selectAll().where('id', '=', id).executeTakeFirst()
  const [given, kept] = [linkHash(token), row?.token_hash ?? linkHash('')].map((hash) =>
    Buffer.from(hash),
  )
  return row && given && kept && timingSafeEqual(given, kept) ? openWatch(keys, row) : undefined
}

/** Events of a watch by their numbers, both bounds included, as far as they are still kept: so many at most. */
export async function watchEvents(
  db: Reader,
  watchId: string,
  { from, to, most }: { readonly from: number; readonly to: number; readonly most: number },
): Promise<readonly WatchEvent[]> {
  const rows = await db
    .selectFrom('watch_event')
    .selectAll()
    .where('watch_id', '=', watchId)
    .where('number', '>=', from)
    .where('number', '<=', to)
    .orderBy('number')
    .limit(most)
    .execute()
  return rows.map(watchEventOf)
}

/** Ends a watch and forgets all of it, for good: no older backup brings it back. */
export async function endWatch(records: Records, id: string, now: Date): Promise<void> {
  noteErasedWatch(records.dataDir, id, now)
  await records.write(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('watch')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (Number(numDeletedRows) === 0) return
    await audit(tx, {
      at: now,
      actor: 'person',
      action: 'watch.ended',
      subject: `watch/${id}`,
      details: { why: 'asked' },
    })
  })
}
