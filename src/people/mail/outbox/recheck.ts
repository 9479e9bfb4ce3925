import { sql, type CompiledQuery } from 'kysely'
import type { Reader } from '../../records/model/records.ts'
import type { Stream, SuppressionReason } from './streams.ts'
import { isStoppedBy } from './suppression.ts'

/** What is found right before a mail goes out. `gone`: its person, its row or our lease on it is no more. */
export type Recheck = 'ours' | 'suppressed' | 'gone'

/** Looks once more whether a mail may go: people stop alerts while they wait in the queue. */
export async function recheckMail(
  db: Reader,
  mail: { readonly id: string; readonly stream: Stream },
  { holder, now }: { readonly holder: string; readonly now: Date },
): Promise<Recheck> {
  const { rows } = await db.executeQuery(queryOf(db, mail.id, holder, now.toISOString()))
  if (rows.length === 0) return 'gone'
  const suppressions = rows.flatMap(({ stream, reason }) =>
    stream === null || reason === null ? [] : [{ stream, reason }],
  )
  return isStoppedBy(mail.stream, suppressions) ? 'suppressed' : 'ours'
}

/** One row where nothing is suppressed, with no stream in it. */
interface RecheckRow {
  readonly stream: string | null
  readonly reason: SuppressionReason | null
}

function queryOf(db: Reader, id: string, holder: string, at: string): CompiledQuery<RecheckRow> {
  return sql<RecheckRow>`
    select suppression.stream, suppression.reason
    from mail
    join person on person.id = mail.person_id
    left join suppression on suppression.lookup = person.lookup
    where mail.id = ${id}
      and mail.state = 'sending'
      and mail.lease_holder = ${holder}
      and mail.lease_until > ${at}
  `.compile(db)
}
