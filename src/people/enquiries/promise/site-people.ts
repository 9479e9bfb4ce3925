import { accountsAt } from '../../accounts/accounts.ts'
import type { Keys } from '../../records/model/keys.ts'
import type { Tx } from '../../records/model/records.ts'
import { type Person, personById } from '../../records/persons.ts'
import type { Enquiry } from '../model/enquiry.ts'

/** Who is to be written to about an enquiry now: roles that ended since it was planned count no more. */
export interface SitePeople {
  /** Who works it; where nobody does, everybody who works at the site; where nobody is left, who looks after it. */
  readonly atWork: readonly Person[]
  /** Who looks after the site. */
  readonly managers: readonly Person[]
}

/** The people of the site that was asked, each once. */
export async function peopleOfSite(tx: Tx, keys: Keys, enquiry: Enquiry): Promise<SitePeople> {
  const holders = await accountsAt({ db: tx }, enquiry)
  const idsOf = (some: typeof holders): string[] => [...new Set(some.map((one) => one.personId))]
  const managers = holders.filter(({ role }) => role === 'manager')
  const workers = holders.filter(({ role }) => role !== 'manager')
  const takers = holders.filter(({ accountId }) => accountId === enquiry.takenBy)
  const atWork = [takers, workers, managers].find((some) => some.length > 0) ?? []
  return {
    atWork: await peopleWith(tx, keys, idsOf(atWork)),
    managers: await peopleWith(tx, keys, idsOf(managers)),
  }
}

async function peopleWith(tx: Tx, keys: Keys, ids: readonly string[]): Promise<Person[]> {
  const people: Person[] = []
  for (const id of ids) {
    const person = await personById(tx, keys, id)
    if (person) people.push(person)
  }
  return people
}
