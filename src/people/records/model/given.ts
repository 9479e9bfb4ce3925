import { sql, type RawBuilder } from 'kysely'
import { isPostgres } from './dialect.ts'
import type { Tx } from './records.ts'

/** Rows given as JSON, to be joined under the name `given`; `given.value ->> 'id'` is a field of one, as text. */
export function given(tx: Tx, rows: readonly object[]): RawBuilder<unknown> {
  const json = JSON.stringify(rows)
  return isPostgres(tx)
    ? sql`jsonb_array_elements(${json}::jsonb) as given(value)`
    : sql`json_each(${json}) as given`
}
