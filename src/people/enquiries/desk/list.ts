import { type SelectQueryBuilder, sql } from 'kysely'
import type { Actor, DeskPlace } from '../../accounts/model/actor.ts'
import { reach } from '../../accounts/model/can.ts'
import type { Reader, Records } from '../../records/model/records.ts'
import type { Tables } from '../../records/model/tables.ts'
import { type DeskCounts, countGroups, countsOf } from './counts.ts'
import { accountNames } from '../../accounts/names.ts'
import { saidTimeZones } from './names.ts'
import { type DeskRow, deskColumns, deskRowOf } from './row.ts'
import { type DeskTab, deskStates, openStates } from './tabs.ts'
import { saysText } from './says-text.ts'
import { isAt, isOn } from './where.ts'

/** What is looked for: one case, all of some studies (one at least), or a word of what is sealed. */
export type DeskFind =
  | { readonly kind: 'case'; readonly caseNumber: string }
  | { readonly kind: 'studies'; readonly studies: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }

/** What of a desk is to be shown. */
export interface DeskFilters {
  readonly tab: DeskTab
  readonly study?: string
  readonly site?: string
  readonly isMine?: true
  readonly find?: DeskFind
}

/** A page of a desk. */
export interface DeskPage {
  readonly counts: DeskCounts
  readonly rows: readonly DeskRow[]
  /** How many there are on all pages. */
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Of those who took an enquiry, by the id of their account. */
  readonly names: ReadonlyMap<string, string>
  /** The time zones that sites set themselves, by study and site: `NCT02390596 0a1b2c3d4e`. */
  readonly timeZones: ReadonlyMap<string, string>
  /** Where a word was looked for, of which one page alone is shown: in how many enquiries, and whether those are all that are open. */
  readonly searched?: { readonly count: number; readonly isAll: boolean }
}

/** Rows of one page. */
export const deskPageSize = 25

/** A word is looked for in at most so many open enquiries, the most pressing: each must be opened for it. */
export const mostSearched = 200

/**
 * What an actor's desk shows: at most six queries, whatever the number of enquiries. A page that is too high is the last;
 * a case or a word is found in every part of the desk. Throws what the records throw.
 */
export async function deskPage(
  records: Records,
  actor: Actor,
  filters: DeskFilters & { readonly page: number },
  now: Date,
): Promise<DeskPage> {
  const { db, keys } = records
  const places = reach(actor)
  const groups = await countGroups(db, places, { accountId: actor.accountId, now })
  const counts = countsOf(groups, filters)
  const found = await findRows(records, { actor, places, filters, counts, now })
  const takers = found.rows.map(({ takenBy }) => takenBy)
  const names = await accountNames(db, keys, takers)
  const timeZones = await saidTimeZones(db, found.rows)
  return { counts, names, timeZones, ...found }
}

/** Every row of a part of a desk, or in which a word was found, the most pressing first, at most so many: for a file. */
export async function deskRows(
  records: Records,
  actor: Actor,
  filters: DeskFilters,
  { most, now }: { readonly most: number; readonly now: Date },
): Promise<readonly DeskRow[]> {
  const { find, tab } = filters
  const ids = inOrder(idsOf(records.db, { actor, places: reach(actor), filters, now }), tab)
  if (find?.kind !== 'text') return openRows(records, ids.limit(most), tab)
  const some = await openRows(records, ids.limit(Math.min(most, mostSearched)), tab)
  return some.filter((row) => saysText(row, find.text))
}

interface Asked {
  readonly actor: Actor
  readonly places: readonly DeskPlace[]
  readonly filters: DeskFilters
  readonly now: Date
}

async function findRows(
  records: Records,
  asked: Asked & { readonly filters: { readonly page: number }; readonly counts: DeskCounts },
): Promise<Omit<DeskPage, 'counts' | 'names' | 'timeZones'>> {
  const { filters, counts } = asked
  const { find, tab } = filters
  const ids = idsOf(records.db, asked)
  if (find?.kind === 'text') {
    const some = await openRows(records, inOrder(ids, 'answer').limit(mostSearched), 'answer')
    const found = some.filter((row) => saysText(row, find.text))
    const searched = { count: some.length, isAll: some.length < mostSearched }
    return { rows: found.slice(0, deskPageSize), total: found.length, page: 1, pages: 1, searched }
  }
  const total = find ? await countOf(ids) : (filters.isMine ? counts.mine : counts.tabs)[tab]
  const pages = Math.max(1, Math.ceil(total / deskPageSize))
  const page = Math.min(filters.page, pages)
  const shown = inOrder(ids, tab)
    .limit(deskPageSize)
    .offset((page - 1) * deskPageSize)
  return { rows: await openRows(records, shown, tab), total, page, pages }
}

type Ids = SelectQueryBuilder<Tables, 'enquiry', { id: string }>

async function countOf(ids: Ids): Promise<number> {
  const { count } = await ids
    .clearSelect()
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The ids of what is asked for: all of it stands in the index of desks, so no enquiry is read for it. */
function idsOf(db: Reader, { actor, places, filters, now }: Asked): Ids {
  const { tab, study, site, isMine, find } = filters
  return db
    .selectFrom('enquiry')
    .select('enquiry.id')
    .where((eb) => isAt(eb, places))
    .$if(study !== undefined, (query) => query.where('enquiry.study', '=', study ?? ''))
    .$if(site !== undefined, (query) => query.where('enquiry.site', '=', site ?? ''))
    .$if(isMine === true, (query) => query.where('enquiry.taken_by', '=', actor.accountId))
    .$call((query) => {
      if (find?.kind === 'case')
        return query
          .where('enquiry.case_number', '=', find.caseNumber)
          .where('enquiry.state', 'in', deskStates)
      if (find?.kind === 'text') return query.where('enquiry.state', 'in', openStates)
      const on = query.where((eb) => isOn(eb, tab, now))
      return find ? on.where('enquiry.study', 'in', find.studies) : on
    })
}

/** What is due first, then what has waited longest; of what has ended, the latest first. */
function inOrder(ids: Ids, tab: DeskTab): Ids {
  const way = tab === 'closed' ? 'desc' : 'asc'
  return ids
    .orderBy(sql`enquiry.due_at is null`)
    .orderBy('enquiry.due_at')
    .orderBy('enquiry.state_at', way)
    .orderBy('enquiry.id')
}

/** Opens the enquiries with these ids, and nothing else. */
async function openRows(records: Records, ids: Ids, tab: DeskTab): Promise<readonly DeskRow[]> {
  const rows = await records.db
    .selectFrom('enquiry')
    .innerJoin('person', 'person.id', 'enquiry.person_id')
    .select(deskColumns)
    .where('enquiry.id', 'in', ids)
    .execute()
  return rows
    .map((row) => deskRowOf(row, records.keys))
    .toSorted((one, other) => inTime(one, other, tab))
}

/** The order of `inOrder`: ISO times sort as text, and what owes nothing comes last. */
function inTime(one: DeskRow, other: DeskRow, tab: DeskTab): number {
  const due = compare(one.dueAt ?? '~', other.dueAt ?? '~')
  if (due !== 0) return due
  const since = compare(one.stateAt, other.stateAt)
  if (since !== 0) return tab === 'closed' ? -since : since
  return compare(one.id, other.id)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
