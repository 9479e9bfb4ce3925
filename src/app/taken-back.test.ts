import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { siteId } from '../finder/registry/site-id.ts'
import { makeAccount, giveRole } from '../people/accounts/accounts.ts'
import { forgetOldClaims } from '../people/accounts/claims/forget-claims.ts'
import { forgetOldAlerts } from '../people/alerts/forget.ts'
import { rotateRecordKeys } from '../people/audit/rotate-record-keys.ts'
import { confirmEnquiry } from '../people/enquiries/confirm.ts'
import { takeStep } from '../people/enquiries/desk/take-step.ts'
import { type Enquiry, readEnquiry } from '../people/enquiries/model/enquiry.ts'
import { readSeekerLink, seekerLink } from '../people/enquiries/model/links.ts'
import { keepPromises } from '../people/enquiries/promise/keep.ts'
import { addNote } from '../people/enquiries/seeker.ts'
import { withdraw } from '../people/enquiries/withdraw.ts'
import { exportPerson } from '../people/records/export-person.ts'
import { carried } from '../people/records/model/transfer.ts'
import type { Records } from '../people/records/model/records.ts'
import { openRecords } from '../people/records/open-records.ts'
import { signedIn } from '../testing/test-accounts.ts'
import { address, peopleBase } from '../testing/test-alerts.ts'
import { asked, bicetre, enquiryBase, enquiryLinksTo } from '../testing/test-enquiries.ts'
import { askedStudy, knowsAsked } from '../testing/test-promises.ts'
import { newDataDir, onEachStore, personAt, testNow } from '../testing/test-records.ts'

const later = (hours: number): Date => new Date(testNow.getTime() + hours * 3_600_000)
const parent = 'canary-parent@example.org'
const role = { role: 'coordinator', study: 'NCT02390596', site: siteId(bicetre) } as const

async function sent(records: Records, now = testNow): Promise<Enquiry> {
  const details = {
    who: 'parent',
    name: 'canary-name',
    phone: 'canary-phone',
    when: 'any',
    contactBy: 'phone',
    message: 'canary-message',
    answers: [{ criterion: 'canary-rule', kind: 'inclusion', said: 'yes', reading: 'met' }],
  } as const
  await asked(records, parent, { now, details })
  const [link = ''] = await enquiryLinksTo(records, parent)
  const done = await confirmEnquiry(enquiryBase(records, [askedStudy]), link, now)
  assert.ok(done.kind === 'sent')
  return done.enquiry
}

