import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { siteId } from '../../finder/registry/site-id.ts'
import type { Enquiry } from '../../people/enquiries/model/enquiry.ts'
import { readEnquiry } from '../../people/enquiries/model/enquiry.ts'
import { seekerLink } from '../../people/enquiries/model/links.ts'
import { signedIn, type SignedIn } from '../../testing/test-accounts.ts'
import { deskAt, type DeskGiven, enquiryOnDesk } from '../../testing/test-desk.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { type Form, visitor, type Visitor } from '../../testing/visitor.ts'
import { createSite } from '../site.ts'

let app: TestApp
let visit: Visitor
let claire: SignedIn
let paul: SignedIn

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
  const { records } = app.people
  claire = await signedIn(
    records,
    [{ role: 'manager', ...deskAt }],
    'claire@example.org',
    app.now(),
  )
  paul = await signedIn(
    records,
    [{ role: 'coordinator', ...deskAt }],
    'paul@example.org',
    app.now(),
  )
})
after(() => app.close())

const as = ({ cookie }: SignedIn) => ({ headers: { cookie } })
const put = (given: Partial<DeskGiven> = {}): Promise<Enquiry> =>
  enquiryOnDesk(app.people.records, { now: app.now(), ...given })
const read = async (id: string): Promise<Enquiry | undefined> =>
  readEnquiry(app.people.records.db, app.people.records.keys, id)
const post = (who: SignedIn, { id }: Enquiry, act: 'step' | 'take' | 'note', form: Form) =>
  visit.post(`/desk/enquiries/${id}/${act}`, form, as(who))

test('a desk is for who is signed in; who has no role is told how to get one', async () => {
  for (const path of ['/desk', '/fr/desk', '/desk.csv', '/desk/enquiries/x']) {
    const { status, to } = await visit.get(path)
    assert.equal(status, 303)
    assert.match(to, /\/sign-in\?then=/)
  }
  const { records } = app.people
  const nobody = await signedIn(records, [], 'nobody@example.org', app.now())
  const { status, text, headers } = await visit.get('/desk', as(nobody))
  assert.equal(status, 200)
  assert.match(text, /You have no desk yet/)
  assert.equal(headers.get('cache-control'), 'no-store')
})

test('where the check asked something looser, the desk shows its question with what was answered to it', async () => {
  const asked = { en: 'Are you pregnant?', fr: 'Êtes-vous enceinte ?', answer: 'yes' } as const
  const one = await put({
    details: {
      answers: [
        { criterion: 'Nursing', kind: 'exclusion', said: 'unknown', reading: 'unknown', asked },
      ],
    },
  })
  for (const [prefix, shown] of [
    ['', /Are you pregnant\? <b>Yes<\/b>/],
    ['/fr', /Êtes-vous enceinte \? <b>Oui<\/b>/],
  ] as const)
    assert.match((await visit.get(`${prefix}/desk/enquiries/${one.id}`, as(paul))).text, shown)
})

test('the list says who asks, in words of what they said alone, in both languages', async () => {
  const one = await put({ details: { age: '8 months', sex: 'FEMALE' } })
  const english = (await visit.get('/desk', as(claire))).text
  assert.match(english, new RegExp(`${one.id}"[^>]*>\\s*Parent or guardian of a girl, 8 months`))
  assert.match(english, /Paris, France, 4 km/)
  const french = (await visit.get('/fr/desk', as(claire))).text
  assert.match(french, /Parent ou tuteur d’une fille, 8 mois/)
})

