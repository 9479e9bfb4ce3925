import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import type { ChangeList } from '../../../finder/catalogue/model/changes.ts'
import { audit } from '../../audit/append.ts'
import type { Records } from '../../records/model/records.ts'
import { insertRows } from '../../records/model/rows.ts'
import { eventRule } from './events-of-change.ts'
import { foundBySearches, searchesInUse } from './found-by-search.ts'
import { type News, NewsFinder } from './news-finder.ts'
import { openReach } from './reach.ts'
import { subscriptionPages } from './subscription-pages.ts'
import { peopleAmong } from '../model/people-among.ts'
import { eventListOf } from './event-list.ts'

/** What matching one import's changes came to. */
export interface MatchedList {
  readonly list: string
  readonly studies: number
  readonly subscriptions: number
  readonly news: number
}

/** The moment and the end of matching; `onProgress` hears how many subscriptions were looked at. */
export interface MatchListOptions {
  readonly now: Date
  readonly signal?: AbortSignal
  readonly onProgress?: (subscriptions: number) => void
}

/** Rows of news written together. */
const writeRows = 5000

/**
 * Finds for every subscription what an import changed that it waits for, and keeps it as news to be told.
 * May be stopped anywhere and begun again: what is there already stays as it is.
 */
export async function matchList(
  records: Records,
  catalogue: Pick<Catalogue, 'searchAmong'>,
  whole: ChangeList,
  { now, signal, onProgress }: MatchListOptions,
): Promise<MatchedList> {
  const list = eventListOf(whole)
  const found = await foundBySearches(searchesInUse(records.db), catalogue, list)
  const finder = new NewsFinder(list, found, openReach(list.changes))
  let subscriptions = 0
  let written = 0
  const write = async (): Promise<void> => {
    written += await writeNews(records, finder.take(), list.name, now)
  }
  if (found.size > 0)
    for await (const rows of subscriptionPages(records.db, list.at)) {
      signal?.throwIfAborted()
      for (const row of rows) finder.look(row)
      subscriptions += rows.length
      onProgress?.(subscriptions)
      if (finder.waiting >= writeRows) await write()
    }
  finder.end()
  await write()
  const matched = { list: list.name, studies: list.changes.length, subscriptions, news: written }
  await markMatched(records, matched, now)
  return matched
}

/** A list whose file is gone can never be matched: that is noted, so that no run tries again. */
export async function skipList(records: Records, list: string, now: Date): Promise<MatchedList> {
  const nothing = { list, studies: 0, subscriptions: 0, news: 0 }
  await markMatched(records, nothing, now, { missing: true })
  return nothing
}

async function writeNews(
  records: Records,
  news: readonly News[],
  list: string,
  now: Date,
): Promise<number> {
  if (news.length === 0) return 0
  const rows = news.map((one) => ({
    ...one,
    change_list: list,
    found_at: now.toISOString(),
    digest_id: null,
  }))
  return records.write(async (tx) => {
    const present = await peopleAmong(tx, [...new Set(rows.map(({ person_id }) => person_id))])
    const mine = rows.filter(({ person_id }) => present.has(person_id))
    return insertRows(tx, 'news', mine, { onConflict: 'nothing' })
  })
}

async function markMatched(
  records: Records,
  matched: MatchedList,
  now: Date,
  remarks: { readonly missing?: true } = {},
): Promise<void> {
  const { list, ...counts } = matched
  await records.write(async (tx) => {
    const inserted = await tx
      .insertInto('matched_import')
      .values({ change_list: list, matched_at: now.toISOString(), ...counts })
      .onConflict((conflict) => conflict.column('change_list').doNothing())
      .returning('change_list')
      .execute()
    if (inserted.length === 0) return
    await audit(tx, {
      at: now,
      actor: 'system',
      action: 'import.matched',
      subject: `change-list/${list}`,
      details: { ...counts, rule: eventRule, ...remarks },
    })
  })
}
