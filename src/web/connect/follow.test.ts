import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { siteId } from '../../finder/registry/site-id.ts'
import { StudyDamaged } from '../../finder/catalogue/model/damage.ts'
import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import { readEnquiryByLink } from '../../people/enquiries/confirm.ts'
import { noteConfirmed } from '../../people/enquiries/note-confirmed.ts'
import { seekerLink } from '../../people/enquiries/model/links.ts'
import { appendEvent, changeState } from '../../people/enquiries/model/change.ts'
import { readEnquiry, type Enquiry } from '../../people/enquiries/model/enquiry.ts'
import { usualSetting } from '../../people/enquiries/promise/site-calendar.ts'
import { saveSiteSetting } from '../../people/enquiries/promise/site-setting.ts'
import { answered } from '../../testing/test-alerts.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { asked, enquiryLinksTo } from '../../testing/test-enquiries.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { type Answer, visitor, type Visitor } from '../../testing/visitor.ts'
import { createSite } from '../site.ts'
import { firstLetters } from './confirm/recognised.ts'

let app: TestApp
let visit: Visitor

const study = 'NCT90000003'
const siteLabel = { facility: 'Hôpital Robert-Debré', city: 'Paris', country: 'France' }
const paris = siteId(siteLabel)
const texas = siteId({ facility: 'Paris Clinic', city: 'Paris', country: 'United States' })

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
  await signedIn(app.people.records, [{ role: 'coordinator', study, site: null }])
})
after(() => app.close())

