import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { siteId } from '../../finder/registry/site-id.ts'
import type { Location, ProtocolSection } from '../../finder/registry/study.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { outbox } from '../../testing/test-alerts.ts'
import {
  asked,
  bicetre,
  enquiryBase,
  enquiryLinksTo,
  parentsWords,
} from '../../testing/test-enquiries.ts'
import { askedStudy, atSite } from '../../testing/test-promises.ts'
import { onEachStore, testNow } from '../../testing/test-records.ts'
import { rotateRecordKeys } from '../audit/rotate-record-keys.ts'
import { suppressAddress } from '../mail/outbox/suppression.ts'
import type { Records } from '../records/model/records.ts'
import { confirmEnquiry, readEnquiryByLink } from './confirm.ts'
import { deskPage, deskRows } from './desk/list.ts'
import { openEnquiry } from './desk/open-enquiry.ts'
import { addSiteNote } from './desk/site-note.ts'
import { deskTabs } from './desk/tabs.ts'
import { takeStep } from './desk/take-step.ts'
import type { EnquiryBase } from './model/enquiry-base.ts'
import { type Enquiry, readEnquiry } from './model/enquiry.ts'
import { readSeekerLink, seekerLink } from './model/links.ts'
import { siteFigures } from './promise/figures.ts'
import { routeOf } from './routing.ts'
import { withdraw } from './withdraw.ts'

const parent = 'parent@example.org'
const coordinator = 'coordinator@example.org'
const later = (hours: number): Date => new Date(testNow.getTime() + hours * 3_600_000)

/** The study with other things said of it, and of the site that is asked. */
function studyWith(
  given: Partial<ProtocolSection> & { readonly site?: Partial<Location> | null },
): ProtocolSection {
  const { site, ...more } = given
  const locations = askedStudy.contactsLocationsModule?.locations ?? []
  const [first, ...others] = locations
  const asked = site === null || !first ? [] : [{ ...first, ...site }]
  return { ...askedStudy, contactsLocationsModule: { locations: [...asked, ...others] }, ...more }
}

/** Asks, and the link that was mailed for it. */
async function linkOf(records: Records, formKey = 'form 1'): Promise<string> {
  const details = { ...parentsWords, message: `${formKey}` }
  await asked(records, parent, { now: testNow, formKey, details })
  return (await enquiryLinksTo(records, parent)).at(-1) ?? ''
}

async function mailsTo(records: Records, to: string): Promise<string[]> {
  const mails = await outbox(records)
  return mails.flatMap(({ to: who, letter }) => (who === to && letter ? [letter.text] : []))
}

async function kindsOf(records: Records, id: string): Promise<string[]> {
  const enquiry = await readEnquiry(records.db, records.keys, id)
  return (enquiry?.events ?? []).map(({ kind }) => kind)
}

onEachStore(
  'what its owner confirms is on the desk of the site at once, which hears of it',
  async (records) => {
    await atSite(records, coordinator, 'coordinator', { now: testNow })
    const link = await linkOf(records)
    const base = enquiryBase(records, [askedStudy])
    const seen = await readEnquiryByLink(records, link, later(1))
    assert.equal(seen.kind === 'open' && seen.enquiry.state, 'asked')
    const done = await confirmEnquiry(base, link, later(1))
    assert.equal(done.kind, 'sent')
    assert.ok(done.kind === 'sent')
    const { enquiry } = done
    assert.deepEqual([enquiry.state, enquiry.route], ['sent', 'desk'])
    assert.deepEqual(await kindsOf(records, enquiry.id), ['confirmed', 'sent'])
    assert.ok(enquiry.dueAt !== null && enquiry.dueAt > later(1).toISOString())
    const [mail, ...more] = await mailsTo(records, coordinator)
    assert.equal(more.length, 0)
    assert.match(mail ?? '', new RegExp(enquiry.caseNumber))
    assert.match(mail ?? '', new RegExp(`/desk/enquiries/${enquiry.id}`))
    assert.doesNotMatch(
      JSON.stringify(await outbox(records)),
      /Léo|fièvre|Fever|NCT02390596|Kawasaki/,
    )
    const kept = await readEnquiry(records.db, records.keys, enquiry.id)
    assert.equal(kept?.keepUntil, later(1 + 365 * 24).toISOString())
    assert.equal(kept?.person.confirmedAt, later(1).toISOString())
  },
)

onEachStore('who confirms twice at one moment sends it once', async (records) => {
  await atSite(records, coordinator, 'coordinator', { now: testNow })
  const link = await linkOf(records)
  const base = enquiryBase(records, [askedStudy])
  const done = await Promise.all([1, 2, 3].map(() => confirmEnquiry(base, link, later(1))))
  assert.deepEqual(done.map(({ kind }) => kind).toSorted(), ['done', 'done', 'sent'])
  assert.equal((await mailsTo(records, coordinator)).length, 1)
  const [only] = done
  assert.ok(only && 'enquiry' in only)
  assert.deepEqual(await kindsOf(records, only.enquiry.id), ['confirmed', 'sent'])
  assert.equal((await confirmEnquiry(base, link, later(2))).kind, 'done')
})

