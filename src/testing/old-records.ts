import type { Keys } from '../people/records/model/keys.ts'
import { seal } from '../people/records/model/seal.ts'

/** Runs one statement, whichever the database. */
export type RunSql = (sql: string) => Promise<unknown>

/** What the alerts of `fillOldAlerts` ask for, in clear: none of it may be left once they are sealed. */
export const oldAlertsInClear = [
  'zqxheartache',
  'zqxmaladie',
  'Zqxville',
  'NCT09999991',
  'NCT09999992',
  '1987-03-19',
] as const

const at = '2026-11-25T08:00:00.000Z'

/**
 * Fills tables as migration 0002 left them with an installation and some people, each with two alerts, news that waits
 * and news that was told. `hex` writes bytes as the database reads them.
 */
export async function fillOldAlerts(
  run: RunSql,
  keys: Keys,
  people: number,
  hex: (digits: string) => string,
): Promise<void> {
  const bytes = (value: Uint8Array): string => hex(Buffer.from(value).toString('hex'))
  const instance = 'b2c48f6c-1619-4d4f-bae1-3cc40eae79f7'
  await run(`insert into instance (id, created_at, key_check, key_version)
    values ('${instance}', '${at}', ${bytes(keys.checkOf(instance))}, ${keys.current})`)
  await run(`insert into saved_search values ('s1', 'k1', '{"q":"zqxheartache"}')`)
  await run(`insert into saved_search values ('s2', 'k2', '{"study":"NCT09999991"}')`)
  await run(`insert into saved_search values ('s3', 'k3', '{"q":"zqxmaladie"}')`)
  for (let number = 0; number < people; number++) {
    const id = `person-${String(number).padStart(6, '0')}`
    const key = new Uint8Array(32).fill(number % 251)
    const { version, wrapped } = keys.wrap(id, key)
    const address = seal(key, `person.address/${id}`, Buffer.from(`${id}@example.org`))
    await run(`insert into person (id, lookup, key_version, wrapped_key, address_sealed, language, created_at, confirmed_at)
      values ('${id}', '${keys.lookupOf(`${id}@example.org`)}', ${version}, ${bytes(wrapped)}, ${bytes(address)}, 'fr', '${at}', '${at}')`)
    await run(`insert into subscription values ('${id}', 'a1', 's1', 'Zqxville, France', 48.85, 2.35, 50,
      730, 1094, '1987-03-19', 'FEMALE', 7, 'daily', '${at}', '${at}', null)`)
    await run(`insert into subscription values ('${id}', 'a2', 's2', null, null, null, null,
      null, null, null, null, 28, 'weekly', '${at}', '${at}', '${at}')`)
    const news = (study: string, digest: string): string =>
      `insert into news (person_id, nct_id, event_key, events, found_by, urgency, change_list, found_at, digest_id)
        values ('${id}', '${study}', '2026-11-24-abc', 3, 'a1 a2', 1, 'changes-1', '${at}', ${digest})`
    await run(news('NCT09999991', 'null'))
    await run(news('NCT09999992', "'d1'"))
  }
}
