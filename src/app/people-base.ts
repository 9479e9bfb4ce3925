import { randomBytes, randomUUID } from 'node:crypto'
import type { PeopleBase } from '../people/asks/people-base.ts'
import type { Records } from '../people/records/model/records.ts'
import type { Config } from './config/config.ts'

/** What the functions of the private side need, with ids and secrets as they are drawn in earnest. */
export function peopleBaseOf({ baseUrl }: Pick<Config, 'baseUrl'>, records: Records): PeopleBase {
  return {
    records,
    baseUrl,
    newId: randomUUID,
    newSecret: () => new Uint8Array(randomBytes(32)),
  }
}
