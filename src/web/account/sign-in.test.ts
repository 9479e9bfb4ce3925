import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { answerAsks } from '../../people/asks/asks.ts'
import { askTakers } from '../../app/ask-takers.ts'
import { siteId } from '../../finder/registry/site-id.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { outbox } from '../../testing/test-alerts.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { visitor, type Answer, type Visitor } from '../../testing/visitor.ts'
import { createSite } from '../site.ts'

let app: TestApp
let visit: Visitor

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
})
after(() => app.close())

const study = 'NCT02390596'

/** The newest link to sign in, as its mail has it. */
async function mailedLink(): Promise<string> {
  await answerAsks(app.people, askTakers, app.now())
  const letter = (await outbox(app.people.records)).at(-1)?.letter
  return /(\/(?:fr\/)?sign-in\/[\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? assert.fail('no link')
}

function cookieOf({ headers }: Answer): string {
  const [cookie = ''] = headers.getSetCookie()
  return cookie.split(';')[0] ?? ''
}

/** The form of `/sign-in` with where to go on to. */
const askFor = (email: string, path: string): URLSearchParams =>
  new URLSearchParams([
    ['email', email],
    ['then', path],
  ])

const post = (path: string, body: URLSearchParams): Promise<Answer> =>
  visit.send(path, { body }, { headers: { origin: app.baseUrl } })

const as = (cookie: string) => ({ headers: { cookie } })

test('who has an account signs in by a mailed link, once, and goes on to where they wanted', async () => {
  await signedIn(app.people.records, [], 'anne@example.org', app.now())
  const asked = await visit.get('/account')
  assert.deepEqual([asked.status, asked.to], [303, '/sign-in?then=%2Faccount'])
  const form = await visit.get(asked.to)
  assert.match(form.text, /name="then" value="\/account"/)
  const sent = await post('/sign-in', askFor('Anne@example.org', '/account?did=x'))
  assert.deepEqual([sent.status, sent.to], [303, '/sign-in/sent'])
  assert.equal((await visit.get(sent.to)).status, 200)
  const link = await mailedLink()
  for (let scanner = 0; scanner < 3; scanner++) {
    const { status, text, headers } = await visit.get(link)
    assert.equal(status, 200)
    assert.match(text, /You sign in as anne/)
    assert.deepEqual(headers.getSetCookie(), [])
  }
  const came = await visit.post(link, {})
  assert.deepEqual([came.status, came.to], [303, '/account?did=x'])
  const [given = ''] = came.headers.getSetCookie()
  for (const part of ['__Host-trialway=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
    assert.ok(given.includes(part), part)
  assert.doesNotMatch(given, /Domain/i)
  const self = await visit.get('/account', as(cookieOf(came)))
  assert.equal(self.status, 200)
  assert.match(self.text, /anne@example\.org/)
  assert.equal(self.headers.get('cache-control'), 'no-store')
  assert.deepEqual(
    [(await visit.post(link, {})).status, (await visit.get(link)).status],
    [410, 410],
  )
})

test('a link to sign in runs out after 20 minutes, and one that was made up leads nowhere', async () => {
  await visit.post('/sign-in', { email: 'anne@example.org' })
  const link = await mailedLink()
  const before = app.clock
  app.clock = new Date(before.getTime() + 20 * 60_000)
  assert.equal((await visit.post(link, {})).status, 410)
  app.clock = before
  for (const made of [`${link.slice(0, -1)}!`, '/sign-in/x', `/sign-in/${'A'.repeat(43)}`]) {
    assert.equal((await visit.get(made)).status, 404)
    assert.equal((await visit.post(made, {})).status, 404)
  }
  assert.equal((await visit.post(link, {})).to, '/account')
})

test('a stranger learns nothing: the same answer and the same work, and no mail for who has no account', async () => {
  const { db } = app.people.records
  const before = await db.selectFrom('mail').selectAll().execute()
  const people = await db.selectFrom('person').selectAll().execute()
  const known = await visit.post('/sign-in', { email: 'anne@example.org' })
  const stranger = await visit.post('/sign-in', { email: 'nobody@example.org' })
  assert.deepEqual(
    [known.status, known.to, known.text],
    [stranger.status, stranger.to, stranger.text],
  )
  const asks = await db.selectFrom('ask').selectAll().execute()
  assert.equal(asks.length, 2)
  assert.equal(asks[0]?.sealed.length, asks[1]?.sealed.length)
  await answerAsks(app.people, askTakers, app.now())
  const after = await db.selectFrom('mail').selectAll().execute()
  assert.equal(after.length, before.length + 1)
  assert.equal((await db.selectFrom('person').selectAll().execute()).length, people.length)
})

test('who asks for one link after another gets three in an hour', async () => {
  await signedIn(app.people.records, [], 'often@example.org', app.now())
  const { db } = app.people.records
  const count = async () => (await db.selectFrom('mail').select('id').execute()).length
  const before = await count()
  for (let time = 0; time < 6; time++)
    await visit.post('/sign-in', { email: 'often@example.org' }, { from: `192.0.${time}.7` })
  await answerAsks(app.people, askTakers, app.now())
  assert.ok((await count()) - before <= 3)
})

test('what is typed wrongly is told, and nobody is led away from here', async () => {
  for (const [email, told] of [
    ['', /Type your e-mail address/],
    ['anne', /not an e-mail address/],
  ] as const) {
    const { status, text } = await post('/sign-in', askFor(email, 'https://evil.example/'))
    assert.equal(status, 422)
    assert.match(text, told)
    assert.doesNotMatch(text, /evil/)
  }
  assert.doesNotMatch((await visit.get('/sign-in?then=//evil.example')).text, /name="then"/)
  const foreign = { headers: { origin: 'https://evil.example' } }
  assert.equal((await visit.post('/sign-in', { email: 'anne@example.org' }, foreign)).status, 403)
})

test('who is signed in sees roles and sessions, ends one, and signs out', async () => {
  const location = { facility: 'Bicêtre', city: 'Le Kremlin-Bicêtre', country: 'France' }
  const roles = [
    { role: 'manager', study, site: null },
    { role: 'coordinator', study, site: siteId(location) },
    { role: 'auditor', study: null, site: null },
  ] as const
  const here = await signedIn(app.people.records, roles, 'paul@example.org', app.now())
  const there = await signedIn(app.people.records, [], 'paul@example.org', app.now())
  const { text } = await visit.get('/account', as(here.cookie))
  assert.match(text, /Manager: all of study NCT02390596/)
  assert.match(text, /Auditor/)
  const closure = `/account/sessions/${there.actor.sessionId}/closure`
  assert.equal((await visit.post(closure, {}, as(here.cookie))).status, 303)
  assert.equal((await visit.post(closure, {}, as(here.cookie))).status, 404)
  assert.equal((await visit.get('/account', as(there.cookie))).status, 303)
  const anne = await signedIn(app.people.records, [], 'anne@example.org', app.now())
  const other = `/account/sessions/${here.actor.sessionId}/closure`
  assert.equal((await visit.post(other, {}, as(anne.cookie))).status, 404)
  const out = await visit.post('/sign-out', {}, as(here.cookie))
  assert.equal(out.status, 303)
  assert.match(out.headers.getSetCookie()[0] ?? '', /^__Host-trialway=;.*Max-Age=0/)
  assert.equal((await visit.get('/account', as(here.cookie))).status, 303)
})

test('a name is kept on one line, and an empty or a long one is not', async () => {
  const { cookie } = await signedIn(app.people.records, [], 'paul@example.org', app.now())
  const change = (name: string) => visit.post('/account', { name, language: 'fr' }, as(cookie))
  assert.equal((await change('  Paul \n Dupont ')).status, 303)
  assert.match((await visit.get('/account', as(cookie))).text, /value="Paul Dupont"/)
  for (const name of ['', '   ', 'x'.repeat(81)]) assert.equal((await change(name)).status, 422)
  await visit.post('/sign-in', { email: 'paul@example.org' })
  assert.match(await mailedLink(), /^\/fr\/sign-in/)
})

test('who is not signed in and writes is told so, in words or as data', async () => {
  const { status, text } = await visit.post('/account', { name: 'x' })
  assert.equal(status, 401)
  assert.match(text, /Please sign in/)
  assert.equal((await visit.post('/sign-out', {})).status, 303)
})

test('a cookie that was made up is nobody’s', async () => {
  for (const cookie of ['__Host-trialway=x', `__Host-trialway=${'A'.repeat(43)}`, 'trialway=x'])
    assert.equal((await visit.get('/account', as(cookie))).status, 303)
})
