import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { requestAlert } from '../people/alerts/request.ts'
import { forgetOldAlerts } from '../people/alerts/forget.ts'
import { stopAlerts } from '../people/alerts/stop.ts'
import { eventBits } from '../people/alerts/model/events.ts'
import { eraseForGood } from '../people/audit/erase-for-good.ts'
import { restoreBackup } from '../people/audit/restore-backup.ts'
import { backUp } from '../people/records/backup.ts'
import { openRecords } from '../people/records/open-records.ts'
import { eraseAgain } from '../people/records/erased.ts'
import { exportPerson } from '../people/records/export-person.ts'
import type { Records } from '../people/records/model/records.ts'
import { address, confirmLinkOf, peopleBase, pressConfirm } from '../testing/test-alerts.ts'
import { siteId } from '../finder/registry/site-id.ts'
import { signedIn } from '../testing/test-accounts.ts'
import { asked, bicetre, enquiryAsk, parentsWords } from '../testing/test-enquiries.ts'
import { onEachPlace, onEachStore, testNow } from '../testing/test-records.ts'
import { forgetOldEnquiries } from '../people/enquiries/forget.ts'
import { appendEvent, changeState } from '../people/enquiries/model/change.ts'
import { type Enquiry, readEnquiry } from '../people/enquiries/model/enquiry.ts'
import { noteConfirmed } from '../people/enquiries/note-confirmed.ts'
import { seekerView } from '../people/enquiries/seeker-view.ts'
import { takeStep } from '../people/enquiries/desk/take-step.ts'
import { withdraw } from '../people/enquiries/withdraw.ts'

const parent = 'parent@example.org'
const later = (days: number): Date => new Date(testNow.getTime() + days * 86_400_000)

/** An enquiry whose owner stands by it. */
async function confirmed(records: Records, email = parent, formKey = email): Promise<Enquiry> {
  await asked(records, email, { now: testNow, formKey })
  const rows = await records.db
    .selectFrom('enquiry')
    .select('id')
    .where('confirmed_at', 'is', null)
    .execute()
  return records.write(async (tx) => {
    const enquiry = await readEnquiry(tx, records.keys, rows[0]?.id ?? '')
    assert.ok(enquiry)
    return noteConfirmed(tx, enquiry, testNow)
  })
}

/** What a person is given of their enquiries. */
interface Given {
  readonly enquiries: readonly {
    readonly said: object
    readonly consent: { readonly text: string }
    readonly events: readonly { readonly kind: string; readonly text?: string }[]
  }[]
  readonly auditTrail: readonly { readonly action: string }[]
}

/** How many rows each table has that may hold something of a person. */
async function rowsOf({ db }: Records): Promise<Record<string, number>> {
  const tables = [
    'person',
    'enquiry',
    'enquiry_event',
    'enquiry_link',
    'enquiry_mail',
    'mail',
    'ask',
    'asked_mail',
  ] as const
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const rows = await db
      .selectFrom(table)
      .select((where) => where.lit(1).as('one'))
      .execute()
    if (rows.length > 0) counts[table] = rows.length
  }
  return counts
}

async function alertOf(records: Records): Promise<string> {
  const terms = { search: { q: 'x' }, events: eventBits(['posted']), frequency: 'daily' } as const
  const ask = { address: address(parent), language: 'fr', terms } as const
  await requestAlert(peopleBase(records), ask, testNow)
  const done = await pressConfirm(records, await confirmLinkOf(records, parent), testNow)
  return done.kind === 'confirmed' ? done.personId : ''
}

onEachStore(
  'what is taken back is gone with its person, and the trail says only that it was',
  async (records) => {
    const enquiry = await confirmed(records)
    assert.equal(await withdraw(peopleBase(records), enquiry.id, later(1)), true)
    assert.equal(await withdraw(peopleBase(records), enquiry.id, later(1)), false)
    assert.deepEqual(await rowsOf(records), {})
    const trail = await records.db.selectFrom('audit_event').selectAll().orderBy('seq').execute()
    assert.deepEqual(trail.map(({ action, details }) => [action, details]).slice(-2), [
      ['enquiry.withdrawn', '{}'],
      ['person.erased', '{}'],
    ])
    assert.equal(await seekerView(records, enquiry.id, later(1)), undefined)
  },
)

onEachStore('two who take it back at once are told that one did', async (records) => {
  const { id } = await confirmed(records)
  const done = await Promise.all([1, 2].map(() => withdraw(peopleBase(records), id, later(1))))
  assert.equal(done.filter(Boolean).length, 1)
})

onEachStore('who takes one enquiry back keeps the others and the alerts', async (records) => {
  const first = await confirmed(records, parent, 'form 1')
  const details = { ...parentsWords, message: 'another' }
  await asked(records, parent, { now: testNow, formKey: 'form 2', site: '0000000000', details })
  await alertOf(records)
  await withdraw(peopleBase(records), first.id, later(1))
  const { person, enquiry } = await rowsOf(records)
  assert.deepEqual([person, enquiry], [1, 1])
})

onEachPlace('no backup from before brings back what was taken back', async (options) => {
  const records = await openRecords(options)
  const { id, person } = await confirmed(records)
  const alone = await confirmed(records, 'other@example.org')
  await alertOf(records)
  const file = join(options.dataDir, 'backup.sqlite')
  await backUp(records, file, testNow)
  await withdraw(peopleBase(records), id, later(1))
  await withdraw(peopleBase(records), alone.id, later(1))
  await records.close()
  const now = later(2)
  const restored = await restoreBackup(file, { ...options, replace: true, now })
  assert.equal(restored.erasedAgain, 1)
  const again = await openRecords(options)
  const enquiries = await again.db.selectFrom('enquiry').select('id').execute()
  const people = await again.db.selectFrom('person').select('id').execute()
  const about = await again.db.selectFrom('enquiry_mail').select('mail_id').execute()
  await again.close()
  assert.deepEqual([enquiries, about], [[], []])
  assert.deepEqual(
    people.map((one) => one.id),
    [person.id],
  )
})