/** What a reader sees, on one line. */
function seen({ text }: Answer): string {
  return text
    .slice(text.indexOf('<main'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

/** Sends a form of a parent, and answers the link of the mail that asks them. */
async function mailed(email: string): Promise<string> {
  const given = { study, site: paris, siteLabel, formKey: email, now: app.now() }
  await asked(app.people.records, email, given)
  return (await enquiryLinksTo(app.people.records, email)).at(-1) ?? ''
}

/** The same, confirmed: the address of the seeker's page. */
async function sent(email: string): Promise<{ readonly own: string; readonly id: string }> {
  const { to } = await visit.post(`/enquiries/confirm/${await mailed(email)}`, {})
  const [own = ''] = to.split('?')
  const rows = await app.people.records.db.selectFrom('enquiry').selectAll().execute()
  const { keys } = app.people.records
  const row = rows.find(({ id }) => own.endsWith(seekerLink(keys, id)))
  return { own, id: row?.id ?? '' }
}

/** What the site did, as its desk writes it down. */
async function siteDid(
  id: string,
  kind: 'invited' | 'not-eligible',
  more: { readonly text?: string; readonly details?: Record<string, string> },
): Promise<void> {
  const { records } = app.people
  await records.write(async (tx) => {
    const enquiry = await readEnquiry(tx, records.keys, id)
    assert.ok(enquiry)
    const after = await appendEvent(tx, enquiry, { actor: 'site', kind, ...more }, app.now())
    await changeState(tx, after, { state: kind, isAnswered: true, dueAt: null }, app.now())
  })
}

function opened(id: string): Promise<Enquiry | undefined> {
  const { db, keys } = app.people.records
  return readEnquiry(db, keys, id)
}

test('the link of the mail shows by what its writer knows it and changes nothing; the button sends it and leads to a page of one’s own', async () => {
  const link = await mailed('confirm@example.org')
  const path = `/enquiries/confirm/${link}`
  const page = await visit.get(path)
  assert.match(seen(page), /Did you write this message\?/)
  assert.match(seen(page), /c…@example\.org/)
  assert.equal((await visit.head(path)).status, 200)
  const before = await app.people.records.db.selectFrom('enquiry').select('state').execute()
  assert.deepEqual([...new Set(before.map(({ state }) => state))], ['asked'])
  const { status, to } = await visit.post(path, {})
  assert.equal(status, 303)
  assert.match(to, /^\/enquiries\/[\w-]{40,60}\?did=confirmed$/)
  const own = await visit.get(to)
  assert.match(seen(own), /Your message is on its way\./)
  assert.match(seen(own), /Your message is with the team/)
  assert.match(seen(own), /Mon fils a de la fièvre depuis six jours\./)
  assert.match(seen(own), /promised to answer before Wednesday 25 November, 18:00/)
  assert.equal(own.headers.get('cache-control'), 'no-store')
  const again = await visit.get(path)
  assert.match(seen(again), /confirmed this message before/)
  assert.ok(again.text.includes(to.split('?')[0] ?? 'nowhere'))
})

test('before anybody said yes, whoever owns the address reads study, site and first letters, and nothing that was written', async () => {
  const email = 'typed-wrong@example.org'
  await mailed(email)
  const given = { study, site: texas, siteLabel, formKey: 'another', now: app.now() }
  await asked(app.people.records, email, given)
  const link = (await enquiryLinksTo(app.people.records, email)).at(-1) ?? ''
  for (const prefix of ['', '/fr']) {
    const page = await visit.get(`${prefix}/enquiries/confirm/${link}`)
    assert.equal(page.status, 200)
    assert.match(seen(page), /M\. d\. L\..*t…@example\.org/)
    assert.match(seen(page), new RegExp(study))
    assert.match(seen(page), /Hôpital Robert-Debré/)
    assert.match(page.text, /name="also"/)
    // The whole document is looked through: of what was written nothing is there, in sight or not.
    for (const secret of [
      /fièvre depuis/,
      /Maman/,
      /Léo/,
      /12 34 56/,
      /3 ans|3 years/,
      /Fever for 5 days/,
      /Paris, France/,
      /typed-wrong/,
    ])
      assert.doesNotMatch(page.text, secret)
  }
})

test('a name is known by its first letters in every script', () => {
  assert.equal(firstLetters('  Marie-Claire  de la Tour '), 'M. d. l. T.')
  assert.equal(firstLetters('王小明'), '王.')
  assert.equal(firstLetters('“Zoé” (maman) ***'), 'Z. m.')
  assert.equal(firstLetters('x̂a y'), 'x̂. y.')
  assert.equal(firstLetters('one two three four five'), 'o. t. t. f.')
  assert.equal(firstLetters(' – '), '')
})

test('what is confirmed and waits to be sent says so, and offers nothing that a site would have to read', async () => {
  const link = await mailed('waits@example.org')
  const { records } = app.people
  const found = await readEnquiryByLink(records, link, app.now())
  assert.ok(found.kind === 'open')
  await records.write((tx) => noteConfirmed(tx, found.enquiry, app.now()))
  const own = `/enquiries/${seekerLink(records.keys, found.enquiry.id)}`
  const page = await visit.get(own)
  assert.match(seen(page), /Your message is not sent yet.*You have confirmed it\..*We try again/)
  assert.doesNotMatch(seen(page), /Add a note|Pass it on|Open the link in our e-mail/)
  assert.match(seen(await visit.get(`/enquiries/confirm/${link}`)), /confirmed this message before/)
})

test('what the site says is told in plain words, with its reason', async () => {
  const { own, id } = await sent('told@example.org')
  await siteDid(id, 'invited', { text: 'Come on Monday at ten.' })
  const page = await visit.get(own)
  assert.match(seen(page), /<?The team invites you to the site/)
  assert.match(seen(page), /Come on Monday at ten\./)
  await siteDid(id, 'not-eligible', { details: { reason: 'age' } })
  assert.match(seen(await visit.get(own)), /Not this time.*the age does not fit the rules/)
  assert.match(seen(await visit.get(`/fr${own}`)), /Pas cette fois.*l’âge ne va pas/)
})

test('a note and a correction reach the site, and what cannot be taken comes back with what was typed', async () => {
  const { own, id } = await sent('word@example.org')
  assert.equal((await visit.post(`${own}/note`, { text: 'He is better.' })).to, `${own}?did=noted`)
  assert.match(seen(await visit.get(`${own}?did=noted`)), /Your note was added\..*He is better\./)
  const empty = await visit.post(`${own}/note`, { text: '  ' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /<details\s+class="fold"\s+id="note"\s+open/)
  const form = {
    asker: 'parent',
    name: '',
    phone: '+33 1 11 11 11 11',
    when: 'morning',
    age: '4 years',
    message: 'Now six days.',
    'answer-0': 'no',
  }
  assert.equal((await visit.post(`${own}/correction`, form)).to, `${own}?did=corrected`)
  const { details } = (await opened(id)) ?? {}
  assert.equal(details?.age, '4 years')
  assert.equal(details?.name, undefined)
  assert.deepEqual(
    details?.answers?.map(({ said, reading }) => [said, reading]),
    [['no', 'not met']],
  )
  const wrong = await visit.post(`${own}/correction`, { ...form, phone: 'x' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Now six days\./)
})

test('a note keeps all that was written but NUL, which no database of ours could keep', async () => {
  const { own, id } = await sent('null@example.org')
  await visit.post(`${own}/note`, { text: 'Before\0After', 'od\0d': 'x' })
  assert.equal((await opened(id))?.events.at(-1)?.text, 'BeforeAfter')
})

test('a note or correction that is longer than can be taken is answered in words, with the way back to one’s own page', async () => {
  const { own, id } = await sent('long@example.org')
  const long = await visit.post(`${own}/note`, { text: 'a'.repeat(70_000) })
  assert.equal(long.status, 422)
  assert.match(long.text, /At most 5,000 letters\./)
  assert.ok(long.text.includes('a'.repeat(70_000)))
  const text = 'a'.repeat(300_000)
  for (const [path, said] of [
    [`${own}/note`, /too long to send/],
    [`/fr${own}/correction`, /trop long pour être envoyé/],
  ] as const) {
    const flood = await visit.post(path, { text, message: text })
    assert.equal(flood.status, 413)
    assert.match(seen(flood), said)
    const back = path.startsWith('/fr') ? `/fr${own}` : own
    assert.ok(flood.text.includes(`<a href="${back}">`))
    assert.doesNotMatch(flood.text, /rel="canonical"/)
  }
  const many = await visit.post(`${own}/note`, { text: Array(1001).fill('a') })
  assert.equal(many.status, 413)
  assert.equal(
    (await opened(id))?.events.some(({ kind }) => kind === 'note'),
    false,
  )
})

test('the same can be asked of the next nearest site, once it is agreed to', async () => {
  const { own, id } = await sent('pass@example.org')
  assert.match(seen(await visit.get(own)), /The next site of this study is Paris Clinic/)
  const unticked = await visit.post(`${own}/pass`, { site: texas })
  assert.equal(unticked.status, 422)
  const { to } = await visit.post(`${own}/pass`, { site: texas, consent: 'yes' })
  assert.match(to, /\?did=passed$/)
  assert.notEqual(to.split('?')[0], own)
  assert.match(seen(await visit.get(to)), /It was sent to the other site/)
  assert.equal((await opened(id))?.state, 'passed')
  assert.match(seen(await visit.get(own)), /went to another site/)
})

test('taking it back erases it, and the link then leads nowhere', async () => {
  const { own, id } = await sent('back@example.org')
  const data = await visit.get(`${own}/data.json`)
  assert.equal(JSON.parse(data.text).email, 'back@example.org')
  assert.doesNotMatch(data.text, /accountId/)
  const gone = await visit.post(`${own}/withdrawal`, {})
  assert.match(seen(gone), /Taken back and erased/)
  assert.equal(await opened(id), undefined)
  for (const path of [own, `${own}/data.json`]) assert.equal((await visit.get(path)).status, 404)
  assert.equal((await visit.post(`${own}/note`, { text: 'x' })).status, 404)
})

test('a page of one’s own works while the record of the study is damaged, without what only that says', async () => {
  const { own, id } = await sent('damaged@example.org')
  const damaged = {
    ...app.catalogue,
    study: (nctId: string) => {
      throw new StudyDamaged(nctId)
    },
  }
  const other = visitor(createSite({ ...app, catalogue: damaged }), app.baseUrl)
  const page = await other.get(own)
  assert.equal(page.status, 200)
  assert.match(seen(page), /promised to answer before Wednesday 25 November, 18:00/)
  assert.match(seen(page), /Robert-Debré/)
  assert.match(seen(page), /we do not know its other sites/)
  assert.doesNotMatch(seen(page), /no other site/)
  assert.doesNotMatch(page.text, new RegExp(`/studies/${study}`))
  assert.match(seen(await other.get(`/fr${own}`)), /nous ne connaissons pas ses autres centres/)
  const passed = await other.post(`${own}/pass`, { site: texas, consent: 'yes' })
  assert.equal(passed.status, 422)
  assert.equal((await other.post(`${own}/note`, { text: 'Still here.' })).status, 303)
  assert.equal((await opened(id))?.events.at(-1)?.text, 'Still here.')
})

test('a late answer is said first, with what was done and another way', async () => {
  const { own } = await sent('late@example.org')
  const before = app.clock
  app.clock = new Date('2026-11-27T09:00:00.000Z')
  const page = await visit.get(own)
  assert.match(seen(page), /The team has not answered yet/)
  assert.match(page.text, /href="#pass"/)
  app.clock = before
})

test('links that are too old, made up, or of a closed study say so', async () => {
  const link = await mailed('old@example.org')
  const closedApp = { ...app, catalogue: { ...app.catalogue, study: closedStudy } }
  const closed = await visitor(createSite(closedApp), app.baseUrl).get(`/enquiries/confirm/${link}`)
  assert.equal(closed.status, 410)
  assert.match(seen(closed), /closed in the meantime/)
  const before = app.clock
  app.clock = new Date('2026-11-25T09:31:00.000Z')
  const old = await visit.get(`/enquiries/confirm/${link}`)
  assert.equal(old.status, 410)
  assert.match(seen(old), /too old/)
  app.clock = before
  for (const path of ['/enquiries/confirm/nothing', `/enquiries/${'x'.repeat(43)}`]) {
    const page = await visit.get(path)
    assert.equal(page.status, 404)
    assert.match(seen(page), /leads nowhere/)
  }
})

function closedStudy(nctId: string): StoredStudy | undefined {
  const stored = app.catalogue.study(nctId)
  if (!stored) return undefined
  const { protocolSection } = stored.study
  const statusModule = { ...protocolSection.statusModule, overallStatus: 'COMPLETED' }
  return {
    ...stored,
    study: { ...stored.study, protocolSection: { ...protocolSection, statusModule } },
  }
}

test('a site that is not here promised nothing, and nobody is told that it is asked again', async () => {
  const { own, id } = await sent('introduced@example.org')
  await app.people.records.write((tx) =>
    tx.updateTable('enquiry').set({ route: 'introduction' }).where('id', '=', id).execute(),
  )
  const before = app.clock
  for (const clock of [before, new Date('2026-11-27T09:00:00.000Z')]) {
    app.clock = clock
    const told = /promised to|was promised|ask the team again|new promise/
    assert.doesNotMatch(seen(await visit.get(own)), told)
    const french = seen(await visit.get(`/fr${own}`))
    assert.doesNotMatch(french, /a promis|jour promis|relançons|nouvelle promesse/)
  }
  app.clock = before
})

test('other laws are spoken of where they hold: outside the European Economic Area', async () => {
  const form = (site: string) => visit.get(`/studies/${study}/connect?site=${site}`)
  assert.doesNotMatch(seen(await form(paris)), /other laws may protect/)
  assert.match(seen(await form(texas)), /The site is in United States\..* other laws may protect/)
})

test('the day that a form promises is the day that is kept and said, by the clocks of that site', async () => {
  const { records } = app.people
  const path = `/studies/${study}/connect?site=${texas}`
  const promised = async (): Promise<readonly [form: string, own: string]> => {
    const page = await visit.get(path)
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    const email = `texas${hidden.find(([, name]) => name === 'key')?.[2] ?? ''}@example.org`
    await visit.post(path, {
      ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
      asker: 'parent',
      email,
      when: 'email',
      language: 'en',
      consent: 'yes',
      send: 'yes',
    })
    await answered(records)
    const link = (await enquiryLinksTo(records, email)).at(-1) ?? ''
    const { to } = await visit.post(`/enquiries/confirm/${link}`, {})
    const own = seen(await visit.get(to))
    return [
      /promised by (.*?\d\d:\d\d)\./.exec(seen(page))?.[1] ?? '',
      /promised to answer before (.*?\d\d:\d\d)\./.exec(own)?.[1] ?? 'nothing',
    ]
  }
  assert.deepEqual(await promised(), Array(2).fill('Wednesday 25 November, 18:00'))
  const setting = { ...usualSetting, timeZone: 'Pacific/Auckland', closesAt: '16:30' }
  await records.write((tx) =>
    saveSiteSetting(tx, { study, site: texas }, setting, { accountId: 'a', now: app.now() }),
  )
  assert.deepEqual(await promised(), Array(2).fill('Wednesday 25 November, 16:30'))
})

test('while the records are away, personal pages say so at once', async () => {
  const records = { ...app.people.records, isThere: false }
  const away = visitor(createSite({ ...app, people: { ...app.people, records } }), app.baseUrl)
  assert.equal((await away.get('/enquiries/confirm/some-link')).status, 503)
  assert.equal((await away.get('/enquiries/sent')).status, 200)
})

test('B: what was typed enters no log, no address and no page of others', async () => {
  const canary = /Canary-4711|six jours|34 56 78/i
  const { own } = await sent('canary-4711@example.org')
  await visit.post(`${own}/note`, { text: 'Canary-4711 again' })
  assert.doesNotMatch(app.lines.join('\n'), canary)
  assert.doesNotMatch(own, canary)
  for (const path of [
    `/studies/${study}`,
    `/studies/${study}/connect?site=${paris}`,
    '/enquiries/sent',
    '/admin',
  ])
    assert.doesNotMatch((await visit.get(path)).text, canary)
})
