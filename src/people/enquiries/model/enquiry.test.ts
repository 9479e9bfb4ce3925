import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { onEachStore, personAt, testNow } from '../../../testing/test-records.ts'
import type { Records } from '../../records/model/records.ts'
import { isCaseNumber, newCaseNumber } from './case-number.ts'
import { appendEvent, changeState, daysLater } from './change.ts'
import { type EnquiryDetails, areDetails, openDetails, sealDetails } from './details.ts'
import { type Enquiry, readEnquiry } from './enquiry.ts'
import { readSeekerLink, seekerLink } from './links.ts'

const wish: EnquiryDetails = {
  who: 'parent',
  when: 'evening',
  contactBy: 'email',
  message: 'هل يمكن لطفلي المشاركة؟',
  age: '3 years',
  place: { name: 'Paris, France', km: 4 },
  answers: [{ criterion: 'Fever', kind: 'inclusion', said: 'yes', reading: 'met' }],
}

/** A row as a test needs it; nothing of how it is asked for. */
async function kept(records: Records, details = wish): Promise<Enquiry> {
  const person = await personAt(records)
  const id = randomUUID()
  await records.write(async (tx) =>
    tx
      .insertInto('enquiry')
      .values({
        id,
        case_number: await newCaseNumber(tx, () => new Uint8Array(randomBytes(32))),
        person_id: person.id,
        study: 'NCT02390596',
        site: '0123456789',
        site_label: '{"city":"Lyon"}',
        route: 'desk',
        form_key: id,
        form_hash: id,
        language: 'fr',
        asked_at: testNow.toISOString(),
        confirmed_at: testNow.toISOString(),
        consent_version: '1',
        consent_hash: 'a',
        details_sealed: sealDetails(person, id, details),
        state: 'sent',
        state_at: testNow.toISOString(),
        answered_at: null,
        due_at: null,
        seeker_told_at: null,
        has_news: 0,
        taken_by: null,
        taken_at: null,
        closed_at: null,
        keep_days: 365,
        keep_until: daysLater(testNow.toISOString(), 365),
        version: 1,
      })
      .execute(),
  )
  return found(records, id)
}

async function found(records: Records, id: string): Promise<Enquiry> {
  const enquiry = await readEnquiry(records.db, records.keys, id)
  assert.ok(enquiry)
  return enquiry
}

const later = (hours: number): Date => new Date(testNow.getTime() + hours * 3_600_000)

onEachStore('an enquiry is read with what was said and what happened', async (records) => {
  const { id } = await kept(records)
  await records.write(async (tx) => {
    const enquiry = await readEnquiry(tx, records.keys, id)
    assert.ok(enquiry)
    const seen = await appendEvent(tx, enquiry, { actor: 'site', kind: 'seen' }, later(1))
    const told = { actor: 'seeker', kind: 'note', text: 'Nous sommes à Lyon.' } as const
    await appendEvent(tx, seen, told, later(2))
  })
  const enquiry = await found(records, id)
  assert.deepEqual(enquiry.details, wish)
  assert.deepEqual(enquiry.siteLabel, { city: 'Lyon' })
  assert.deepEqual(
    enquiry.events.map(({ seq, kind, text }) => [seq, kind, text]),
    [
      [1, 'seen', undefined],
      [2, 'note', 'Nous sommes à Lyon.'],
    ],
  )
  assert.equal(enquiry.keepUntil, daysLater(later(2).toISOString(), 365))
  assert.equal(await readEnquiry(records.db, records.keys, randomUUID()), undefined)
})

onEachStore('nothing that was said stands in the open', async (records) => {
  const { id } = await kept(records, { ...wish, message: 'canary-message', name: 'canary-name' })
  const enquiry = await found(records, id)
  const text = { actor: 'seeker', kind: 'note', text: 'canary-note' } as const
  await records.write((tx) => appendEvent(tx, enquiry, text, testNow))
  const rows = [
    ...(await records.db.selectFrom('enquiry').selectAll().execute()),
    ...(await records.db.selectFrom('enquiry_event').selectAll().execute()),
  ]
  const bytes = rows.flatMap((row) =>
    Object.values(row).map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
    ),
  )
  assert.doesNotMatch(bytes.join('\n'), /canary|Fever|Paris|parent/)
})

