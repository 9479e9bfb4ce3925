import { type Catalogue, SearchTooSlow } from '../../finder/catalogue/model/catalogue.ts'
import { nctOf } from '../../finder/catalogue/model/nct-number.ts'
import type { Where } from '../../finder/catalogue/model/where.ts'
import { type EventList, eventListOf } from '../alerts/match/event-list.ts'
import { hoursBefore } from '../asks/hours.ts'
import type { Records, Tx } from '../records/model/records.ts'
import { insertRows } from '../records/model/rows.ts'
import type { Tables } from '../records/model/tables.ts'
import { openSoundWatch, type Watch } from './model/watch.ts'
import { switchOff } from './deliver/switch-off.ts'

/** What imports are held against watches with. */
export interface MatchWatchesOptions {
  readonly catalogue: Pick<Catalogue, 'changeLists' | 'readChangeList' | 'select'>
  /** What the filters of a watch ask of the catalogue; undefined where they cannot be read any more. */
  readonly whereOf: (watch: Watch) => Where | undefined
  readonly now: () => Date
  readonly signal?: AbortSignal
}

/**
 * Holds every import that a watch has not met against it: what changed, by the rule of the alerts, and of that what the program's own
 * search finds now. Each import is one transaction for each watch, so it may be killed anywhere, and two servers may do it at
 * once. Answers how many events there were. Throws as `Catalogue.select` does, after the other watches had their turn.
 */
export async function matchWatches(
  records: Records,
  options: MatchWatchesOptions,
): Promise<number> {
  const work = await unmetLists(records, options)
  const faults: unknown[] = []
  let events = 0
  for (const { name, at, watches } of work) {
    const list = await options.catalogue.readChangeList(name)
    const found = new FoundOnce(options.catalogue, list && eventListOf(list))
    for (const watch of watches) {
      if (options.signal?.aborted) return events
      try {
        events += await matchOne(records, watch, { name, found, options })
      } catch (error) {
        faults.push(error)
        if (error instanceof SearchTooSlow && at < hoursBefore(options.now(), 24))
          await records.write((tx) => switchOff(tx, watch.id, 'too-slow', options.now()))
      }
    }
  }
  if (faults.length > 0) throw faults[0]
  return events
}

interface UnmetList {
  readonly name: string
  readonly at: string
  readonly watches: readonly Watch[]
}

/** The imports still kept that came after a watch began, the oldest first, each with the watches that have not met it. */
async function unmetLists(
  { db, keys }: Records,
  { catalogue }: Pick<MatchWatchesOptions, 'catalogue'>,
): Promise<readonly UnmetList[]> {
  const kept = catalogue.changeLists().filter(({ filling }) => !filling)
  if (kept.length === 0) return []
  const rows = await db
    .selectFrom('watch')
    .selectAll()
    .where('started_at', 'is not', null)
    .where('state', '!=', 'off')
    .execute()
  if (rows.length === 0) return []
  const [met, { restored_at }] = await Promise.all([
    db
      .selectFrom('watch_import')
      .select(['watch_id', 'change_list'])
      .where(
        'change_list',
        'in',
        kept.map(({ name }) => name),
      )
      .execute(),
    db.selectFrom('instance').select('restored_at').executeTakeFirstOrThrow(),
  ])
  const known = new Set(met.map(({ watch_id, change_list }) => `${watch_id} ${change_list}`))
  return kept.flatMap(({ name, at }) => {
    const open = rows.filter(
      (row) =>
        !known.has(`${row.id} ${name}`) && at > (row.started_at ?? at) && at > (restored_at ?? ''),
    )
    const watches = open.flatMap((row) => openSoundWatch(keys, row) ?? [])
    return watches.length > 0 ? [{ name, at, watches }] : []
  })
}

interface Matching {
  readonly name: string
  readonly found: FoundOnce
  readonly options: MatchWatchesOptions
}

async function matchOne(
  records: Records,
  watch: Watch,
  { name, found, options }: Matching,
): Promise<number> {
  const where = options.whereOf(watch)
  const now = options.now()
  if (!where) {
    await records.write((tx) => switchOff(tx, watch.id, 'filters', now))
    return 0
  }
  const changed = await found.of(where)
  return records.write((tx) => writeEvents(tx, { watchId: watch.id, name, changed, now }))
}

interface NewEvents {
  readonly watchId: string
  readonly name: string
  readonly changed: readonly Pick<Tables['watch_event'], 'nct_id' | 'kind'>[]
  readonly now: Date
}

/** Numbers go on without a gap, because who writes holds the row of the watch. */
async function writeEvents(tx: Tx, { watchId, name, changed, now }: NewEvents): Promise<number> {
  const at = now.toISOString()
  const held = await tx
    .updateTable('watch')
    .set((row) => ({ events: row.ref('events') }))
    .where('id', '=', watchId)
    .where('state', '!=', 'off')
    .returning(['events', 'attempts', 'channel', 'due_at'])
    .executeTakeFirst()
  if (!held) return 0
  const isFirst = await tx
    .insertInto('watch_import')
    .values({ watch_id: watchId, change_list: name, matched_at: at })
    .onConflict((conflict) => conflict.columns(['watch_id', 'change_list']).doNothing())
    .returning('change_list')
    .executeTakeFirst()
  if (!isFirst || changed.length === 0) return 0
  const before = Number(held.events)
  await insertRows(
    tx,
    'watch_event',
    changed.map((one, index) => ({
      watch_id: watchId,
      number: before + index + 1,
      ...one,
      found_at: at,
    })),
  )
  await tx
    .updateTable('watch')
    .set({
      events: before + changed.length,
      // What is tried again later is tried then, and an address is mailed no more often than it is.
      ...(Number(held.attempts) === 0 &&
        !(held.channel === 'email' && (held.due_at ?? '') > at) && { due_at: at }),
    })
    .where('id', '=', watchId)
    .execute()
  return changed.length
}

/** What searches find among the changes of one import: the same search is asked once. */
class FoundOnce {
  readonly #catalogue: Pick<Catalogue, 'select'>
  readonly #list: EventList | undefined
  readonly #found = new Map<string, Promise<NewEvents['changed']>>()

  constructor(catalogue: Pick<Catalogue, 'select'>, list: EventList | undefined) {
    this.#catalogue = catalogue
    this.#list = list
  }

  of(where: Where): Promise<NewEvents['changed']> {
    const key = JSON.stringify(where)
    const found = this.#found.get(key) ?? this.#ask(where)
    this.#found.set(key, found)
    return found
  }

  async #ask(where: Where): Promise<NewEvents['changed']> {
    const changes = this.#list?.changes ?? []
    const ids = changes.map(({ nctId }) => nctId)
    const found = new Set<string>()
    for (let at = 0; at < ids.length; at += mostAtOnce) {
      const some: Where = { kind: 'ids', ids: ids.slice(at, at + mostAtOnce) }
      const { studies } = await this.#catalogue.select({
        filter: { kind: 'all', parts: [some, where] },
        sort: [],
        limit: mostAtOnce,
        isCounted: false,
      })
      for (const { nct } of studies) found.add(nctOf(nct))
    }
    return changes
      .filter(({ nctId }) => found.has(nctId))
      .map(({ nctId, kind }) => ({ nct_id: nctId, kind }))
  }
}

/** As many as one question may answer. */
const mostAtOnce = 1000
