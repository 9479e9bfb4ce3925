import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { confirmRequest, readRequestByLink } from '../../src/people/alerts/confirm.ts'
import { usualEvents } from '../../src/people/alerts/model/events.ts'
import { requestAlert } from '../../src/people/alerts/request.ts'
import { writeAnchor } from '../../src/people/audit/anchors.ts'
import { audit } from '../../src/people/audit/append.ts'
import { eraseForGood } from '../../src/people/audit/erase-for-good.ts'
import { readMailAddress } from '../../src/people/records/address.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import { findPerson } from '../../src/people/records/persons.ts'
import type { Records } from '../../src/people/records/model/records.ts'
import { rotateKeys } from '../../src/people/records/rotation.ts'
import { chanceOf } from '../chance.ts'
import { ordersOf, say } from './orders.ts'
import { weakenRecords } from './weak-records.ts'

// People ask for alerts, confirm them, are erased; the operator rotates keys. Each is said once it is done.

export interface SubscribeOrders {
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly keys?: string
  /** Numbers of the people who ask. */
  readonly from: number
  readonly count: number
  readonly seed: number
  /** Only requests and their confirmations, or erasures and rotations as well. */
  readonly mix: 'requests' | 'everything'
  /** The control of the power cut: records that do not wait for the disk. */
  readonly weak?: boolean
  readonly pauseMs?: number
  /** Goes on after a failure, which is said. */
  readonly goOn?: boolean
}

const orders = ordersOf<SubscribeOrders>()
const chance = chanceOf(orders.seed, 'subscribe')
const weaken = orders.weak ? weakenRecords() : undefined
const { dataDir, databaseUrl, keys } = orders
const records = await openRecords({
  dataDir,
  ...(databaseUrl !== undefined && { databaseUrl }),
  ...(keys !== undefined && { keys }),
  onBroken: (error) => {
    say('broken', { message: error.message })
    process.exit(3)
  },
})
weaken?.()
say('opened', { instance: records.instanceId })

const confirmed: number[] = []
for (let number = orders.from; number < orders.from + orders.count; number++) {
  try {
    await oneTurn(records, number)
  } catch (error) {
    const { name, message } = error as Error
    say('failed', { number, name, message })
    if (!orders.goOn) process.exit(4)
    await look()
  }
  if (orders.pauseMs) await wait(orders.pauseMs)
}
await records.close()
say('closed')

/** Whether what is there can still be read. */
async function look(): Promise<void> {
  try {
    const { people } = await records.db
      .selectFrom('person')
      .select((query) => query.fn.countAll<number>().as('people'))
      .executeTakeFirstOrThrow()
    say('read', { people })
  } catch (error) {
    say('unread', { message: (error as Error).message })
  }
}

async function oneTurn(on: Records, number: number): Promise<void> {
  const link = await request(on, number)
  say('requested', { number })
  if (chance.next() < 0.7) {
    const open = await readRequestByLink(on, link, new Date())
    const ids = open.kind === 'open' ? open.alerts.map(({ id }) => id) : []
    const done = await confirmRequest(
      on,
      link,
      { shown: ids, chosen: ids, namesTopic: false },
      new Date(),
    )
    if (done.kind !== 'confirmed') throw new Error(`confirming ended as ${done.kind}`)
    confirmed.push(number)
    say('confirmed', { number })
  }
  if (orders.mix === 'requests') return
  if (chance.next() < 0.1 && confirmed.length > 3) await erase(on)
  if (chance.next() < 0.05) await rotate(on)
  if (chance.next() < 0.1) {
    await writeAnchor(on, new Date())
    say('anchored')
  }
}

async function request(on: Records, number: number): Promise<string> {
  const secret = new Uint8Array(randomBytes(32))
  const address = readMailAddress(`p${number}@example.org`)
  if (!address) throw new Error('no address')
  const house = {
    records: on,
    baseUrl: 'https://trialway.example',
    newId: randomUUID,
    newSecret: () => secret,
  }
  const wish = {
    search: { category: ['heart-and-vessels'] },
    events: usualEvents.search,
    frequency: 'at_once' as const,
  }
  await requestAlert(house, { address, language: 'fr', terms: wish }, new Date())
  return Buffer.from(secret).toString('base64url')
}

async function erase(on: Records): Promise<void> {
  const at = chance.whole(0, confirmed.length - 1)
  const [number] = confirmed.splice(at, 1)
  const address = readMailAddress(`p${number}@example.org`)
  const person = address && (await findPerson(on.db, on.keys, address))
  if (!person) throw new Error(`${number} is not there to be erased`)
  say('erasing', { number })
  await eraseForGood(on, person.id, { now: new Date(), actor: 'operator' })
  say('erased', { number })
}

async function rotate(on: Records): Promise<void> {
  await rotateKeys(on, {
    fromEnvironment: false,
    holder: 'faults',
    now: () => new Date(),
    finished: (tx, { version, people }) =>
      audit(tx, {
        at: new Date(),
        actor: 'operator',
        action: 'keys.rotated',
        subject: 'keys',
        details: { version, people },
      }),
  })
  say('rotated', { version: on.keys.current })
}
