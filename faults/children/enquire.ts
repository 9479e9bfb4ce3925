import { randomBytes } from 'node:crypto'
import { siteId } from '../../src/finder/registry/site-id.ts'
import type { ProtocolSection } from '../../src/finder/registry/study.ts'
import { giveRole, makeAccount } from '../../src/people/accounts/accounts.ts'
import type { Actor } from '../../src/people/accounts/model/actor.ts'
import { answerAsks } from '../../src/people/asks/asks.ts'
import { confirmEnquiry } from '../../src/people/enquiries/confirm.ts'
import { takeStep } from '../../src/people/enquiries/desk/take-step.ts'
import { readEnquiry } from '../../src/people/enquiries/model/enquiry.ts'
import type { EnquiryBase } from '../../src/people/enquiries/model/enquiry-base.ts'
import { passOn } from '../../src/people/enquiries/pass-on.ts'
import { keepPromises } from '../../src/people/enquiries/promise/keep.ts'
import { addNote } from '../../src/people/enquiries/seeker.ts'
import { enquiryAskTakers, sendEnquiry } from '../../src/people/enquiries/send.ts'
import { withdraw } from '../../src/people/enquiries/withdraw.ts'
import { type MailAddress, readMailAddress } from '../../src/people/records/address.ts'
import { openRecords } from '../../src/people/records/open-records.ts'
import { chanceOf } from '../chance.ts'
import { houseOf } from '../people.ts'
import { ordersOf, say } from './orders.ts'
import { weakenRecords } from './weak-records.ts'

// People ask a site, confirm, write notes, ask another site and take it back; the site answers. Each is said once it is done.

export interface EnquireOrders {
  readonly dataDir: string
  readonly databaseUrl?: string
  /** Numbers of the people who ask. */
  readonly from: number
  readonly count: number
  readonly seed: number
  /** The control of the power cut: records that do not wait for the disk. */
  readonly weak?: boolean
}

const orders = ordersOf<EnquireOrders>()
const chance = chanceOf(orders.seed, 'enquire')
const weaken = orders.weak ? weakenRecords() : undefined
const { dataDir, databaseUrl } = orders
const records = await openRecords({ dataDir, ...(databaseUrl !== undefined && { databaseUrl }) })
weaken?.()

const here = { facility: 'Hôpital Bicêtre', city: 'Le Kremlin-Bicêtre', country: 'France' }
const there = { facility: 'CHU de Lyon', city: 'Lyon', country: 'France' }
const study: ProtocolSection = {
  identificationModule: { nctId: 'NCT02390596' },
  statusModule: { overallStatus: 'RECRUITING' },
  contactsLocationsModule: { locations: [here, there] },
}
const stored = {
  study: { protocolSection: study },
  imported: '2026-11-20',
  points: [],
  history: [],
  categories: [],
}
const consent = { version: '1', language: 'fr', text: 'J’accepte.' } as const

/** The last that was drawn is the link of a confirmation. */
let secret = new Uint8Array(32)
const base: EnquiryBase = {
  ...houseOf(records),
  newSecret: () => (secret = new Uint8Array(randomBytes(32))),
  catalogue: { study: () => stored, idsOf: () => [] },
  introductions: false,
}

const actor = await coordinator()
say('opened', { instance: records.instanceId })
for (let number = orders.from; number < orders.from + orders.count; number++) await oneTurn(number)
await records.close()
say('closed')

/** Somebody who has the study's desk. */
async function coordinator(): Promise<Actor> {
  const given = { by: 'operator', now: new Date() } as const
  const role = { role: 'coordinator', study: 'NCT02390596', site: null } as const
  const named = { address: addressOf('coordinator'), name: 'A', language: 'fr' } as const
  return records.write(async (tx) => {
    const { accountId, personId } = await makeAccount(tx, base, named, given)
    await giveRole(tx, base, { accountId, ...role }, given)
    const provedAt = given.now.toISOString()
    return {
      accountId,
      personId,
      name: 'A',
      language: 'fr',
      roles: [role],
      sessionId: '',
      provedAt,
    }
  })
}

async function oneTurn(number: number): Promise<void> {
  const now = new Date()
  await sendEnquiry(base, formOf(number), now)
  say('asked', { number })
  await answerAsks(base, enquiryAskTakers, now)
  const link = Buffer.from(secret).toString('base64url')
  const done = await confirmEnquiry(base, link, now)
  if (done.kind !== 'sent') throw new Error(`confirming ended as ${done.kind}`)
  const { id } = done.enquiry
  say('confirmed', { number, id })
  if (chance.next() < 0.4) {
    await addNote(base, id, `note ${number}`, now)
    say('noted', { id })
  }
  if (chance.next() < 0.4) await answer(id)
  if (chance.next() < 0.3) {
    const next = await passOn(base, id, { site: siteId(there), consent }, now)
    if (next.kind !== 'sent') throw new Error(`passing on ended as ${next.kind}`)
    say('confirmed', { number, id: next.enquiry.id })
  }
  if (chance.next() < 0.3) {
    say('withdrawing', { id })
    await withdraw(base, id, now)
    say('withdrawn', { id })
  }
  if (chance.next() < 0.2) await keepPromises(base, now, { studyOf: () => study })
}

async function answer(id: string): Promise<void> {
  const enquiry = await readEnquiry(records.db, records.keys, id)
  if (!enquiry) throw new Error('an enquiry is gone that nobody took back')
  const ask = { id, version: enquiry.version, step: 'contacted', text: 'Bonjour.' } as const
  const done = await takeStep(base, actor, ask, new Date())
  if (done.kind !== 'done') throw new Error(`answering ended as ${done.kind}`)
  say('answered', { id })
}

function formOf(number: number) {
  return {
    address: addressOf(`p${number}`),
    language: 'fr',
    study: 'NCT02390596',
    site: siteId(here),
    siteLabel: here,
    route: 'desk',
    formKey: `form ${number}`,
    keepDays: 365,
    consent,
    details: { who: 'parent', when: 'any', contactBy: 'email', message: `message ${number}` },
  } as const
}

function addressOf(name: string): MailAddress {
  const address = readMailAddress(`${name}@example.org`)
  if (!address) throw new Error('no address')
  return address
}
