import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmLinkOf } from '../../testing/test-alerts.ts'
import { readManageLink } from '../../people/alerts/model/links.ts'
import { confirmedAlertsOf } from '../../people/alerts/manage.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { createSite } from '../site.ts'
import { confirmForm, usualForm, visitor, type Form, type Visitor } from '../../testing/visitor.ts'

let app: TestApp
let visit: Visitor

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
})
after(() => app.close())

async function asked(email: string, form: Form = {}, prefix = ''): Promise<string> {
  assert.equal((await visit.post(`${prefix}/alerts`, { ...usualForm, ...form, email })).status, 303)
  return `${prefix}/alerts/confirm/${await confirmLinkOf(app.people.records, email)}`
}

async function ownerOf(manage: string) {
  const link = manage.split('?')[0]?.split('/').at(-1) ?? ''
  const { records } = app.people
  const read = readManageLink(records.keys, link, app.today())
  return confirmedAlertsOf(records, read?.personId ?? '')
}

test('what was asked for while the page lay open is asked about next, and not forgotten', async () => {
  const way = await asked('meanwhile@example.org')
  const open = confirmForm((await visit.get(way)).text)
  await asked('meanwhile@example.org', { q: 'asthma' })
  const pressed = await visit.post(way, open)
  assert.deepEqual([pressed.status, pressed.to.split('?')[0]], [303, way])
  const next = await visit.get(pressed.to)
  assert.match(next.text, /role="status"[^<]*>[^<]*What you ticked is on/)
  assert.match(next.text, /“asthma”/)
  assert.doesNotMatch(next.text, /“kawasaki”/)
  const last = await visit.post(way, confirmForm(next.text))
  assert.match(last.to, /^\/alerts\/[\w-]+\?did=confirmed$/)
  const names = (await ownerOf(last.to))?.alerts.map(({ search }) => search.q)
  assert.deepEqual(names?.toSorted(), ['asthma', 'kawasaki'])
})

test('a page whose alerts were answered in another window decides nothing about the others', async () => {
  const way = await asked('windows@example.org')
  const open = confirmForm((await visit.get(way)).text)
  await asked('windows@example.org', { q: 'asthma' })
  await visit.post(way, open)
  const again = await visit.post(way, open)
  assert.deepEqual([again.status, again.to], [303, way])
  assert.match((await visit.get(way)).text, /“asthma”/)
})

test('who asks for an alert in words of danger is told where help is, on the form and on the page that confirms', async () => {
  const q = 'i hoarded tablets and wrote a goodbye letter, depression'
  const helps = /id="help-now"[^]*988[^]*3114/
  assert.match(
    (await visit.get(`/alerts/new?${new URLSearchParams({ q }).toString()}`)).text,
    helps,
  )
  const way = await asked('danger@example.org', { q })
  assert.match((await visit.get(way)).text, helps)
  assert.doesNotMatch((await visit.get('/alerts/new?q=depression')).text, /help-now/)
})

test('with nothing ticked nothing is decided, and the page says so', async () => {
  const way = await asked('nothing@example.org')
  const { shown } = confirmForm((await visit.get(way)).text)
  const { status, text } = await visit.post(way, { shown, subject: 'yes' })
  assert.equal(status, 422)
  assert.match(text, /Tick at least one\. If none of these is yours/)
  assert.match(text, /id="subject"[^>]*checked/s)
  assert.deepEqual(confirmForm((await visit.get(way)).text).shown, shown)
})

test('only the owner of the address may let subject lines name an illness, and never by default', async () => {
  const email = 'subject@example.org'
  assert.doesNotMatch((await visit.get('/alerts/new?q=kawasaki')).text, /name="subject"/)
  const way = await asked(email, { subject: 'yes' })
  const { text } = await visit.get(way)
  assert.match(text, /name="subject"/)
  assert.doesNotMatch(text, /name="subject"[^>]*checked/s)
  const first = await visit.post(way, confirmForm(text))
  assert.equal((await ownerOf(first.to))?.person.namesTopic, false)

  const second = await asked(email, { q: 'asthma' })
  const form = confirmForm((await visit.get(second)).text)
  const { to } = await visit.post(second, { ...form, subject: 'yes' })
  assert.equal((await ownerOf(to))?.person.namesTopic, true)
  assert.match((await visit.get(to)).text, /id="subject"[^>]*checked/s)

  const third = await asked(email, { q: 'melanoma' })
  const page = (await visit.get(third)).text
  assert.doesNotMatch(page, /name="subject"/, 'chosen before, it is not asked again')
  const last = await visit.post(third, confirmForm(page))
  assert.equal((await ownerOf(last.to))?.person.namesTopic, true)
})

test('after a yes the page says that what is open today is not mailed, and leads to it', async () => {
  const email = 'today@example.org'
  const way = await asked(email)
  await asked(email, { study: 'NCT02390596', q: '', event: ['closed'] })
  const { to } = await visit.post(way, confirmForm((await visit.get(way)).text))
  const said = noticeOf((await visit.get(to)).text)
  assert.match(said, /What is open today is not mailed/)
  assert.match(said, /href="\/search\?q=kawasaki&amp;near=Paris/)
  assert.match(said, /href="\/studies\/NCT02390596"/)
  assert.doesNotMatch(noticeOf((await visit.get(to.replace('confirmed', 'changed'))).text), /href=/)

  const before = app.clock
  app.clock = new Date(before.getTime() + 2 * 3_600_000)
  const later = await asked(email, { q: 'asthma' }, '/fr')
  const next = await visit.post(later, confirmForm((await visit.get(later)).text))
  const french = noticeOf((await visit.get(next.to)).text)
  assert.match(french, /n’est pas envoyé/)
  assert.deepEqual(french.match(/href="[^?"]+/g), ['href="/fr/search'], 'only of the new one')
  app.clock = before
})

function noticeOf(text: string): string {
  return /<div class="notice" role="status">([^]*?)<\/div>/.exec(text)?.[1] ?? ''
}
