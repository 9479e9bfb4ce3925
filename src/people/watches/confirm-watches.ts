import { audit } from '../audit/append.ts'
import { isPostgres } from '../records/model/dialect.ts'
import type { Reader, Records, Tx } from '../records/model/records.ts'
import { type Person, personById } from '../records/persons.ts'
import { switchOff } from './deliver/switch-off.ts'
import { openSoundWatch, type Watch } from './model/watch.ts'
import { readWatchConfirmLink } from './model/watch-links.ts'
import { letGo, pendingWatches, watchWish } from './take-request.ts'

/** What a link that asks about subscriptions leads to. */
export type WatchesByLink =
  | { readonly kind: 'open'; readonly person: Person; readonly watches: readonly Watch[] }
  /** Nothing waits for an answer: it was given, or what was asked for is gone. */
  | { readonly kind: 'none' }
  | { readonly kind: 'expired' }
  /** Never made here, changed, or its person is gone. */
  | { readonly kind: 'unknown' }

/** Looks, and changes nothing: a scanner that follows the link confirms nothing. */
export async function readWatchesByLink(
  records: Records,
  link: string,
  now: Date,
): Promise<WatchesByLink> {
  return watchesOf(records.db, records, link, now)
}

/** What the owner of an address decided: only of what the page showed was anything decided. */
export interface WatchDecision {
  readonly shown: readonly string[]
  readonly chosen: readonly string[]
}

/** The owner of the address says yes to those chosen of what was shown; of the others nobody is asked again. Answers to how many. */
export async function confirmWatches(
  records: Records,
  link: string,
  { shown, chosen }: WatchDecision,
  now: Date,
): Promise<{ readonly kind: 'confirmed'; readonly watches: number } | WatchesByLink> {
  return records.write(async (tx) => {
    const personId = readWatchConfirmLink(records.keys, link, now)?.personId
    if (personId !== undefined) await holdPerson(tx, personId)
    const asked = await watchesOf(tx, records, link, now)
    if (asked.kind !== 'open') return asked
    const { person, watches } = asked
    const decided = watches.filter(({ id }) => shown.includes(id))
    const kept = decided.filter(({ id }) => chosen.includes(id))
    for (const watch of kept) await start(tx, records, { watch, person, now })
    await letGo(
      tx,
      decided.filter((watch) => !kept.includes(watch)),
    )
    if (kept.length > 0)
      await tx
        .updateTable('person')
        .set({ confirmed_at: person.confirmedAt ?? now.toISOString() })
        .where('id', '=', person.id)
        .execute()
    return { kind: 'confirmed', watches: kept.length }
  })
}

async function watchesOf(
  db: Reader | Tx,
  records: Records,
  link: string,
  now: Date,
): Promise<WatchesByLink> {
  const read = readWatchConfirmLink(records.keys, link, now)
  if (!read) return { kind: 'unknown' }
  if (read.isExpired) return { kind: 'expired' }
  const person = await personById(db, records.keys, read.personId)
  if (!person) return { kind: 'unknown' }
  const watches = await pendingWatches(db, records, { personId: person.id, now })
  return watches.length === 0 ? { kind: 'none' } : { kind: 'open', person, watches }
}

/** Who presses twice waits here for the first press, and finds that nothing is left to decide. */
async function holdPerson(tx: Tx, personId: string): Promise<void> {
  if (isPostgres(tx))
    await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute()
}

/** From now on the address is told; the same that it was told before ends, with the secret of who had asked for that. */
async function start(
  tx: Tx,
  { keys }: Pick<Records, 'keys'>,
  { watch, person, now }: { readonly watch: Watch; readonly person: Person; readonly now: Date },
): Promise<void> {
  const told = await tx
    .selectFrom('watch')
    .selectAll()
    .where('person_id', '=', person.id)
    .where('started_at', 'is not', null)
    .execute()
  for (const row of told) {
    const other = openSoundWatch(keys, row)
    if (other && watchWish(other) === watchWish(watch)) await switchOff(tx, row.id, 'replaced', now)
  }
  await tx
    .updateTable('watch')
    .set({ state: 'active', started_at: now.toISOString() })
    .where('id', '=', watch.id)
    .where('state', '=', 'requested')
    .execute()
  await audit(tx, {
    at: now,
    actor: 'person',
    action: 'watch.started',
    subject: `watch/${watch.id}`,
  })
}