test('an answer that is the age or the sex is in the words of who reads it, and a number stays one', async () => {
  const said = (criterion: string, words: string) =>
    ({ criterion, kind: 'limit', said: words, reading: 'met' }) as const
  const answers = [said('Age', '8 months'), said('Sex', 'female'), said('Score', '34')]
  const { id } = await put({ details: { age: '8 months', sex: 'FEMALE', answers } })
  const shown = async (path: string) => {
    const { text } = await visit.get(`${path}/desk/enquiries/${id}`, as(claire))
    return [...text.matchAll(/data-label="[^"]*">\s*<bdi>([^<]*)</g)].map(([, words]) => words)
  }
  assert.deepEqual(await shown(''), ['8 months', 'female', '34'])
  assert.deepEqual(await shown('/fr'), ['8 mois', 'féminin', '34'])
})

test('opening an enquiry marks it as seen, once, and what only looks at its head or fetches it before does not', async () => {
  const { id } = await put()
  const path = `/desk/enquiries/${id}`
  await visit.head(path, as(claire))
  await visit.get(path, { headers: { cookie: claire.cookie, 'sec-purpose': 'prefetch' } })
  assert.equal((await read(id))?.state, 'sent')
  await Promise.all([visit.get(path, as(claire)), visit.get(path, as(paul))])
  await visit.get(path, as(paul))
  const after = await read(id)
  assert.equal(after?.state, 'seen')
  assert.equal(after.events.filter(({ kind }) => kind === 'seen').length, 1)
})

test('what another site was asked is answered as if it were not there', async () => {
  const siteLabel = { facility: 'Elsewhere', city: 'Lyon', country: 'France' }
  const other = await put({ siteLabel })
  const none = '01234567-89ab-4cde-8f01-23456789abcd'
  const form = { version: String(other.version), step: 'contacted', note: 'x', to: '' }
  for (const act of ['', '/step', '/take', '/note']) {
    const ask = (id: string) =>
      act === ''
        ? visit.get(`/desk/enquiries/${id}`, as(claire))
        : visit.post(`/desk/enquiries/${id}${act}`, form, as(claire))
    const [there, nowhere] = [await ask(other.id), await ask(none)]
    assert.equal(there.status, 404)
    assert.equal(there.text.replaceAll(other.id, none), nowhere.text)
  }
  assert.equal((await read(other.id))?.version, other.version)
})

test('a step is written down with the words they will read, and the second person is told who was faster', async () => {
  const one = await put()
  const open = await visit.get(`/desk/enquiries/${one.id}`, as(claire))
  const version = /name="version"\s+value="(\d+)"/.exec(open.text)?.[1] ?? ''
  // The page offers words in the language of who asked.
  assert.match(open.text, /lang="fr"[^>]*>\s*Bonjour, nous aimerions vous voir/)
  const form = { version, step: 'invited', 'text-invited': 'Venez mardi.' }
  const done = await post(claire, one, 'step', form)
  assert.deepEqual([done.status, done.to], [303, `/desk/enquiries/${one.id}?did=saved`])
  assert.match((await visit.get(done.to, as(claire))).text, /Saved\. They are told\./)
  // Pressed twice, it is one step.
  assert.equal((await post(claire, one, 'step', form)).status, 303)
  const late = await post(paul, one, 'step', {
    version,
    step: 'not-eligible',
    reason: 'age',
    'text-not-eligible': 'Too young, sorry.',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /claire was here first/)
  assert.match(late.text, /Too young, sorry\./)
  const after = await read(one.id)
  assert.deepEqual([after?.state, after?.takenBy], ['invited', claire.actor.accountId])
  assert.equal(after?.events.at(-1)?.text, 'Venez mardi.')
  assert.equal(after.events.filter(({ kind }) => kind === 'invited').length, 1)
})

test('a step that lacks something is asked for again, with what was typed', async () => {
  const one = await put({ state: 'seen' })
  const version = String(one.version)
  const wrong = async (form: Form, text: RegExp) => {
    const answer = await post(claire, one, 'step', { version, 'text-joined': 'Merci', ...form })
    assert.equal(answer.status, 422)
    assert.match(answer.text, text)
    assert.match(answer.text, />\s*Merci</)
  }
  await wrong({}, /Choose what you did\./)
  await wrong({ step: 'nothing' }, /Choose what you did\./)
  await wrong({ step: 'not-eligible' }, /Choose why\./)
  await wrong({ step: 'not-eligible', reason: 'because' }, /Choose why\./)
  for (const consentedOn of ['', '2026-02-30', '2027-01-01', '1 May', '1926-11-30'])
    await wrong({ step: 'joined', consentedOn }, /Write the day of the consent/)
  await wrong({ step: 'contacted', 'text-contacted': 'x'.repeat(2001) }, /at most 2000 signs/)
  assert.equal((await read(one.id))?.version, one.version)
})

test('words at a desk that are longer than can be taken are answered with the way back to the enquiry', async () => {
  const one = await put({ state: 'seen' })
  const own = `/desk/enquiries/${one.id}`
  const note = await post(claire, one, 'note', { note: 'a'.repeat(70_000) })
  assert.equal(note.status, 422)
  assert.ok(note.text.includes('a'.repeat(70_000)))
  for (const [path, back, said] of [
    [`${own}/note`, own, /too long to save/],
    [`/fr${own}/step`, `/fr${own}`, /trop long pour être enregistré/],
    ['/desk/listing/promise', '/desk/listing', /too long to save/],
  ] as const) {
    const { status, text } = await visit.post(path, { note: 'a'.repeat(300_000) }, as(claire))
    assert.equal(status, 413)
    assert.match(text, said)
    assert.ok(text.includes(`<a href="${back}">`), path)
  }
  assert.equal((await read(one.id))?.version, one.version)
})

test('an enquiry that was erased meanwhile is answered clearly, with what was typed', async () => {
  const one = await put({ email: 'gone@example.org' })
  await app.people.records.write((tx) =>
    tx.deleteFrom('person').where('id', '=', one.person.id).execute(),
  )
  const form = { version: String(one.version), step: 'contacted', 'text-contacted': 'We call you.' }
  const { status, text } = await post(claire, one, 'step', form)
  assert.equal(status, 404)
  assert.match(text, /Nothing was saved and nothing was sent/)
  assert.match(text, /We call you\./)
})

test('an enquiry is taken, taken over, given and given back; only a manager gives', async () => {
  const one = await put({ state: 'seen' })
  const take = async (who: SignedIn, to: string) => {
    const version = String((await read(one.id))?.version)
    return (await post(who, one, 'take', { version, to })).status
  }
  const holder = async () => (await read(one.id))?.takenBy
  const [c, p] = [claire.actor.accountId, paul.actor.accountId]
  assert.deepEqual([await take(paul, p), await holder()], [303, p])
  assert.deepEqual([await take(claire, c), await holder()], [303, c])
  assert.deepEqual([await take(paul, ''), await holder()], [422, c])
  assert.deepEqual([await take(claire, p), await holder()], [303, p])
  assert.deepEqual([await take(claire, 'nobody'), await holder()], [422, p])
  assert.deepEqual([await take(paul, ''), await holder()], [303, null])
  const kinds = (await read(one.id))?.events.map(({ kind }) => kind)
  assert.deepEqual(kinds?.slice(2), ['taken', 'taken', 'taken', 'released'])
})

test('a message in Arabic runs from the right, in its own script, and an internal note stays a note', async () => {
  const message = 'مرحبا، ابني عنده حمى منذ ستة أيام.'
  const one = await put({ details: { message } })
  const { text } = await visit.get(`/desk/enquiries/${one.id}`, as(claire))
  assert.match(text, /<blockquote class="said own" lang="und-Arab" dir="auto">/)
  assert.equal((await post(claire, one, 'note', { note: '  ' })).status, 422)
  assert.equal((await post(claire, one, 'note', { note: 'Ask Dr Roy' })).status, 303)
  assert.equal((await post(claire, one, 'note', { note: 'Ask Dr Roy' })).status, 303)
  const notes = (await read(one.id))?.events.filter(({ kind }) => kind === 'site-note')
  assert.deepEqual(
    notes?.map((note) => note.text),
    ['Ask Dr Roy'],
  )
})

test('a file of the desk holds no formula, and nothing that would reach a person', async () => {
  for (const [at, name] of ['=1+1', '＝cmd', '\t=1', '\r@x', '-2', '＋3', '﹣4'].entries())
    await put({ details: { place: { name }, message: 'secret' }, email: `f${at}@example.org` })
  const { text, headers } = await visit.get('/desk.csv', as(claire))
  assert.match(headers.get('content-type') ?? '', /text\/csv/)
  assert.doesNotMatch(text, /secret|@example|\+33|Maman/)
  const cells = text.split('\r\n').flatMap((row) => row.split(','))
  for (const cell of cells) assert.doesNotMatch(cell, /^["\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/)
})

test('joined leaves a row for the study that names nobody, with the protocol of the day', async () => {
  const one = await put({ state: 'invited' })
  const form = { version: String(one.version), step: 'joined', consentedOn: '2026-11-20' }
  assert.equal((await post(claire, one, 'step', form)).status, 303)
  assert.equal((await post(claire, one, 'step', form)).status, 303)
  const starts = await app.people.records.db.selectFrom('study_start').selectAll().execute()
  assert.equal(starts.length, 1)
  assert.deepEqual([starts[0]?.study, starts[0]?.consented_on], [deskAt.study, '2026-11-20'])
  assert.doesNotMatch(JSON.stringify(starts), new RegExp(`${one.id}|${one.caseNumber}`))
  const { text } = await visit.get(`/desk/enquiries/${one.id}`, as(claire))
  assert.match(text, /This enquiry has ended here/)
  const again = { version: String((await read(one.id))?.version), step: 'contacted' }
  assert.equal((await post(claire, one, 'step', again)).status, 422)
})

test('another site is offered with its name; nothing of the message goes there', async () => {
  const one = await put({ state: 'seen' })
  const { text } = await visit.get(`/desk/enquiries/${one.id}`, as(claire))
  const [, site = '', name = ''] = /<option value="([0-9a-f]{10})">([^<]+)</.exec(text) ?? []
  const form = { version: String(one.version), step: 'offered-other', 'text-offered-other': 'Ask:' }
  assert.equal((await post(claire, one, 'step', form)).status, 422)
  assert.equal((await post(claire, one, 'step', { ...form, site })).status, 303)
  const after = await read(one.id)
  assert.equal(after?.state, 'contacted')
  assert.deepEqual(after.events.find(({ kind }) => kind === 'offered-other')?.details, { site })
  assert.ok(after.events.at(-1)?.text?.startsWith(`Ask:\n${name.slice(0, 5)}`))
  const rows = app.people.records.db.selectFrom('enquiry').select('id').where('site', '=', site)
  assert.deepEqual(await rows.execute(), [])
})

test('a template of the site is offered in the place of ours; a site keeps and drops its own', async () => {
  const at = `${deskAt.study}.${deskAt.site}`
  const form = { at, name: 'We call', step: 'contacted', language: 'fr', text: 'Nous appelons.' }
  const wrong = await visit.post('/desk/templates', { ...form, name: ' ' }, as(paul))
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Nous appelons\./)
  assert.equal((await visit.post('/desk/templates', form, as(paul))).status, 303)
  const one = await put()
  const { text } = await visit.get(`/desk/enquiries/${one.id}`, as(claire))
  assert.match(text, /From your template “We call”/)
  const kept = (await visit.get('/desk/templates', as(claire))).text
  const id = /name="id"\s+value="([^"]+)"/.exec(kept)?.[1] ?? ''
  const change = await visit.get(`/desk/templates?at=${at}&change=${id}`, as(claire))
  assert.match(change.text, /Nous appelons\./)
  assert.equal(
    (await visit.post('/desk/templates', { ...form, at: 'NCT1.x' }, as(paul))).status,
    404,
  )
  assert.equal((await visit.post('/desk/templates/deletion', { at, id }, as(paul))).status, 303)
  assert.doesNotMatch((await visit.get('/fr/desk/templates', as(claire))).text, /We call/)
})

test('only who manages a site says its word and sets its promise', async () => {
  const at = `${deskAt.study}.${deskAt.site}`
  const word = {
    at,
    status: 'RECRUITING',
    contact: 'Study nurse, +33 1 00 00 00 00',
    hours: '',
    summaryEn: 'We look at a medicine for children.',
    summaryFr: '',
  }
  assert.equal((await visit.post('/desk/listing', word, as(paul))).status, 404)
  assert.equal(
    (await visit.post('/desk/listing', { ...word, status: 'OPEN' }, as(claire))).status,
    422,
  )
  const said = await visit.post('/desk/listing', word, as(claire))
  assert.equal(said.status, 303)
  assert.match((await visit.get(said.to, as(claire))).text, /Study nurse/)
  const promise = {
    at,
    promiseDays: '3',
    closesAt: '17:00',
    country: 'FR',
    region: '',
    timeZone: '',
  }
  assert.equal((await visit.post('/desk/listing/promise', promise, as(paul))).status, 404)
  const wrong = await visit.post(
    '/desk/listing/promise',
    { ...promise, promiseDays: '0' },
    as(claire),
  )
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /from 1 to 10/)
  assert.equal((await visit.post('/desk/listing/promise', promise, as(claire))).status, 303)
  assert.match((await visit.get('/desk/listing', as(paul))).text, /Only who manages this site/)
})