onEachStore(
  'looking changes nothing, and a link that is over or made up says so',
  async (records) => {
    const link = await linkOf(records)
    for (let times = 0; times < 3; times++)
      assert.equal((await readEnquiryByLink(records, link, later(1))).kind, 'open')
    const base = enquiryBase(records, [askedStudy])
    assert.equal((await confirmEnquiry(base, link, later(48))).kind, 'expired')
    assert.equal((await readEnquiryByLink(records, link, later(48))).kind, 'expired')
    assert.equal((await confirmEnquiry(base, `${link}x`, later(1))).kind, 'unknown')
    assert.equal((await confirmEnquiry(base, '', later(1))).kind, 'unknown')
    assert.equal((await readEnquiryByLink(records, link, later(-48))).kind, 'open')
  },
)

onEachStore('a link leads nowhere once its enquiry was taken back', async (records) => {
  const link = await linkOf(records)
  const seen = await readEnquiryByLink(records, link, later(1))
  assert.ok(seen.kind === 'open')
  await withdraw(enquiryBase(records, []), seen.enquiry.id, later(1))
  const base = enquiryBase(records, [askedStudy])
  assert.equal((await confirmEnquiry(base, link, later(1))).kind, 'unknown')
})

onEachStore('links are good after the keys were rotated', async (records) => {
  await atSite(records, coordinator, 'coordinator', { now: testNow })
  const link = await linkOf(records)
  const seen = await readEnquiryByLink(records, link, later(1))
  assert.ok(seen.kind === 'open')
  const own = seekerLink(records.keys, seen.enquiry.id)
  await assert.rejects(
    rotateRecordKeys(records, { fromEnvironment: true, holder: 'test', now: () => testNow }),
    /no newer key/,
  )
  assert.deepEqual(readSeekerLink(records.keys, own), { enquiryId: seen.enquiry.id })
  const done = await confirmEnquiry(enquiryBase(records, [askedStudy]), link, later(1))
  assert.equal(done.kind, 'sent')
})

const over: readonly (readonly [
  name: string,
  studies: readonly ProtocolSection[],
  reason: string,
])[] = [
  ['left the catalogue', [], 'study-gone'],
  [
    'got another id',
    [
      {
        ...askedStudy,
        identificationModule: { nctId: 'NCT09999999', nctIdAliases: ['NCT02390596'] },
      },
    ],
    'study-moved',
  ],
  ['closed', [studyWith({ statusModule: { overallStatus: 'COMPLETED' } })], 'study-closed'],
  ['lost the site', [studyWith({ site: null })], 'site-gone'],
  ['closed the site', [studyWith({ site: { status: 'COMPLETED' } })], 'site-closed'],
]

for (const [name, studies, reason] of over)
  onEachStore(
    `nothing is sent for a study that ${name} meanwhile, and who asked is told`,
    async (records) => {
      await atSite(records, coordinator, 'coordinator', { now: testNow })
      const link = await linkOf(records)
      const done = await confirmEnquiry(enquiryBase(records, studies), link, later(1))
      assert.ok(done.kind === 'closed')
      assert.equal(done.why.reason, reason)
      assert.equal(done.why.movedTo, reason === 'study-moved' ? 'NCT09999999' : undefined)
      assert.equal(done.enquiry.state, 'closed')
      assert.deepEqual(await mailsTo(records, coordinator), [])
      const last = await readEnquiry(records.db, records.keys, done.enquiry.id)
      assert.deepEqual(
        last?.events.map(({ kind }) => kind),
        ['confirmed', 'closed'],
      )
      assert.equal(last?.dueAt, null)
      assert.equal((await readEnquiryByLink(records, link, later(2))).kind, 'done')
      await noneOnDesk(records, done.enquiry)
    },
  )

/** Who has the desk of the site neither sees, reads, counts nor answers it: nothing was sent. */
async function noneOnDesk(records: Records, { id, version }: Enquiry): Promise<void> {
  const place = { study: 'NCT02390596', site: siteId(bicetre) }
  const roles = [{ role: 'manager', ...place } as const]
  const { actor } = await signedIn(records, roles, 'manager@example.org', testNow)
  for (const tab of deskTabs) {
    const shown = await deskPage(records, actor, { tab, page: 1 }, later(2))
    assert.deepEqual([shown.total, shown.rows, shown.counts.tabs[tab]], [0, [], 0], tab)
    const rows = await deskRows(records, actor, { tab }, { most: 10, now: later(2) })
    assert.deepEqual(rows, [])
  }
  assert.equal(await openEnquiry(records, actor, id, later(2)), undefined)
  const base = enquiryBase(records, [])
  const ask = { id, version, step: 'contacted', text: 'Bonjour.' } as const
  assert.equal((await takeStep(base, actor, ask, later(2))).kind, 'gone')
  const note = { id, text: 'seen' }
  assert.equal(await addSiteNote(base, actor, note, later(2)), 'gone')
  assert.deepEqual(await siteFigures(records, [place], later(2)), [])
}

