import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { endRole } from '../../../people/accounts/accounts.ts'
import { signedIn } from '../../../testing/test-accounts.ts'
import { answered } from '../../../testing/test-alerts.ts'
import { usualForm, visitor, type Visitor } from '../../../testing/visitor.ts'
import { openTestApp, type TestApp } from '../../../testing/test-site.ts'
import { streams } from '../../../people/mail/outbox/streams.ts'
import { en } from '../../../words/en/en.ts'
import { fr } from '../../../words/fr/fr.ts'
import { createOperatorSite, createSite } from '../../site.ts'

let app: TestApp
let visit: Visitor
let everybody: Visitor
/** The browser of an operator who is signed in. */
let operators: { readonly headers: { readonly cookie: string } }

const operator = { role: 'operator', study: null, site: null } as const

before(async () => {
  app = await openTestApp()
  everybody = visitor(createSite(app), app.baseUrl)
  visit = visitor(createOperatorSite(app), app.baseUrl)
  await everybody.post('/alerts', usualForm)
  await answered(app.people.records)
  const { cookie } = await signedIn(app.people.records, [operator], 'o@example.com', app.now())
  operators = { headers: { cookie } }
})
after(() => app.close())

test('the operator sees the state of the service in numbers, in both languages', async () => {
  for (const [path, words] of [
    ['/admin', /State of the service/],
    ['/fr/admin', /État du service/],
  ] as const) {
    const { status, text, headers } = await visit.get(path, operators)
    assert.equal(status, 200)
    assert.match(text, words)
    assert.equal(headers.get('cache-control'), 'no-store')
  }
})

test('each kind of mail that waits has its words, in both languages', () => {
  for (const { admin } of [en, fr])
    assert.deepEqual(Object.keys(admin.queue.waiting).toSorted(), Object.keys(streams).toSorted())
})

test('the twin counts what is there, and says nothing of anybody', async () => {
  const { text } = await visit.get('/admin.json', operators)
  const state = JSON.parse(text) as {
    catalogue: { studies: number; imports: { at: string; new: number }[] }
    alerts: { pending: number; confirmed: number; unmatchedImports: number }
    mail: { queued: { confirmation: number } }
    records: { audit: { lines: number } }
  }
  assert.equal(state.catalogue.imports[0]?.new, state.catalogue.studies)
  assert.deepEqual([state.alerts.pending, state.alerts.confirmed], [1, 0])
  assert.equal(state.mail.queued.confirmation, 1)
  // The alert that was asked for, and the account, the role and the session of the operator.
  assert.equal(state.records.audit.lines, 4)
  const page = (await visit.get('/admin', operators)).text
  for (const said of [text, page]) assert.doesNotMatch(said, /example\.org|canary|kawasaki|@/i)
})

test('whoever asks, from wherever, is led to sign in, and who may not finds no such page', async () => {
  const unknown = await everybody.get('/no-such-page')
  const { cookie } = await signedIn(
    app.people.records,
    [
      { role: 'auditor', study: null, site: null },
      { role: 'manager', study: 'NCT02390596', site: null },
    ],
    'auditor@example.org',
    app.now(),
  )
  for (const sender of [
    { from: '192.0.2.7' },
    { from: '127.0.0.1' },
    {},
    { from: '127.0.0.1', headers: { 'x-forwarded-for': '192.0.2.7' } },
    { from: '::1', headers: { forwarded: 'for=192.0.2.7' } },
  ])
    for (const door of [everybody, visit]) {
      const asked = await door.get('/fr/admin', sender)
      assert.deepEqual([asked.status, asked.to], [303, '/fr/sign-in?then=%2Ffr%2Fadmin'])
      assert.equal((await door.get('/admin.json', sender)).status, 401)
      const headers = { ...sender.headers, cookie }
      for (const path of ['/admin', '/fr/admin', '/admin.json']) {
        const { status, text } = await door.get(path, { ...sender, headers })
        assert.equal(status, 404)
        if (path === '/admin') assert.equal(main(text), main(unknown.text))
      }
    }
  assert.equal((await everybody.get('/dev/mail')).status, 404)
})

test('a role that was taken away opens nothing from the next request on', async () => {
  const { cookie, actor } = await signedIn(
    app.people.records,
    [operator],
    'o2@example.org',
    app.now(),
  )
  assert.equal((await everybody.get('/admin', { headers: { cookie } })).status, 200)
  const { id } = await app.people.records.db
    .selectFrom('account_role')
    .select('id')
    .where('account_id', '=', actor.accountId)
    .executeTakeFirstOrThrow()
  const given = { by: 'operator', now: app.now() } as const
  assert.equal(await app.people.records.write((tx) => endRole(tx, id, given)), 'ended')
  assert.equal((await everybody.get('/admin', { headers: { cookie } })).status, 404)
})

test('from the operator’s door every other address leads to the site', async () => {
  assert.equal((await visit.get('/')).to, '/admin')
  for (const path of ['/en', '/fr/search?q=kawasaki', '/no-such-page', '//evil.example/']) {
    const { status, to } = await visit.get(path)
    assert.equal(status, 302)
    assert.equal(to, `${app.baseUrl}${path}`)
  }
  assert.equal((await visit.get('/dev/mail/none.eml')).status, 404)
})

function main(text: string): string {
  return /<main[^]*<\/main>/.exec(text)?.[0] ?? ''
}
