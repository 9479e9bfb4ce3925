import { isPostgres } from '../../records/model/dialect.ts'
import { type NewsContent, openFinding, sealFinding } from '../../records/model/findings.ts'
import type { Tx } from '../../records/model/records.ts'
import { newsMarker } from '../../records/model/sealed-rows.ts'
import type { Tables } from '../../records/model/tables.ts'
import type { Person } from '../../records/persons.ts'

/** A change that waits to be told, with the mark by which it is noted as told, and the finding that says what it is. */
export interface MarkedNews extends NewsContent {
  readonly mark: string
  readonly findingId: string
}

type Owner = Pick<Person, 'id' | 'key'>

/**
 * What rows of news of one person say, row by row; nothing for those that were told. Throws when a finding was changed,
 * moved or sealed with another key.
 */
export function openNews<Row extends Pick<Tables['news'], 'mark' | 'finding_id'>>(
  person: Owner,
  rows: readonly Row[],
  findings: readonly Pick<Tables['finding'], 'id' | 'sealed'>[],
): readonly (MarkedNews & { readonly row: Row })[] {
  const asked = new Set(rows.map(({ finding_id }) => finding_id))
  const markOf = newsMarker(person.key)
  const byMark = new Map(
    findings
      .filter(({ id }) => asked.has(id))
      .flatMap((finding) => openFinding(person, finding))
      .map((content) => [markOf(content.nctId, content.eventKey), content]),
  )
  return rows.flatMap((row) => {
    const { mark, finding_id: findingId } = row
    const content = byMark.get(mark)
    return content && findingId !== null ? [{ ...content, mark, findingId, row }] : []
  })
}

/** All that waits to be told to a person. What it says stays so until the transaction ends. */
export async function waitingNews(tx: Tx, person: Owner): Promise<readonly MarkedNews[]> {
  const findings = await tx
    .selectFrom('finding')
    .select(['id', 'sealed'])
    .where('person_id', '=', person.id)
    .orderBy('id')
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .execute()
  const rows = await tx
    .selectFrom('news')
    .select(['mark', 'finding_id'])
    .where('person_id', '=', person.id)
    .where('digest_id', 'is', null)
    .execute()
  return openNews(person, rows, findings)
}

/**
 * Leaves of these findings what still waits: those of which nothing does are deleted, those that were told in part are sealed
 * anew. Takes some thousands of people at most.
 */
export async function tidyFindings(
  tx: Tx,
  people: readonly Owner[],
  findings: ReadonlySet<string>,
): Promise<void> {
  if (people.length === 0) return
  const ids = people.map(({ id }) => id)
  await forgetTold(tx, ids)
  const left = await tx
    .selectFrom('finding')
    .select(['person_id', 'id'])
    .where('person_id', 'in', ids)
    .execute()
  const asked = left.filter(({ id }) => findings.has(id))
  const partly = new Set(asked.map(({ person_id }) => person_id))
  for (const person of people.filter(({ id }) => partly.has(id)))
    await keepWaiting(tx, person, await waitingNews(tx, person))
}

/** Seals what still waits for a person anew, as when one alert fewer has found it, and forgets the rest. */
export async function keepWaiting(
  tx: Tx,
  person: Owner,
  waiting: readonly MarkedNews[],
): Promise<void> {
  for (const [id, some] of Map.groupBy(waiting, ({ findingId }) => findingId))
    await tx
      .updateTable('finding')
      .set({ sealed: sealFinding(person, id, some) })
      .where('person_id', '=', person.id)
      .where('id', '=', id)
      .execute()
  await forgetTold(tx, [person.id])
}

/** Forgets the findings of these people of which nothing waits any more. */
async function forgetTold(tx: Tx, people: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('finding')
    .where('person_id', 'in', people)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('news')
            .select('news.mark')
            .whereRef('news.person_id', '=', 'finding.person_id')
            .whereRef('news.finding_id', '=', 'finding.id'),
        ),
      ),
    )
    .execute()
}