const contact = { site: { contacts: [{ name: 'A', email: 'team@hospital.example' }] } } as const

onEachStore(
  'a site that is not here is written to at the address that the registry names, with the way to claim it',
  async (records) => {
    const link = await linkOf(records)
    const base = enquiryBase(records, [studyWith(contact)])
    const done = await confirmEnquiry(base, link, later(1))
    assert.ok(done.kind === 'sent')
    assert.equal(done.enquiry.route, 'introduction')
    const [mail] = await mailsTo(records, 'team@hospital.example')
    const way = `/claims/new?study=NCT02390596&site=${siteId(bicetre)}`
    assert.ok(mail?.includes(`https://trialway.example/fr${way}`))
    assert.doesNotMatch(mail ?? '', /Léo|fièvre|Kawasaki/)
    const accounts = await records.db.selectFrom('account').select('id').execute()
    assert.equal(accounts.length, 0)
  },
)

onEachStore(
  'where mail to the contacts of the site comes back, the one of the study is written to, with the way to claim the study',
  async (records) => {
    const { locations } = studyWith(contact).contactsLocationsModule ?? {}
    const centralContacts = [{ name: 'B', email: 'central@sponsor.example' }]
    const contactsLocationsModule = { ...(locations && { locations }), centralContacts }
    const lookup = records.keys.lookupOf('team@hospital.example')
    await records.write((tx) =>
      suppressAddress(tx, { lookup, stream: 'all', reason: 'bounce', now: testNow }),
    )
    const base = enquiryBase(records, [{ ...askedStudy, contactsLocationsModule }])
    assert.equal((await confirmEnquiry(base, await linkOf(records), later(1))).kind, 'sent')
    const [mail] = await mailsTo(records, 'central@sponsor.example')
    assert.match(mail ?? '', /\/claims\/new\?study=NCT02390596\s/)
    assert.doesNotMatch(mail ?? '', /site=/)
  },
)

onEachStore(
  'nothing is sent where nobody can be reached: switched off, no address, or mail that came back',
  async (records) => {
    const { keys } = records
    const reach = (protocol: ProtocolSection, introductions = true) =>
      routeOf(records, protocol, siteId(bicetre), { introductions })
    assert.equal(await reach(studyWith(contact)), 'introduction')
    assert.equal(await reach(studyWith(contact), false), 'none')
    assert.equal(await reach(askedStudy), 'none')
    assert.equal(await reach(studyWith({ site: { contacts: [{ email: 'no address' }] } })), 'none')
    const central = { centralContacts: [{ email: 'central@sponsor.example' }] }
    const { locations = [] } = askedStudy.contactsLocationsModule ?? {}
    const withCentral = { ...askedStudy, contactsLocationsModule: { locations, ...central } }
    assert.equal(await reach(withCentral), 'introduction')
    const lookup = keys.lookupOf('team@hospital.example')
    await records.write((tx) =>
      suppressAddress(tx, { lookup, stream: 'all', reason: 'bounce', now: testNow }),
    )
    assert.equal(await reach(studyWith(contact)), 'none')
    const link = await linkOf(records)
    const done = await confirmEnquiry(enquiryBase(records, [studyWith(contact)]), link, later(1))
    assert.ok(done.kind === 'closed')
    assert.equal(done.why.reason, 'no-way')
    await atSite(records, coordinator, 'manager', { site: null, now: testNow })
    assert.equal(await reach(studyWith(contact), false), 'desk')
  },
)

onEachStore(
  'what else waits for the same address is shown, and goes only where it was chosen',
  async (records) => {
    await atSite(records, coordinator, 'coordinator', { now: testNow })
    const first = await linkOf(records, 'form 1')
    await linkOf(records, 'form 2')
    await linkOf(records, 'form 3')
    const seen = await readEnquiryByLink(records, first, later(1))
    assert.ok(seen.kind === 'open')
    assert.deepEqual(
      seen.others.map(({ details }) => details.message),
      ['form 2', 'form 3'],
    )
    const chosen = [seen.others[0]?.id ?? '', randomUUID()]
    await confirmEnquiry(enquiryBase(records, [askedStudy]), first, later(1), chosen)
    const rows = await records.db.selectFrom('enquiry').select('state').execute()
    assert.deepEqual(rows.map(({ state }) => state).toSorted(), ['asked', 'sent', 'sent'])
  },
)

onEachStore(
  'where the catalogue cannot be read, nothing is confirmed and the link stays good',
  async (records) => {
    await atSite(records, coordinator, 'coordinator', { now: testNow })
    const link = await linkOf(records)
    const damaged: EnquiryBase['catalogue'] = {
      study: () => {
        throw new Error('a record is not as it was written')
      },
      idsOf: () => [],
    }
    const base = enquiryBase(records, [askedStudy])
    await assert.rejects(confirmEnquiry({ ...base, catalogue: damaged }, link, later(1)), /record/)
    assert.equal((await readEnquiryByLink(records, link, later(1))).kind, 'open')
    assert.equal((await confirmEnquiry(base, link, later(1))).kind, 'sent')
  },
)
