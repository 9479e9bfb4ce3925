import type { Selectable } from 'kysely'
import type { Person } from '../../records/persons.ts'
import type { Reader, Tx } from '../../records/model/records.ts'
import type { Tables } from '../../records/model/tables.ts'
import type { Alert } from './alert.ts'
import { openTerms, termsOf } from './terms.ts'

/** All alerts of a person, confirmed or not, the oldest first. */
export async function alertsOfPerson(
  db: Reader | Tx,
  person: Pick<Person, 'id' | 'key'>,
): Promise<Alert[]> {
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .where('person_id', '=', person.id)
    .orderBy('requested_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => alertOf(person, row))
}

/** An alert as its row has it, opened with the key of the person whose it is. */
export function alertOf(
  person: Pick<Person, 'id' | 'key'>,
  row: Omit<Selectable<Tables['subscription']>, 'person_id'>,
): Alert {
  return {
    ...termsOf(openTerms(person, row.id, row.terms_sealed)),
    id: row.id,
    requestedAt: row.requested_at,
    confirmedAt: row.confirmed_at,
    pausedAt: row.paused_at,
  }
}
