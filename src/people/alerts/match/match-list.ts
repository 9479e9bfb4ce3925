import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import type { ChangeList } from '../../../finder/catalogue/model/changes.ts'
import { audit } from '../../audit/append.ts'
import type { Records } from '../../records/model/records.ts'
import { eventRule } from './events-of-change.ts'
import { alertPages, usualPage } from './alert-pages.ts'
import { eventListOf } from './event-list.ts'
import { SearchesFound } from './found-by-search.ts'
import { type AlertMatcher, matcherHere, matcherInThread } from './matcher.ts'
import type { Matching, PageNews } from './page-matcher.ts'
import { insertNews } from '../model/news.ts'

/** What matching one import's changes came to. */
export interface MatchedList {
  readonly list: string
  readonly studies: number
  readonly subscriptions: number
  readonly news: number
}

/** The moment, the ids and the end of matching; `onProgress` hears how many subscriptions were looked at. */
export interface MatchListOptions {
  readonly now: Date
  readonly newId: () => string
  readonly signal?: AbortSignal
  readonly onProgress?: (subscriptions: number) => void
  /** How many alerts make a page; a test has fewer. */
  readonly pageSize?: number
}

/** Pages that are opened, asked about, looked at and written at the same time. */
const pagesAtOnce = 8

/**
 * Finds for every subscription what an import changed that it waits for, and keeps it as news to be told.
 * May be stopped anywhere and begun again: what is there already stays as it is.
 */
export async function matchList(
  records: Records,
  catalogue: Pick<Catalogue, 'searchAmong'>,
  whole: ChangeList,
  options: MatchListOptions,
): Promise<MatchedList> {
  const list = eventListOf(whole)
  const matching = { list, foundAt: options.now.toISOString(), run: options.newId() }
  const found = new SearchesFound(catalogue, list)
  const sums =
    list.changes.length > 0
      ? await matchPages(records, matching, found, options)
      : { subscriptions: 0, news: 0 }
  const matched = { list: list.name, studies: list.changes.length, ...sums }
  await markMatched(records, matched, options.now)
  return matched
}

/** Pages are read and written here, one after the other, and opened and looked at in other threads where there are many. */
async function matchPages(
  records: Records,
  matching: Matching,
  found: SearchesFound,
  { signal, onProgress, pageSize = usualPage }: MatchListOptions,
): Promise<Pick<MatchedList, 'subscriptions' | 'news'>> {
  const sums = { subscriptions: 0, news: 0 }
  const write = async ({ alerts, rows }: PageNews): Promise<void> => {
    signal?.throwIfAborted()
    // What a power cut undoes is found again: that the list is matched is written afterwards, for good.
    if (rows.people.length > 0)
      sums.news += await records.writeLightly((tx) => insertNews(tx, rows))
    sums.subscriptions += alerts
    onProgress?.(sums.subscriptions)
  }
  const matchers: AlertMatcher[] = []
  const looked: Promise<PageNews>[] = []
  const written: Promise<void>[] = []
  try {
    for await (const page of alertPages(records, matching.list.at, pageSize)) {
      signal?.throwIfAborted()
      if (matchers.length === 0)
        matchers.push(...matchersFor(page.ids.length * 2 < pageSize, matching))
      const at = written.length % matchers.length
      const matcher = matchers[at] as AlertMatcher
      const answers = matcher.open(page).then((searches) => found.answersTo(searches))
      const news = Promise.all([answers, looked[at]]).then(([all]) => matcher.look(all))
      looked[at] = news
      written.push(Promise.all([news, written.at(-1)]).then(([all]) => write(all)))
      written.at(-1)?.catch(() => undefined)
      await written.at(-pagesAtOnce)
    }
    await written.at(-1)
    return sums
  } finally {
    await Promise.all(matchers.map((one) => one.close()))
    await Promise.allSettled(written)
  }
}

/** Two threads, because one that reads and writes keeps no more than two at work. */
function matchersFor(isSmall: boolean, matching: Matching): readonly AlertMatcher[] {
  return isSmall ? [matcherHere(matching)] : [matcherInThread(matching), matcherInThread(matching)]
}

/** A list whose file is gone can never be matched: that is noted, so that no run tries again. */
export async function skipList(records: Records, list: string, now: Date): Promise<MatchedList> {
  const nothing = { list, studies: 0, subscriptions: 0, news: 0 }
  await markMatched(records, nothing, now, { missing: true })
  return nothing
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
