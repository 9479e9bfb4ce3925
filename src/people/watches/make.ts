import { timingSafeEqual } from 'node:crypto'
import { audit, holdTrail } from '../audit/append.ts'
import { keepAskOnce } from '../asks/asks.ts'
import type { PeopleBase } from '../asks/people-base.ts'
import { linkHash } from '../asks/signed-link.ts'
import { noteErasedWatch } from '../records/erased.ts'
import { eraseIfIdle } from '../audit/erase-if-idle.ts'
import type { MailAddress } from '../records/address.ts'
import type { Reader, Records, Tx } from '../records/model/records.ts'
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
  /** Told by mail: whom, who is asked first. */
  readonly mail?: MailedTo
}

/** Whom a program wants to be mailed, who may be anybody. */
export interface MailedTo {
  readonly address: MailAddress
  readonly language: 'en' | 'fr'
  /** Whether the network asks often: then the mail goes after those of others. */
  readonly isFromCrowd?: boolean
}

/** What is asked of the owner of an address, a moment after it was asked for: that it be told what a watch finds. */
export interface WatchAsk extends MailedTo {
  readonly kind: 'watch'
  readonly watchId: string
}

/** What asking came to: the secret is said this once, and only a hash of it is kept. */
export type WatchMade =
  | { readonly kind: 'made'; readonly watch: Watch; readonly token: string }
  /** There are enough of this network, or of all. */
  | { readonly kind: 'tooMany'; readonly of: 'network' | 'all' }

/** So many are told at most: of one network, and in all of each kind. What has ended does not count. */
const mostOfNetwork = 10
const mostInAll = { 'rest-hook': 500, email: 2000 } as const

/**
 * Keeps what a program asks. It is told of nothing before its receiver has answered once, or before the owner of the address said
 * yes; whose address that is, is not looked at here.
 */
export async function makeWatch(
  base: PeopleBase,
  asked: WatchRequest,
  now: Date,
): Promise<WatchMade> {
  const { records, newId, newSecret } = base
  const token = Buffer.from(newSecret()).toString('base64url')
  const row = newRow(records, { asked, id: newId(), token, now })
  const { id, release, channel } = row
  return records.write(async (tx) => {
    // Two who ask at the same time are counted one after the other.
    await holdTrail(tx)
    const full = await fullOf(tx, row)
    if (full) return { kind: 'tooMany', of: full }
    await tx.insertInto('watch').values(row).execute()
    if (asked.mail) {
      const ask: WatchAsk = { kind: 'watch', watchId: id, ...asked.mail }
      await keepAskOnce(tx, base, { id: newId(), ask, now })
    }
    await audit(tx, {
      at: now,
      actor: 'person',
      action: 'watch.made',
      subject: `watch/${id}`,
      details: { release, channel, content: asked.terms.content },
    })
    return { kind: 'made', watch: openWatch(records.keys, row), token }
  })
}

function newRow(
  { keys }: Pick<Records, 'keys'>,
  {
    asked: { release, terms, endsAt, network, mail },
    id,
    token,
    now,
  }: {
    readonly asked: WatchRequest
    readonly id: string
    readonly token: string
    readonly now: Date
  },
): Tables['watch'] {
  const at = now.toISOString()
  return {
    id,
    release,
    token_hash: linkHash(token),
    network_key: network === undefined ? null : keys.countKeyOf(`watch ${network}`),
    channel: mail ? 'email' : 'rest-hook',
    person_id: null,
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
    due_at: mail ? null : at,
    lease_holder: null,
    lease_until: null,
    outcome: null,
  }
}

async function fullOf(
  tx: Reader,
  { network_key: networkKey, channel }: Pick<Tables['watch'], 'network_key' | 'channel'>,
): Promise<'network' | 'all' | undefined> {
  const { all, own } = await tx
    .selectFrom('watch')
    .select((row) => [
      row.fn.countAll<number>().filterWhere('channel', '=', channel).as('all'),
      row.fn.countAll<number>().filterWhere('network_key', '=', networkKey).as('own'),
    ])
    .where('state', '!=', 'off')
    .executeTakeFirstOrThrow()
  if (Number(all) >= mostInAll[channel]) return 'all'
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

/** Ends a watch and forgets all of it, with mail of it that waits, for good: no older backup brings it back. */
export async function endWatch(records: Records, id: string, now: Date): Promise<void> {
  noteErasedWatch(records.dataDir, id, now)
  await records.write(async (tx) => {
    const ended = await tx
      .deleteFrom('watch')
      .where('id', '=', id)
      .returning(['person_id', 'started_at'])
      .executeTakeFirst()
    if (!ended) return
    await dropMails(tx, id)
    await audit(tx, {
      at: now,
      actor: 'person',
      action: 'watch.ended',
      subject: `watch/${id}`,
      details: { why: 'asked' },
    })
    // Who never said yes is forgotten later: what they were mailed still counts.
    if (ended.person_id !== null && ended.started_at !== null)
      await eraseIfIdle(tx, records, ended.person_id, now)
  })
}

/** Takes mail of a watch that waits out of the outbox. */
export async function dropMails(tx: Tx, watchId: string): Promise<void> {
  await tx
    .deleteFrom('mail')
    .where('message_id', 'like', `${mailMark(watchId)}%`)
    .where('state', '!=', 'sent')
    .execute()
}

/** How the ids of all mail of a watch begin. */
export function mailMark(watchId: string): string {
  return `<watch.${watchId}.`
}
