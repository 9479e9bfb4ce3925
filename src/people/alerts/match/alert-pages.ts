import type { Keys } from '../../records/model/keys.ts'
import type { Reader, Records } from '../../records/model/records.ts'
import { openTerms, type StoredTerms } from '../model/terms.ts'

/** An alert, open, with the key of the person whose it is. */
export interface OpenAlert {
  readonly person: { readonly id: string; readonly key: Uint8Array }
  readonly id: string
  readonly terms: StoredTerms
}

const pageSize = 4000

/**
 * Every alert that was asked for before the changes came, is confirmed and not paused, in pages, those of one person
 * together: so that what a person hears of is put together in one place. Nothing opened outlives its page.
 */
export async function* alertPages(
  { db, keys }: Pick<Records, 'db' | 'keys'>,
  askedBy: string,
): AsyncGenerator<readonly OpenAlert[]> {
  let last: { person_id: string; id: string } | undefined
  for (;;) {
    const rows = await rowsAfter(db, askedBy, last)
    if (rows.length > 0) yield opened(keys, rows)
    last = rows.at(-1)
    if (!last || rows.length < pageSize) return
  }
}

function rowsAfter(
  db: Reader,
  askedBy: string,
  last: { readonly person_id: string; readonly id: string } | undefined,
) {
  return db
    .selectFrom('subscription')
    .innerJoin('person', 'person.id', 'subscription.person_id')
    .select(['subscription.person_id', 'subscription.id', 'subscription.terms_sealed'])
    .select(['person.key_version', 'person.wrapped_key'])
    .where('subscription.requested_at', '<=', askedBy)
    .where('subscription.confirmed_at', 'is not', null)
    .where('subscription.paused_at', 'is', null)
    .$if(last !== undefined, (query) =>
      query.where((where) =>
        where(
          where.refTuple('subscription.person_id', 'subscription.id'),
          '>',
          where.tuple(last?.person_id ?? '', last?.id ?? ''),
        ),
      ),
    )
    .orderBy('subscription.person_id')
    .orderBy('subscription.id')
    .limit(pageSize)
    .execute()
}

type AlertRow = Awaited<ReturnType<typeof rowsAfter>>[number]

/** The keys of all the people of a page are unwrapped together; what an alert asks for opens with the right one only. */
function opened(keys: Keys, rows: readonly AlertRow[]): readonly OpenAlert[] {
  const firsts = rows.filter(({ person_id }, at) => person_id !== rows[at - 1]?.person_id)
  const unwrapped = keys.unwrapUnproven(
    firsts.map(({ key_version, wrapped_key }) => ({ version: key_version, wrapped: wrapped_key })),
  )
  const people = firsts.map(({ person_id }, at) => ({
    id: person_id,
    key: unwrapped[at] as Uint8Array,
  }))
  let at = -1
  return rows.map((row) => {
    if (row.person_id !== people[at]?.id) at++
    const person = people[at] as OpenAlert['person']
    return { person, id: row.id, terms: openTerms(person, row.id, row.terms_sealed) }
  })
}