onEachStore('stopping alerts ends neither an enquiry nor its person', async (records) => {
  await confirmed(records)
  const personId = await alertOf(records)
  assert.equal(await stopAlerts(records, personId, later(1)), 'ended')
  assert.equal(await stopAlerts(records, personId, later(1)), 'ended')
  const { person, enquiry } = await rowsOf(records)
  assert.deepEqual([person, enquiry], [1, 1])
  const left = await records.db.selectFrom('mail').select('message_id').execute()
  assert.ok(left.every(({ message_id }) => message_id.startsWith('<enquiry.')))
  const trail = await records.db.selectFrom('audit_event').select('action').execute()
  assert.equal(trail.filter(({ action }) => action === 'alerts.stopped').length, 1)
})

onEachStore(
  'an erased person takes along what they asked sites, and the mails about it',
  async (records) => {
    const { person } = await confirmed(records)
    await eraseForGood(records, person.id, { now: later(1), actor: 'operator' })
    assert.deepEqual(await rowsOf(records), {})
  },
)

onEachStore('what nobody confirms is kept for 48 hours, with its person', async (records) => {
  await asked(records, parent, { now: testNow })
  assert.equal(await forgetOldEnquiries(records, later(1.9)), 0)
  assert.equal(await forgetOldEnquiries(records, later(2.1)), 1)
  await forgetOldAlerts(records, later(2.1))
  assert.deepEqual(await rowsOf(records), {})
})

onEachStore(
  'what was confirmed is kept for its days after the last word of either side',
  async (records) => {
    const enquiry = await confirmed(records)
    await records.write((tx) =>
      appendEvent(tx, enquiry, { actor: 'site', kind: 'contacted' }, later(100)),
    )
    const reminded = { actor: 'system', kind: 'reminded-site' } as const
    await records.write((tx) => appendEvent(tx, enquiry, reminded, later(300)))
    await forgetOldAlerts(records, later(400))
    assert.equal(await forgetOldEnquiries(records, later(464)), 0)
    assert.equal(await forgetOldEnquiries(records, later(466)), 1)
    const last = await records.db
      .selectFrom('audit_event')
      .select(['action', 'subject'])
      .orderBy('seq', 'desc')
      .executeTakeFirst()
    assert.deepEqual({ ...last }, { action: 'enquiry.forgotten', subject: `enquiry/${enquiry.id}` })
  },
)

onEachStore(
  'a person is given all that was said about them, readable, with what they agreed to',
  async (records) => {
    const enquiry = await confirmed(records)
    await records.write(async (tx) => {
      const noted = { actor: 'site', kind: 'site-note', text: 'call after six' } as const
      await appendEvent(tx, enquiry, noted, later(1))
    })
    const given = (await exportPerson(records, enquiry.person.id)) as Given
    const [only] = given.enquiries
    assert.ok(only)
    assert.deepEqual(only.said, parentsWords)
    assert.equal(only.consent.text, enquiryAsk(parent).consent.text)
    assert.deepEqual(
      only.events.map(({ kind, text }) => [kind, text]),
      [
        ['confirmed', undefined],
        ['site-note', 'call after six'],
      ],
    )
    const text = JSON.stringify(given)
    assert.doesNotMatch(text, /_sealed|form_key|form_hash|"hash"/)
    assert.ok(given.auditTrail.some(({ action }) => action === 'enquiry.confirmed'))
    const shown = await seekerView(records, enquiry.id, later(1))
    assert.deepEqual(
      shown?.steps.map(({ kind }) => kind),
      ['confirmed'],
    )
  },
)

onEachStore('who joined leaves a start that leads back to nobody', async (records) => {
  const { id } = await confirmed(records)
  const site = siteId(bicetre)
  const role = { role: 'coordinator', study: 'NCT02390596', site } as const
  const { actor } = await signedIn(records, [role])
  const base = peopleBase(records)
  const enquiry = await records.write(async (tx) => {
    const held = await readEnquiry(tx, records.keys, id)
    assert.ok(held)
    const sent = await appendEvent(tx, held, { actor: 'seeker', kind: 'sent' }, testNow)
    return changeState(tx, sent, { state: 'invited' }, later(1))
  })
  assert.ok(enquiry)
  const step = { id, step: 'joined', text: '', version: enquiry.version } as const
  const part = { consentedOn: '2026-11-20', protocolVersion: '3.0' }
  assert.equal((await takeStep(base, actor, { ...step, ...part }, later(1))).kind, 'done')
  assert.equal((await takeStep(base, actor, { ...step, ...part }, later(1))).kind, 'done')
  await withdraw(base, id, later(2))
  const rows = await records.db.selectFrom('study_start').selectAll().execute()
  assert.deepEqual(
    rows.map((row) => ({ ...row, id: '' })),
    [
      {
        id: '',
        study: 'NCT02390596',
        site,
        protocol_version: '3.0',
        consented_on: '2026-11-20',
        made_at: '2026-11-26',
      },
    ],
  )
})

onEachStore('a line of erasures that is not understood erases nobody', async (records) => {
  await confirmed(records)
  appendFileSync(
    `${records.dataDir}/erased.txt`,
    `2099-01-01T00:00:00.000Z enquiry/${randomUUID()}\n\n`,
  )
  await records.write((tx) => eraseAgain(tx, records.dataDir))
  const { enquiry } = await rowsOf(records)
  assert.equal(enquiry, 1)
})
