import { type NewsContent, sealFinding } from '../../records/model/findings.ts'
import type { Tx } from '../../records/model/records.ts'
import { insertPacked, packedAmong, type PackedRows, packRows } from '../../records/model/rows.ts'
import { newsMarker } from '../../records/model/sealed-rows.ts'
import type { Tables } from '../../records/model/tables.ts'
import type { Person } from '../../records/persons.ts'
import type { NewsUrgency } from './alert.ts'
import { peopleAmong } from './people-among.ts'
import { tidyFindings } from './waiting-news.ts'

/** A change of a study that a person is to hear of, and how soon it is told. */
export interface UrgentNews extends NewsContent {
  readonly urgency: NewsUrgency
}

type Owner = Pick<Person, 'id' | 'key'>

/** What one person is to hear of. */
export interface PersonNews {
  readonly person: Owner
  readonly news: readonly UrgentNews[]
}

/** News of some people as it is kept: a row with a mark for each change, and what is told to a person equally soon sealed together. */
export interface NewsRows {
  readonly people: readonly Owner[]
  readonly news: PackedRows<'news'>
  readonly findings: PackedRows<'finding'>
}

/** News from one import, whose `run` makes the ids of findings, as rows that wait to be told; each person is given once. */
export function newsRows(
  found: readonly PersonNews[],
  { foundAt, run }: { readonly foundAt: string; readonly run: string },
): NewsRows {
  const rows: Tables['news'][] = []
  const findings: Tables['finding'][] = []
  for (const { person, news } of found) {
    const person_id = person.id
    const markOf = newsMarker(person.key)
    for (const [urgency, some] of Map.groupBy(news, (one) => one.urgency)) {
      const finding_id = `${run}-${urgency}`
      findings.push({ person_id, id: finding_id, sealed: sealFinding(person, finding_id, some) })
      for (const { nctId, eventKey } of some) {
        const mark = markOf(nctId, eventKey)
        rows.push({ person_id, mark, urgency, found_at: foundAt, digest_id: null, finding_id })
      }
    }
  }
  const people = found.map(({ person }) => person)
  return { people, news: packRows('news', rows), findings: packRows('finding', findings) }
}

/** Puts news in, but for what its people have heard of or wait for already and for who is gone; answers how much was put in. */
export async function insertNews(tx: Tx, rows: NewsRows): Promise<number> {
  const { people, news, findings } = await ofPresent(tx, rows)
  await insertPacked(tx, findings)
  const fresh = await insertPacked(tx, news, { onConflict: 'nothing' })
  if (fresh < news.count) await tidyFindings(tx, people, idsOf(findings))
  return fresh
}

async function ofPresent(tx: Tx, rows: NewsRows): Promise<NewsRows> {
  const present = await peopleAmong(
    tx,
    rows.people.map(({ id }) => id),
  )
  if (present.size === rows.people.length) return rows
  return {
    people: rows.people.filter(({ id }) => present.has(id)),
    news: packedAmong(rows.news, 'person_id', present),
    findings: packedAmong(rows.findings, 'person_id', present),
  }
}

function idsOf({ columns, text }: PackedRows<'finding'>): ReadonlySet<string> {
  const at = columns.indexOf('id')
  return new Set((JSON.parse(text) as string[][]).map((row) => row[at] ?? ''))
}
