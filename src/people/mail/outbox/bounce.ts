import type { Tx } from '../../records/model/records.ts'
import type { Tables } from '../../records/model/tables.ts'
import { suppressAddress } from './suppression.ts'

/** What a bounce says of an address: it does not exist, it did not take this mail, or its owner complained. */
export type BounceKind = Tables['bounce']['kind']

/** Keeps that a mail of ours came back; some kinds end all mail to that address. `known`: it was kept before. */
export async function recordBounce(
  tx: Tx,
  bounce: {
    readonly id: string
    readonly mailId: string
    readonly kind: BounceKind
    readonly now: Date
  },
): Promise<'kept' | 'known' | 'unmatched'> {
  const person = await tx
    .selectFrom('mail')
    .innerJoin('person', 'person.id', 'mail.person_id')
    .select('person.lookup')
    .where('mail.id', '=', bounce.mailId)
    .executeTakeFirst()
  if (!person) return 'unmatched'
  return keepBounce(tx, { ...bounce, lookup: person.lookup })
}

/** The same, for an address of which only the keyed hash is known. */
export async function keepBounce(
  tx: Tx,
  bounce: {
    readonly id: string
    readonly mailId: string | null
    readonly lookup: string
    readonly kind: BounceKind
    /** When it was sent back, where that is known. */
    readonly at?: Date
    readonly now: Date
  },
): Promise<'kept' | 'known'> {
  const { id, mailId, lookup, kind, now, at = now } = bounce
  const added = await tx
    .insertInto('bounce')
    .values({ id, lookup, mail_id: mailId, kind, at: at.toISOString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  if (added.length === 0) return 'known'
  const isEnough = kind !== 'soft' || (await softBounces(tx, lookup, now)) >= enoughSoft
  const reason = kind === 'complaint' ? 'complaint' : 'bounce'
  if (isEnough) await suppressAddress(tx, { lookup, stream: 'all', reason, now })
  return 'kept'
}

async function softBounces(tx: Tx, lookup: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - softDays * 86_400_000).toISOString()
  const { count } = await tx
    .selectFrom('bounce')
    .select((query) => query.fn.countAll<number | string>().as('count'))
    .where('lookup', '=', lookup)
    .where('kind', '=', 'soft')
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

const enoughSoft = 5
const softDays = 14
