import type { Keys } from '../../records/model/keys.ts'
import type { Reader, Records } from '../../records/model/records.ts'

/** Alerts as they are kept, with the keys of their people, packed: to be opened here or in another thread. */
export interface SealedPage {
  /** Of each alert, whose it is and its id; those of one person follow each other. */
  readonly people: readonly string[]
  readonly ids: readonly string[]
  /** The key of each person, 32 bytes, one after the other. What opens with a key proves it. */
  readonly keys: Uint8Array<ArrayBuffer>
  /** What is asked for, sealed, one after the other, and where each ends. */
  readonly terms: Uint8Array<ArrayBuffer>
  readonly ends: readonly number[]
}

/** Alerts of a page, as many as make a page worth sending; a test has fewer. */
export const usualPage = 4000

/**
 * Every alert that was asked for before the changes came, is confirmed and not paused, in pages of about `size`; all of one person are in
 * one page, so that what a person hears of is put together in one place.
 */
export async function* alertPages(
  { db, keys }: Pick<Records, 'db' | 'keys'>,
  askedBy: string,
  size: number,
): AsyncGenerator<SealedPage> {
  let begun: AlertRow[] = []
  let isLast = false
  while (!isLast) {
    const rows = await rowsAfter(db, askedBy, begun.at(-1), size)
    isLast = rows.length < size
    const all = begun.concat(rows)
    const last = isLast ? undefined : all.at(-1)?.person_id
    const whole = all.filter(({ person_id }) => person_id !== last)
    begun = all.slice(whole.length)
    if (whole.length > 0) yield packed(keys, whole)
  }
}

function rowsAfter(
  db: Reader,
  askedBy: string,
  last: { readonly person_id: string; readonly id: string } | undefined,
  most: number,
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
    .limit(most)
    .execute()
}

type AlertRow = Awaited<ReturnType<typeof rowsAfter>>[number]

/** The keys of all the people of a page are unwrapped together. */
function packed(keys: Keys, rows: readonly AlertRow[]): SealedPage {
  const firsts = rows.filter(({ person_id }, at) => person_id !== rows[at - 1]?.person_id)
  const unwrapped = keys.unwrapUnproven(
    firsts.map(({ key_version, wrapped_key }) => ({ version: key_version, wrapped: wrapped_key })),
  )
  const terms = joined(rows.map(({ terms_sealed }) => terms_sealed))
  return {
    people: rows.map(({ person_id }) => person_id),
    ids: rows.map(({ id }) => id),
    keys: joined(unwrapped).bytes,
    terms: terms.bytes,
    ends: terms.ends,
  }
}

function joined(pieces: readonly Uint8Array[]): { bytes: Uint8Array<ArrayBuffer>; ends: number[] } {
  let end = 0
  const ends = pieces.map(({ length }) => (end += length))
  const bytes = new Uint8Array(end)
  for (const [at, piece] of pieces.entries()) bytes.set(piece, ends[at - 1] ?? 0)
  return { bytes, ends }
}
