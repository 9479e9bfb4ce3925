import { type NewsContent, sealFinding } from '../../records/model/findings.ts'
import type { Tx } from '../../records/model/records.ts'
import { insertRows } from '../../records/model/rows.ts'
import { newsMarker } from '../../records/model/sealed-rows.ts'
import type { Tables } from '../../records/model/tables.ts'
import type { Person } from '../../records/persons.ts'
import type { NewsUrgency } from './alert.ts'
import { tidyFindings } from './waiting-news.ts'

/** A change of a study that a person is to hear of, and how soon it is told. */
export interface UrgentNews extends NewsContent {
  readonly urgency: NewsUrgency
}

/** News as it is kept: a row with a mark for each change, and what is told equally soon sealed together. */
export interface NewsRows {
  readonly news: readonly Tables['news'][]
  readonly findings: readonly Tables['finding'][]
}

type Owner = Pick<Person, 'id' | 'key'>

/** News of one person from one import as rows that wait to be told. */
export function newsRows(
  person: Owner,
  news: readonly UrgentNews[],
  { foundAt, newId }: { readonly foundAt: Date; readonly newId: () => string },
): NewsRows {
  const person_id = person.id
  const found_at = foundAt.toISOString()
  const markOf = newsMarker(person.key)
  const rows: { news: Tables['news'][]; findings: Tables['finding'][] } = { news: [], findings: [] }
  for (const [urgency, some] of Map.groupBy(news, (one) => one.urgency)) {
    const finding_id = newId()
    rows.findings.push({ person_id, id: finding_id, sealed: sealFinding(person, finding_id, some) })
    for (const { nctId, eventKey } of some) {
      const mark = markOf(nctId, eventKey)
      rows.news.push({ person_id, mark, urgency, found_at, digest_id: null, finding_id })
    }
  }
  return rows
}

/** Puts news of these people in, but for what they have heard of or wait for already; answers how much was put in. */
export async function insertNews(
  tx: Tx,
  people: readonly Owner[],
  { news, findings }: NewsRows,
): Promise<number> {
  await insertRows(tx, 'finding', findings)
  const fresh = await insertRows(tx, 'news', news, { onConflict: 'nothing' })
  if (fresh < news.length) await tidyFindings(tx, people, new Set(findings.map(({ id }) => id)))
  return fresh
}