onEachStore(
  'who decides on what somebody else changed meanwhile changes nothing',
  async (records) => {
    const seen = await kept(records)
    const change = async (state: 'contacted' | 'not-eligible') =>
      records.write((tx) => changeState(tx, seen, { state, isAnswered: true }, later(1)))
    const first = await change('contacted')
    assert.equal(first?.state, 'contacted')
    assert.equal(await change('not-eligible'), undefined)
    const now = await found(records, seen.id)
    assert.equal(now.state, 'contacted')
    assert.equal(now.version, 2)
    assert.equal(now.answeredAt, later(1).toISOString())
  },
)

onEachStore('two who decide at the same moment: the second is told', async (records) => {
  const { id, version } = await kept(records)
  const decide = (state: 'contacted' | 'invited') =>
    records.write(async (tx) => {
      const enquiry = await readEnquiry(tx, records.keys, id)
      if (enquiry?.version !== version) return undefined
      const after = await appendEvent(tx, enquiry, { actor: 'site', kind: state }, later(1))
      return changeState(tx, after, { state }, later(1))
    })
  const done = await Promise.all([decide('contacted'), decide('invited')])
  assert.equal(done.filter((one) => one !== undefined).length, 1)
  const { events, state } = await found(records, id)
  assert.deepEqual(
    events.map(({ kind }) => kind),
    [state],
  )
})

onEachStore('events stay in order where the clock goes back', async (records) => {
  const enquiry = await kept(records)
  await records.write(async (tx) => {
    const first = await appendEvent(tx, enquiry, { actor: 'system', kind: 'sent' }, later(5))
    await appendEvent(tx, first, { actor: 'site', kind: 'seen' }, later(-48))
  })
  const { events, id } = await found(records, enquiry.id)
  assert.deepEqual(
    events.map(({ at }) => at),
    [later(5).toISOString(), later(5).toISOString()],
  )
  await records.write(async (tx) =>
    changeState(tx, await found(records, id), { state: 'seen' }, later(-48)),
  )
  assert.equal((await found(records, id)).stateAt, testNow.toISOString())
})

onEachStore('what ends an enquiry is dated, and a mark alone tells nobody off', async (records) => {
  const enquiry = await kept(records)
  const marked = await records.write((tx) =>
    changeState(tx, enquiry, { seekerToldAt: later(1).toISOString() }, later(1)),
  )
  assert.equal(marked?.version, enquiry.version)
  const closed = await records.write((tx) =>
    changeState(tx, enquiry, { state: 'not-eligible' }, later(2)),
  )
  assert.equal(closed?.closedAt, later(2).toISOString())
  const now = await found(records, enquiry.id)
  assert.deepEqual({ ...now, person: undefined }, { ...closed, person: undefined })
})

test('details open in their place alone, whatever the language, and too long ones are not kept', () => {
  const person = { id: randomUUID(), key: new Uint8Array(32) }
  fc.assert(
    fc.property(anyText({ maxLength: 200 }), anyText({ maxLength: 100 }), (message, name) => {
      const details = { ...wish, message, name }
      assert.deepEqual(openDetails(person, 'one', sealDetails(person, 'one', details)), details)
    }),
  )
  const arabic = 'مرحبا'.repeat(1000)
  assert.equal(arabic.length, 5000)
  const sealed = sealDetails(person, 'one', { ...wish, message: arabic })
  assert.equal(openDetails(person, 'one', sealed).message, arabic)
  assert.throws(() => openDetails(person, 'other', sealed))
  assert.equal(areDetails({ ...wish, message: `${arabic}!` }), false)
  assert.throws(() => sealDetails(person, 'one', { ...wish, message: `${arabic}!` }))
})

onEachStore('a link leads to its enquiry, and a changed one nowhere', async ({ keys }) => {
  const id = randomUUID()
  const link = seekerLink(keys, id)
  assert.deepEqual(readSeekerLink(keys, link), { enquiryId: id })
  assert.equal(
    readSeekerLink(keys, `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`),
    undefined,
  )
  assert.equal(readSeekerLink(keys, ''), undefined)
})

onEachStore('a case number is short, hard to misread and taken once', async (records) => {
  const { caseNumber } = await kept(records)
  assert.ok(isCaseNumber(caseNumber), caseNumber)
  assert.equal(isCaseNumber('TW-O0I1LU'), false)
  const bytes = [new Uint8Array(32), new Uint8Array(32).fill(7)]
  const drawn = await records.write(async (tx) => {
    await tx.updateTable('enquiry').set({ case_number: 'TW-222222' }).execute()
    return newCaseNumber(tx, () => bytes.shift() ?? new Uint8Array(32).fill(9))
  })
  assert.equal(drawn, 'TW-999999')
})
