import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import type { ChangeList } from '../../../finder/catalogue/model/changes.ts'
import { audit } from '../../audit/append.ts'
import type { Records } from '../../records/model/records.ts'
import { eventRule } from './events-of-change.ts'
import { alertPages, type OpenAlert } from './alert-pages.ts'
import { SearchesFound } from './found-by-search.ts'
import { NewsFinder, type PersonNews } from './news-finder.ts'
import { openReach } from './reach.ts'
import { insertNews, newsRows, type NewsRows } from '../model/news.ts'
import { peopleAmong } from '../model/people-among.ts'
import { type EventList, eventListOf } from './event-list.ts'

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
}

/** Rows of news written together. */
const writeRows = 5000
/** Alerts that are looked at together. While what they search for is asked, as many are opened. */
const partAlerts = 8000

/**
 * Finds for every subscription what an import changed that it waits for, and keeps it as news to be told.
 * May be stopped anywhere and begun again: what is there already stays as it is.
 */
export async function matchList(
  records: Records,
  catalogue: Pick<Catalogue, 'searchAmong'>,
  whole: ChangeList,
  { now, newId, signal, onProgress }: MatchListOptions,
): Promise<MatchedList> {
  const list = eventListOf(whole)
  const found = new SearchesFound(catalogue, list)
  const finder = new NewsFinder(list, found, openReach(list.changes))
  let subscriptions = 0
  let written = 0
  const write = async (): Promise<void> => {
    written += await writeNews(records, finder.take(), { foundAt: now, newId })
  }
  for await (const alerts of alertsInParts(records, list, found)) {
    for (const alert of alerts) {
      finder.look(alert)
      if (finder.waiting < writeRows) continue
      signal?.throwIfAborted()
      await write()
    }
    signal?.throwIfAborted()
    subscriptions += alerts.length
    onProgress?.(subscriptions)
  }
  finder.end()
  await write()
  const matched = { list: list.name, studies: list.changes.length, subscriptions, news: written }
  await markMatched(records, matched, now)
  return matched
}

/** All alerts in large parts, each when what it searches for has been answered. */
async function* alertsInParts(
  records: Records,
  list: EventList,
  found: SearchesFound,
): AsyncGenerator<readonly OpenAlert[]> {
  if (list.changes.length === 0) return
  let opened: OpenAlert[] = []
  let asked: readonly OpenAlert[] = []
  let answered = Promise.resolve()
  for await (const alerts of alertPages(records, list.at)) {
    for (const alert of alerts) found.ask(alert.terms.search)
    opened = opened.concat(alerts)
    await found.breathe()
    if (opened.length < partAlerts) continue
    await answered
    if (asked.length > 0) yield asked
    asked = opened
    opened = []
    answered = found.settled()
    // It is awaited after the next alerts were opened; that it failed meanwhile is heard then.
    answered.catch(() => undefined)
  }
  await answered
  await found.settled()
  yield asked.concat(opened)
}

/** A list whose file is gone can never be matched: that is noted, so that no run tries again. */
export async function skipList(records: Records, list: string, now: Date): Promise<MatchedList> {
  const nothing = { list, studies: 0, subscriptions: 0, news: 0 }
  await markMatched(records, nothing, now, { missing: true })
  return nothing
}

async function writeNews(
  records: Records,
  found: readonly PersonNews[],
  made: Parameters<typeof newsRows>[2],
): Promise<number> {
  if (found.length === 0) return 0
  const rows = found.map(({ person, news }) => newsRows(person, news, made))
  const all: NewsRows = {
    news: rows.flatMap(({ news }) => news),
    findings: rows.flatMap(({ findings }) => findings),
  }
  return records.write(async (tx) => {
    const present = await peopleAmong(
      tx,
      found.map(({ person }) => person.id),
    )
    const isThere = ({ person_id }: { readonly person_id: string }): boolean =>
      present.has(person_id)
    const people = found.map(({ person }) => person).filter(({ id }) => present.has(id))
    return insertNews(tx, people, {
      news: all.news.filter(isThere),
      findings: all.findings.filter(isThere),
    })
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
