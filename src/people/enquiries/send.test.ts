import assert from 'node:assert/strict'
import { answerAsks } from '../asks/asks.ts'
import type { Records } from '../records/model/records.ts'
import { delivered, outbox, peopleBase } from '../../testing/test-alerts.ts'
import { asked, enquiryAsk, enquiryLinksTo, parentsWords } from '../../testing/test-enquiries.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import { consentHash } from './model/consent.ts'
import { readEnquiry } from './model/enquiry.ts'
import { enquiryAskTakers, sendEnquiry } from './send.ts'

const parent = 'parent@example.org'
const later = (hours: number): Date => new Date(testNow.getTime() + hours * 3_600_000)

async function idsIn({ db }: Records): Promise<string[]> {
  const rows = await db.selectFrom('enquiry').select('id').orderBy('asked_at').execute()
  return rows.map(({ id }) => id)
}

onEachStore(
  'what is asked waits for the owner of the address, who is asked by mail',
  async (records) => {
    assert.equal(await asked(records, parent, { now: testNow }), 'kept')
    const [id = ''] = await idsIn(records)
    const enquiry = await readEnquiry(records.db, records.keys, id)
    assert.equal(enquiry?.state, 'asked')
    assert.equal(enquiry?.confirmedAt, null)
    assert.deepEqual(enquiry?.details, parentsWords)
    assert.equal(enquiry?.keepUntil, later(48).toISOString())
    assert.equal((await enquiryLinksTo(records, parent)).length, 1)
    const said = JSON.stringify((await outbox(records))[0]?.letter)
    assert.doesNotMatch(said, /Bicêtre|NCT|fièvre|Léo|Fever/)
  },
)

onEachStore(
  'what was agreed to is kept word for word, once for all who agreed to it',
  async (records) => {
    await asked(records, parent, { now: testNow })
    await asked(records, 'doctor@example.org', { now: later(1), formKey: 'form 2' })
    const { consent } = enquiryAsk(parent)
    const rows = await records.db.selectFrom('consent_text').selectAll().execute()
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ ...consent, hash: consentHash(consent), first_used_at: testNow.toISOString() }],
    )
    const enquiries = await records.db.selectFrom('enquiry').select('consent_hash').execute()
    assert.deepEqual(
      enquiries.map(({ consent_hash }) => consent_hash),
      [consentHash(consent), consentHash(consent)],
    )
  },
)

onEachStore('the same form is one enquiry, before it was dealt with and after', async (records) => {
  const base = peopleBase(records)
  const send = (message = parentsWords.message) =>
    sendEnquiry(base, enquiryAsk(parent, { details: { ...parentsWords, message } }), testNow)
  assert.equal(await send(), 'kept')
  assert.equal(await send(), 'known')
  assert.equal(await send('something else'), 'other')
  await answerAsks(base, enquiryAskTakers, testNow)
  assert.equal(await send(), 'known')
  assert.equal(await send('something else'), 'other')
  await answerAsks(base, enquiryAskTakers, testNow)
  assert.equal((await idsIn(records)).length, 1)
  assert.equal((await enquiryLinksTo(records, parent)).length, 1)
})

onEachStore('the same form sent twice at one moment is one enquiry', async (records) => {
  const base = peopleBase(records)
  const sent = await Promise.all([1, 2].map(() => sendEnquiry(base, enquiryAsk(parent), testNow)))
  assert.deepEqual(sent.toSorted(), ['kept', 'known'])
  await answerAsks(base, enquiryAskTakers, testNow)
  assert.equal((await idsIn(records)).length, 1)
})

onEachStore(
  'the same asked again in another form, while it waits, is asked once',
  async (records) => {
    await asked(records, parent, { now: testNow })
    await asked(records, parent, { now: later(1), formKey: 'form 2' })
    assert.equal((await idsIn(records)).length, 1)
  },
)

onEachStore(
  'a mailbox gets no more of these mails than of others that strangers can cause',
  async (records) => {
    for (let at = 0; at < 10; at++) {
      const details = { ...parentsWords, message: `message ${at}` }
      await asked(records, parent, { now: later(at / 100), formKey: `form ${at}`, details })
      await delivered(records, later(at / 100))
    }
    assert.equal((await outbox(records)).length, 2)
  },
)

onEachStore(
  'of what nobody confirms the newest are kept, and the mails of the others go with them',
  async (records) => {
    for (let at = 0; at < 23; at++) {
      const details = { ...parentsWords, message: `message ${at}` }
      await asked(records, parent, { now: later(at), formKey: `form ${at}`, details })
    }
    const ids = await idsIn(records)
    assert.equal(ids.length, 20)
    const last = await readEnquiry(records.db, records.keys, ids.at(-1) ?? '')
    assert.equal(last?.details.message, 'message 22')
    const about = await records.db.selectFrom('enquiry_mail').select('enquiry_id').execute()
    assert.ok(about.every(({ enquiry_id }) => ids.includes(enquiry_id)))
  },
)

onEachStore('what cannot be kept is refused, and nothing changes', async (records) => {
  const details = { ...parentsWords, message: 'x'.repeat(5001) }
  const ask = enquiryAsk(parent, { details })
  await assert.rejects(sendEnquiry(peopleBase(records), ask, testNow), /cannot be kept/)
  assert.equal((await records.db.selectFrom('ask').select('id').execute()).length, 0)
})

onEachStore(
  '5,000 characters of Arabic and a site with no name are kept as they are',
  async (records) => {
    const message = 'مرحبا'.repeat(1000)
    const details = { ...parentsWords, message }
    await asked(records, parent, { now: testNow, details, siteLabel: {} })
    const [id = ''] = await idsIn(records)
    const enquiry = await readEnquiry(records.db, records.keys, id)
    assert.equal(enquiry?.details.message, message)
    assert.deepEqual(enquiry?.siteLabel, {})
  },
)