test('the figures of a desk are told as bars and as a table', async () => {
  for (const path of ['/desk/figures', '/fr/desk/figures']) {
    const { status, text } = await visit.get(path, as(claire))
    assert.equal(status, 200)
    assert.match(text, /<table class="bar-table">/)
  }
})

test('what a site says of itself stands on a public page of its own, with its day, beside the record', async () => {
  const { study } = deskAt
  const record = app.catalogue.study(study)?.study.protocolSection.contactsLocationsModule
  const [location] = record?.locations ?? []
  assert.ok(location)
  const site = siteId(location)
  const manager = await signedIn(
    app.people.records,
    [{ role: 'manager', study, site }],
    'site@example.org',
    app.now(),
  )
  const path = `/studies/${study}/words`
  assert.match((await visit.get(path)).text, /No site of this study has written here yet/)
  const word = { at: `${study}.${site}`, status: 'SUSPENDED', contact: 'Ring <b>us</b>' }
  assert.equal((await visit.post('/desk/listing', word, as(manager))).status, 303)
  const { text, status } = await visit.get(path)
  assert.equal(status, 200)
  assert.match(text, /The site says[^]*Paused[^]*The record says/)
  assert.match(text, /Ring &lt;b&gt;us&lt;\/b&gt;/)
  assert.match(text, /The site wrote this on[^]*23 November 2026/)
  assert.match((await visit.get(`/fr${path}`)).text, /Le centre a écrit ceci le/)
  assert.match((await visit.get(`/studies/${study}/sites`)).text, new RegExp(path))
  // The study's own page asks no records: its fold asks for this part when it is opened.
  assert.match((await visit.get(`/studies/${study}`)).text, new RegExp(`<late-part>[^]*?${path}`))
  assert.match(text, /<div class="flow" data-late>[^]*The site says/)
})

