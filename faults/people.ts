import { randomBytes, randomUUID } from 'node:crypto'
import type { AlertTerms } from '../src/people/alerts/model/alert.ts'
import { answerAsks } from '../src/people/asks/asks.ts'
import { askTakers } from '../src/app/ask-takers.ts'
import type { PeopleBase } from '../src/people/asks/people-base.ts'
import { confirmRequest, readRequestByLink } from '../src/people/alerts/confirm.ts'
import { requestAlert } from '../src/people/alerts/request.ts'
import { readMailAddress } from '../src/people/records/address.ts'
import type { Records } from '../src/people/records/model/records.ts'

export interface Subscribed {
  readonly personId: string
  readonly alertId: string
}

/** The alerts' side of the house, as a server has it. */
export function houseOf(records: Records): PeopleBase {
  const newSecret = () => new Uint8Array(randomBytes(32))
  return { records, baseUrl: 'https://trialway.example', newId: randomUUID, newSecret }
}

/** Somebody asks for an alert and confirms it. */
export async function subscribe(
  records: Records,
  email: string,
  wish: AlertTerms,
  now = new Date(),
): Promise<Subscribed> {
  const address = readMailAddress(email)
  if (!address) throw new Error(`${email} is no address`)
  const secret = new Uint8Array(randomBytes(32))
  let asked = false
  const house = {
    ...houseOf(records),
    newSecret: () => {
      asked = true
      return secret
    },
  }
  await requestAlert(house, { address, language: 'fr', terms: wish }, now)
  if (!asked) throw new Error(`${email} was not asked to confirm`)
  const link = Buffer.from(secret).toString('base64url')
  const open = await readRequestByLink(records, link, now)
  const ids = open.kind === 'open' ? open.alerts.map(({ id }) => id) : []
  const done = await confirmRequest(
    records,
    link,
    { shown: ids, chosen: ids, namesTopic: false },
    now,
  )
  if (done.kind !== 'confirmed') throw new Error(`confirming ended as ${done.kind}`)
  return { personId: done.personId, alertId: ids.at(-1) ?? '' }
}

/** Deals with what a server took in and did not come to, as its next start would. */
export async function answerAll(records: Records): Promise<void> {
  while ((await answerAsks(houseOf(records), askTakers, new Date())) > 0);
}

/** How many mails are in each state. */
export async function mailStates(records: Records): Promise<Readonly<Record<string, number>>> {
  const rows = await records.db
    .selectFrom('mail')
    .select(['state', (query) => query.fn.countAll<number | string>().as('count')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}
