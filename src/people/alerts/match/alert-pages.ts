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
  const open = opener(keys)
  let last: { person_id: string; id: string } | undefined
  for (;;) {
    const rows = await rowsAfter(db, askedBy, last)
    if (rows.length > 0) yield rows.map(open)
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

/** The key of a person is unwrapped once for all their alerts, which follow each other. */
function opener(keys: Keys): (row: AlertRow) => OpenAlert {
  let person: OpenAlert['person'] = { id: '', key: new Uint8Array() }
  return (row) => {
    const { person_id: id, key_version, wrapped_key } = row
    if (id !== person.id) person = { id, key: keys.unwrap(id, key_version, wrapped_key) }
    return { person, id: row.id, terms: openTerms(person, row.id, row.terms_sealed) }
  }
}