test('the site that was offered is the one to which the page of who asked leads', async () => {
  const study = 'NCT90000003'
  const { keys } = app.people.records
  const sites = app.catalogue.study(study)?.study.protocolSection.contactsLocationsModule?.locations
  const [here, ...others] = sites ?? []
  assert.ok(here)
  const team = await signedIn(
    app.people.records,
    [{ role: 'manager', study, site: null }],
    'team@example.org',
    app.now(),
  )
  for (const other of others) {
    const one = await put({ study, siteLabel: here, state: 'seen', email: 'offered@example.org' })
    const form = { version: String(one.version), step: 'offered-other', site: siteId(other) }
    assert.equal((await post(team, one, 'step', form)).status, 303)
    const { text } = await visit.get(`/enquiries/${seekerLink(keys, one.id)}`)
    assert.match(text, new RegExp(`name="site" value="${siteId(other)}"`))
  }
})

test('a word that is looked for stands in no address; a case number leads to its own', async () => {
  const one = await put({ details: { message: 'Une éruption rare' } })
  const found = await visit.post('/desk', { find: 'eruption RARE' }, as(claire))
  assert.equal(found.status, 200)
  assert.match(found.text, new RegExp(`/desk/enquiries/${one.id}`))
  assert.doesNotMatch(found.text, /(?:href|action)="[^"]*eruption/i)
  const mine = await visit.post('/desk', { find: 'eruption', whose: 'mine' }, as(claire))
  assert.doesNotMatch(mine.text, new RegExp(`/desk/enquiries/${one.id}`))
  const everybody = await visit.post(
    '/desk',
    { find: 'eruption', mine: '1', whose: 'all' },
    as(claire),
  )
  assert.match(everybody.text, new RegExp(`/desk/enquiries/${one.id}`))
  assert.match(found.text, /<button[^>]*formaction="\/desk\.csv"/)
  const file = await visit.post('/desk.csv', { find: 'eruption rare' }, as(claire))
  assert.deepEqual(file.text.match(/TW-\w{6}/g), [one.caseNumber])
  const foreign = { headers: { cookie: claire.cookie, origin: 'https://evil.example' } }
  for (const path of ['/desk', '/desk.csv'])
    assert.equal((await visit.post(path, { find: 'x' }, foreign)).status, 403)
  const byStudy = await visit.post('/desk', { find: 'kawasaki' }, as(claire))
  assert.deepEqual([byStudy.status, byStudy.to], [303, `/desk?find=${deskAt.study}`])
  const byCase = await visit.post('/desk', { find: one.caseNumber }, as(claire))
  assert.deepEqual([byCase.status, byCase.to], [303, `/desk?find=${one.caseNumber}`])
})

test('the pages of several studies that a word names are turned by the form', async () => {
  const { records } = app.people
  const other = { ...deskAt, study: 'NCT90000003' }
  const roles = [deskAt, other].map((at) => ({ role: 'manager' as const, ...at }))
  const two = await signedIn(records, roles, 'two@example.org', app.now())
  for (let at = 0; at < 26; at++) await put({ study: other.study })
  const first = await visit.post('/desk', { find: 'nct' }, as(two))
  assert.equal(first.status, 200)
  assert.match(first.text, /<button[^>]*form="finder"[^>]*formaction="\/desk"[^>]*value="2"/)
  assert.doesNotMatch(first.text, /(?:href|action)="[^"]*find=/)
  const second = await visit.post('/desk', { find: 'nct', page: '2' }, as(two))
  const ids = ({ text }: typeof first): readonly string[] =>
    text.match(/\/desk\/enquiries\/[\w-]+/g) ?? []
  assert.ok(ids(second).length > 0)
  assert.ok(ids(second).every((id) => !ids(first).includes(id)))
})