/** Every row of every table, as text; bytes as Latin letters. */
async function everything({ db }: Records): Promise<ReadonlyMap<string, string>> {
  const tables = [
    ...carried,
    'ask',
    'asked_mail',
    'session',
    'passkey_challenge',
    'institution_attempt',
    'lease',
  ] as const
  const texts = new Map<string, string>()
  for (const table of tables) {
    const rows = await db.selectFrom(table).selectAll().execute()
    const values = rows.flatMap((row) =>
      Object.values(row).map((value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
      ),
    )
    texts.set(table, values.join('\n'))
  }
  return texts
}

onEachStore(
  'after it was taken back nothing of an enquiry is found but its lines in the trail',
  async (records) => {
    const { actor } = await signedIn(records, [role])
    const base = enquiryBase(records, [askedStudy])
    const enquiry = await sent(records)
    await keepPromises(base, later(0.1), { studyOf: knowsAsked })
    assert.equal(await addNote(base, enquiry.id, 'canary-note', later(1)), 'done')
    const held = await readEnquiry(records.db, records.keys, enquiry.id)
    assert.ok(held)
    const step = {
      id: enquiry.id,
      version: held.version,
      step: 'contacted',
      text: 'canary-reply',
    } as const
    assert.equal((await takeStep(base, actor, step, later(2))).kind, 'done')
    await keepPromises(base, later(48), { studyOf: knowsAsked })

    const marks = [/canary/, new RegExp(enquiry.id), new RegExp(enquiry.caseNumber)]
    const before = await everything(records)
    assert.doesNotMatch([...before.values()].join('\n'), /canary/)
    const holding = [...before].filter(([, text]) => marks.some((mark) => mark.test(text)))
    const tables = ['audit_event', 'enquiry', 'enquiry_deadline', 'enquiry_event', 'enquiry_link']
    for (const table of [...tables, 'enquiry_mail', 'mail'])
      assert.ok(
        holding.some(([name]) => name === table),
        table,
      )

    assert.ok(await withdraw(base, enquiry.id, later(49)))
    const left = [...(await everything(records))]
      .filter(
        ([, text]) => marks.some((mark) => mark.test(text)) || text.includes(enquiry.person.id),
      )
      .map(([name]) => name)
    assert.deepEqual(left, ['audit_event'])
    if (records.kind === 'sqlite') {
      const files = readdirSync(records.dataDir, { withFileTypes: true }).filter((one) =>
        one.isFile(),
      )
      for (const { name } of files) {
        const bytes = readFileSync(join(records.dataDir, name), 'latin1')
        assert.doesNotMatch(bytes, /canary/, name)
        assert.ok(!bytes.includes(enquiry.caseNumber), name)
      }
    }
    await keepPromises(base, later(24 * 60), { studyOf: knowsAsked })
    assert.equal((await records.db.selectFrom('mail').select('id').execute()).length, 0)
  },
)

test('the links of an enquiry stay good when the keys are rotated, and what was said opens', async (t) => {
  const records = await openRecords({ dataDir: newDataDir(t) })
  try {
    await signedIn(records, [role])
    const enquiry = await sent(records)
    const link = seekerLink(records.keys, enquiry.id)
    const options = { fromEnvironment: false, holder: 'test', now: () => testNow }
    const { version } = await rotateRecordKeys(records, options)
    assert.equal(version, 2)
    assert.deepEqual(readSeekerLink(records.keys, link), { enquiryId: enquiry.id })
    const after = await readEnquiry(records.db, records.keys, enquiry.id)
    assert.deepEqual(after?.details, enquiry.details)
  } finally {
    await records.close()
  }
})

onEachStore(
  'who has an account is given it with its roles, and nothing that lets anybody in',
  async (records) => {
    const person = await personAt(records)
    const base = peopleBase(records)
    await records.write(async (tx) => {
      const given = { by: 'operator', now: testNow } as const
      const named = {
        address: address(person.address()),
        name: 'Dr Élise Roux',
        language: 'fr',
      } as const
      const { accountId } = await makeAccount(tx, base, named, given)
      await giveRole(tx, base, { accountId, ...role }, given)
    })
    await signedIn(records, [], person.address())
    const given = (await exportPerson(records, person.id)) as {
      readonly account: {
        readonly name: string
        readonly roles: readonly { readonly role: string }[]
      }
      readonly auditTrail: readonly { readonly action: string }[]
    }
    assert.equal(given.account.name, 'Dr Élise Roux')
    assert.deepEqual(
      given.account.roles.map((one) => one.role),
      ['coordinator'],
    )
    assert.ok(given.auditTrail.some(({ action }) => action === 'role.given'))
    assert.doesNotMatch(JSON.stringify(given), /hash|_sealed|public_key/)
  },
)

onEachStore(
  'a claim that nobody proves is forgotten after 48 hours, with its person',
  async (records) => {
    const person = await personAt(records)
    const row = {
      id: 'one',
      person_id: person.id,
      study: 'NCT02390596',
      site: null,
      contact_lookup: 'x',
      asked_at: testNow.toISOString(),
      proved_at: null,
      state: 'asked',
      reason: null,
      decided_at: null,
      decided_by: null,
    } as const
    await records.write((tx) => tx.insertInto('claim').values(row).execute())
    const forget = async (hours: number): Promise<number> => {
      await forgetOldClaims(records, later(hours))
      await forgetOldAlerts(records, later(hours))
      return (await records.db.selectFrom('person').select('id').execute()).length
    }
    assert.equal(await forget(47), 1)
    assert.equal(await forget(49), 0)
  },
)
