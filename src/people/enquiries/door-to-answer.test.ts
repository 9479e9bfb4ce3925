import assert from 'node:assert/strict'
import { siteId } from '../../finder/registry/site-id.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { asked, bicetre, enquiryBase, enquiryLinksTo } from '../../testing/test-enquiries.ts'
import { askedStudy, kept, promiseMails } from '../../testing/test-promises.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import type { Records } from '../records/model/records.ts'
import { confirmEnquiry } from './confirm.ts'
import { openEnquiry } from './desk/open-enquiry.ts'
import { takeStep } from './desk/take-step.ts'
import type { Enquiry } from './model/enquiry.ts'
import { addNote } from './seeker.ts'
import { seekerView } from './seeker-view.ts'
import { withdraw } from './withdraw.ts'

const parent = 'parent@home.example'
/** From a Wednesday at noon. */
const later = (hours: number): Date => new Date(testNow.getTime() + hours * 3_600_000)

async function sent(records: Records): Promise<Enquiry> {
  await asked(records, parent, { now: testNow })
  const link = (await enquiryLinksTo(records, parent)).at(-1) ?? ''
  const done = await confirmEnquiry(enquiryBase(records, [askedStudy]), link, testNow)
  assert.ok(done.kind === 'sent')
  return done.enquiry
}

async function subjectsTo(records: Records, to: string): Promise<string[]> {
  const mails = await promiseMails(records)
  return mails.flatMap((mail) =>
    mail.to === to ? [`${mail.at.slice(5, 13)} ${mail.subject.replace(/TW-\w+/, 'TW')}`] : [],
  )
}

onEachStore(
  'from the door to an answer: confirmed, opened, invited, and told of it the next day',
  async (records) => {
    const role = { role: 'coordinator', study: 'NCT02390596', site: siteId(bicetre) } as const
    const { actor } = await signedIn(records, [role], 'coordinator@site.example')
    const { id } = await sent(records)
    await kept(records, testNow)
    const opened = await openEnquiry(records, actor, id, later(1))
    assert.ok(opened)
    const step = { id, version: opened.version, step: 'invited', text: 'Venez mardi.' } as const
    const done = await takeStep(enquiryBase(records, [askedStudy]), actor, step, later(2))
    assert.equal(done.kind, 'done')
    for (const hours of [2, 5, 23, 24, 48, 100]) await kept(records, later(hours))
    assert.deepEqual(await subjectsTo(records, parent), [
      '11-25T12 Votre message TW est parti',
      '11-26T12 Du nouveau pour votre message TW',
    ])
    // Twenty working days, with Christmas in between.
    assert.equal((await seekerView(records, id, later(100)))?.dueAt, '2026-12-23T17:00:00.000Z')
    assert.equal(
      await addNote(enquiryBase(records, [askedStudy]), id, 'Quel étage ?', later(100)),
      'done',
    )
    assert.equal((await seekerView(records, id, later(100)))?.dueAt, '2026-12-01T17:00:00.000Z')
  },
)

onEachStore('what was taken back is never told of, nor asked after', async (records) => {
  const role = { role: 'coordinator', study: 'NCT02390596', site: siteId(bicetre) } as const
  await signedIn(records, [role], 'coordinator@site.example')
  const { id } = await sent(records)
  await kept(records, testNow)
  assert.equal(await withdraw({ records }, id, later(1)), true)
  for (let days = 0; days < 40; days++) await kept(records, later(24 * days))
  assert.deepEqual(await promiseMails(records), [])
  const rows = await records.db.selectFrom('enquiry_deadline').selectAll().execute()
  assert.deepEqual(rows, [])
})
