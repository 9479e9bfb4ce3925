import { sql, type CompiledQuery } from 'kysely'
import type { Reader } from '../../records/records.ts'

/** What is found right before a mail goes out. `gone`: its person, its row or our hold on it is no more. */
export type Recheck = 'ours' | 'suppressed' | 'gone'

/** Looks once more whether a mail may go: people stop alerts while they wait in the queue. */
export function openRecheck(
  db: Reader,
  holder: string,
): (id: string, now: Date) => Promise<Recheck> {
  return async (id, now) => {
    const { rows } = await db.executeQuery(queryOf(db, id, holder, now.toISOString()))
    const [row] = rows
    if (!row) return 'gone'
    return Number(row.refused) > 0 ? 'suppressed' : 'ours'
  }
}

function queryOf(
  db: Reader,
  id: string,
  holder: string,
  at: string,
): CompiledQuery<{ refused: number | string }> {
  return sql<{ refused: number | string }>`
    select (
      select count(*) from suppression
      where suppression.lookup = person.lookup
        and suppression.stream in ('all', mail.stream)
    ) as refused
    from mail
    join person on person.id = mail.person_id
    where mail.id = ${id}
      and mail.state = 'sending'
      and mail.lease_holder = ${holder}
      and mail.lease_until > ${at}
  `.compile(db)
}
