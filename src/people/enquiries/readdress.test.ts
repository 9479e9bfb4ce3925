import assert from 'node:assert/strict'
import { address, answered, delivered, peopleBase } from '../../testing/test-alerts.ts'
import {
  asked,
  enquiryAsk,
  enquiryBase,
  enquiryLinksTo,
  parentsWords,
} from '../../testing/test-enquiries.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import type { Records } from '../records/model/records.ts'
import { confirmEnquiry, readEnquiryByLink } from './confirm.ts'
import { readEnquiry } from './model/enquiry.ts'
import { readdressEnquiry } from './readdress.ts'
import { sendEnquiry } from './send.ts'

const [wrong, right] = ['wrnog@example.org', 'right@example.org']

/** Types another address into the page after sending, which is dealt with a moment later. */
async function putRight(
  records: Records,
  email: string,
  formKey = 'form 1',
  now = testNow,
): Promise<void> {
  await readdressEnquiry(peopleBase(records), { formKey, address: address(email) }, now)
  await answered(records)
}

async function enquiriesIn({ db, keys }: Records) {
  const rows = await db.selectFrom('enquiry').select('id').execute()
  return Promise.all(rows.map(({ id }) => readEnquiry(db, keys, id)))
}

onEachStore(
  'a mistyped address is put right: all else stays, the new one is asked, the old link dies',
  async (records) => {
    await asked(records, wrong, { now: testNow })
    const [old = ''] = await enquiryLinksTo(records, wrong)
    await putRight(records, right)
    const [enquiry, ...more] = await enquiriesIn(records)
    assert.equal(more.length, 0)
    assert.equal(enquiry?.person.address(), right)
    assert.deepEqual(enquiry?.details, parentsWords)
    assert.equal((await readEnquiryByLink(records, old, testNow)).kind, 'unknown')
    // What had not left is not sent.
    assert.deepEqual(await enquiryLinksTo(records, wrong), [])
    const [link = ''] = await enquiryLinksTo(records, right)
    assert.equal((await readEnquiryByLink(records, link, testNow)).kind, 'open')
    const lines = await records.db
      .selectFrom('audit_event')
      .select('action')
      .where('action', '=', 'enquiry.readdressed')
      .execute()
    assert.equal(lines.length, 1)

    await putRight(records, right)
    assert.equal((await enquiryLinksTo(records, right)).length, 1)
    assert.equal((await readEnquiryByLink(records, link, testNow)).kind, 'open')
  },
)

onEachStore('before it was dealt with, the address of what waits is another', async (records) => {
  await sendEnquiry(peopleBase(records), enquiryAsk(wrong), testNow)
  await putRight(records, right)
  const [enquiry, ...more] = await enquiriesIn(records)
  assert.deepEqual([enquiry?.person.address(), more.length], [right, 0])
  assert.deepEqual(await enquiryLinksTo(records, wrong), [])
})

onEachStore(
  'once it was confirmed, or by who does not hold the form, nothing is changed',
  async (records) => {
    await asked(records, wrong, { now: testNow })
    await putRight(records, right, 'another form')
    const [link = ''] = await enquiryLinksTo(records, wrong)
    assert.equal((await readEnquiryByLink(records, link, testNow)).kind, 'open')
    await confirmEnquiry(enquiryBase(records, []), link, testNow)
    await putRight(records, right)
    const [enquiry] = await enquiriesIn(records)
    assert.equal(enquiry?.person.address(), wrong)
    assert.deepEqual(await enquiryLinksTo(records, right), [])
  },
)

onEachStore(
  'what is over is not asked anew, though nothing has erased it yet; a moment before, it is',
  async (records) => {
    await asked(records, wrong, { now: testNow })
    const [enquiry] = await enquiriesIn(records)
    const end = new Date(enquiry?.keepUntil ?? '')
    await putRight(records, right, 'form 1', end)
    assert.deepEqual(await enquiryLinksTo(records, right), [])
    await putRight(records, right, 'form 1', new Date(end.getTime() - 1))
    assert.equal((await enquiryLinksTo(records, right)).length, 1)
  },
)

onEachStore('a mailbox gets no more mails because addresses are put right', async (records) => {
  const victim = 'victim@example.org'
  let got = 0
  for (let turn = 0; turn < 8; turn++) {
    const formKey = `form ${turn}`
    await asked(records, victim, {
      now: testNow,
      formKey,
      details: { ...parentsWords, message: `m${turn}` },
    })
    got += (await enquiryLinksTo(records, victim)).length
    await delivered(records, testNow)
    await putRight(records, `other${turn}@example.org`, formKey)
  }
  // An address that nobody confirmed gets two an hour.
  assert.equal(got, 2)
  await asked(records, 'last@example.org', { now: testNow, formKey: 'last' })
  await putRight(records, victim, 'last')
  assert.deepEqual(await enquiryLinksTo(records, victim), [])
})

onEachStore(
  'who puts it right and back is asked again, within the same bounds',
  async (records) => {
    await asked(records, right, { now: testNow })
    await delivered(records, testNow)
    await putRight(records, wrong)
    await putRight(records, right)
    const [link = ''] = await enquiryLinksTo(records, right)
    assert.equal((await readEnquiryByLink(records, link, testNow)).kind, 'open')
  },
)
