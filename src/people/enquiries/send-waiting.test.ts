import assert from 'node:assert/strict'
import { siteId } from '../../finder/registry/site-id.ts'
import type { ProtocolSection } from '../../finder/registry/study.ts'
import { outbox } from '../../testing/test-alerts.ts'
import {
  asked,
  bicetre,
  enquiryAsk,
  enquiryBase,
  enquiryLinksTo,
} from '../../testing/test-enquiries.ts'
import { askedStudy, atSite, knowsAsked } from '../../testing/test-promises.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import type { Records } from '../records/model/records.ts'
import { confirmEnquiry, readEnquiryByLink } from './confirm.ts'
import { type Enquiry, readEnquiry } from './model/enquiry.ts'
import { waitsToBeSent } from './model/reached-site.ts'
import { passOn } from './pass-on.ts'
import { keepPromises } from './promise/keep.ts'
import { siteFigures } from './promise/figures.ts'
import { sendWaiting } from './send-waiting.ts'
import { addNote } from './seeker.ts'

const team = 'team@hospital.example'
const later = (hours: number): Date => new Date(testNow.getTime() + hours * 3_600_000)
const lyon = siteId({ facility: 'CHU de Lyon', city: 'Lyon', country: 'France' })

/** All sites of it have one contact. */
const named: ProtocolSection = {
  ...askedStudy,
  contactsLocationsModule: {
    ...askedStudy.contactsLocationsModule,
    centralContacts: [{ name: 'A', email: team }],
  },
}

/** What so many people asked and confirmed an hour after `testNow`; the last is answered. */
async function confirmedBy(records: Records, people: number): Promise<Enquiry> {
  const base = enquiryBase(records, [named])
  let last: Enquiry | undefined
  for (let at = 0; at < people; at++) {
    const email = `parent${at}@example.org`
    await asked(records, email, { now: testNow, formKey: `form ${at}` })
    const [link = ''] = await enquiryLinksTo(records, email)
    const done = await confirmEnquiry(base, link, later(1))
    assert.equal(done.kind, at < 5 ? 'sent' : 'waits')
    assert.equal((await readEnquiryByLink(records, link, later(1))).kind, 'done')
    last = 'enquiry' in done ? done.enquiry : undefined
  }
  assert.ok(last)
  return last
}

async function lettersTo(records: Records, to: string): Promise<number> {
  return (await outbox(records)).filter((mail) => mail.to === to).length
}

async function found(records: Records, { id }: Enquiry): Promise<Enquiry> {
  const enquiry = await readEnquiry(records.db, records.keys, id)
  assert.ok(enquiry)
  return enquiry
}

const kindsOf = ({ events }: Enquiry): readonly string[] => events.map(({ kind }) => kind)

/** Both parts of the schedule. */
async function keep(records: Records, now: Date, studies = [named]): Promise<number> {
  await keepPromises(enquiryBase(records, []), now, { studyOf: knowsAsked })
  return sendWaiting(enquiryBase(records, studies), now)
}

onEachStore(
  'a sixth letter a day to one contact goes the next day; until then nobody is told that it was sent',
  async (records) => {
    const sixth = await confirmedBy(records, 6)
    assert.equal(await lettersTo(records, team), 5)
    assert.equal(await keep(records, later(24)), 0)
    const waiting = await found(records, sixth)
    assert.ok(waitsToBeSent(waiting))
    assert.deepEqual([kindsOf(waiting), waiting.dueAt], [['confirmed'], null])
    assert.equal(await lettersTo(records, 'parent0@example.org'), 2)
    assert.equal(await lettersTo(records, 'parent5@example.org'), 1)
    assert.equal(await addNote(enquiryBase(records, []), sixth.id, 'x', later(2)), 'unsent')
    const next = { site: lyon, consent: enquiryAsk('x@example.org').consent }
    const passed = await passOn(enquiryBase(records, [named]), sixth.id, next, later(2))
    assert.deepEqual(passed, { kind: 'gone' })
    const place = { study: 'NCT02390596', site: siteId(bicetre) }
    assert.equal((await siteFigures(records, [place], later(2)))[0]?.enquiries, 5)
    const both = [1, 2].map(() => sendWaiting(enquiryBase(records, [named]), later(25)))
    const [one = 0, other = 0] = await Promise.all(both)
    assert.equal(one + other, 1)
    const sent = await found(records, sixth)
    assert.deepEqual([sent.state, kindsOf(sent)], ['sent', ['confirmed', 'sent']])
    assert.ok(sent.dueAt !== null && sent.dueAt > later(25).toISOString())
    assert.equal(await lettersTo(records, team), 6)
    const lines = await records.db
      .selectFrom('audit_event')
      .select('seq')
      .where('action', '=', 'enquiry.sent')
      .execute()
    assert.equal(lines.length, 6)
    await keep(records, later(25.1))
    assert.equal(await lettersTo(records, 'parent5@example.org'), 2)
  },
)

onEachStore(
  'what waits is closed where the study left the catalogue meanwhile',
  async (records) => {
    const last = await confirmedBy(records, 6)
    const closed = await confirmedOne(records, 'other@example.org')
    assert.equal(await keep(records, later(25), []), 2)
    assert.deepEqual(kindsOf(await found(records, closed)), ['confirmed', 'closed'])
    assert.equal((await found(records, last)).state, 'closed')
  },
)

async function confirmedOne(records: Records, email: string): Promise<Enquiry> {
  await asked(records, email, { now: testNow, formKey: email })
  const [link = ''] = await enquiryLinksTo(records, email)
  const done = await confirmEnquiry(enquiryBase(records, [named]), link, later(1))
  assert.ok(done.kind === 'waits')
  return done.enquiry
}

onEachStore('what waits for a week is closed, and who asked is told', async (records) => {
  const last = await confirmedBy(records, 6)
  // Every day five others are before it.
  for (let day = 1; day <= 7; day++) {
    const at = later(1 + 24 * day)
    await records.write((tx) =>
      tx
        .updateTable('mail')
        .set({ created_at: at.toISOString() })
        .where('stream', '=', 'introduction')
        .execute(),
    )
    assert.equal(await keep(records, at), day < 7 ? 0 : 1)
  }
  const closed = await found(records, last)
  assert.equal(closed.state, 'closed')
  assert.deepEqual(closed.events.at(-1)?.details, { reason: 'no-way' })
  await keep(records, later(24 * 8))
  assert.equal(await lettersTo(records, 'parent5@example.org'), 2)
})

onEachStore('what waits goes to the desk once somebody has it', async (records) => {
  const last = await confirmedBy(records, 6)
  await atSite(records, 'coordinator@example.org', 'coordinator', { now: later(2) })
  assert.equal(await keep(records, later(25)), 1)
  const sent = await found(records, last)
  assert.deepEqual([sent.state, sent.route], ['sent', 'desk'])
  assert.equal(await lettersTo(records, 'coordinator@example.org'), 1)
})

onEachStore(
  'nothing is passed on to a contact that gets no more letters today',
  async (records) => {
    await confirmedBy(records, 5)
    const base = enquiryBase(records, [named])
    const first = await records.db
      .selectFrom('enquiry')
      .select('id')
      .where('state', '=', 'sent')
      .executeTakeFirstOrThrow()
    const { consent } = enquiryAsk('x@example.org')
    const next = { site: lyon, consent }
    assert.deepEqual(await passOn(base, first.id, next, later(2)), { kind: 'full' })
    assert.equal((await passOn(base, first.id, next, later(25))).kind, 'sent')
  },
)
