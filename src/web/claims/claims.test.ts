import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { askTakers } from '../../app/ask-takers.ts'
import type { Study } from '../../finder/registry/study.ts'
import { answerAsks } from '../../people/asks/asks.ts'
import { bicetre, claimedStudy, claimLinkOf } from '../../testing/test-claims.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { outbox } from '../../testing/test-alerts.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { type Answer, visitor, type Visitor } from '../../testing/visitor.ts'
import { createSite } from '../site.ts'

let app: TestApp
let visit: Visitor
let record: Study

before(async () => {
  const opened = await openTestApp()
  record = claimedStudy()
  app = opened
  visit = visitor(createSite({ ...opened, catalogue: withRecord(opened) }), opened.baseUrl)
})
after(() => app.close())

/** The catalogue, in which one study has the record of the moment. */
function withRecord({ catalogue }: TestApp): TestApp['catalogue'] {
  return Object.assign(Object.create(catalogue) as TestApp['catalogue'], {
    study: (id: string) => {
      const stored = catalogue.study(id)
      return stored && id === 'NCT02390596' ? { ...stored, study: record } : stored
    },
  })
}

const form = { study: 'NCT02390596', site: '', email: 'chief@example.org', website: '' }

test('the study leads to the form, which is there in both languages and says what is chosen', async () => {
  const { text } = await visit.get('/studies/NCT02390596')
  assert.match(text, /href="\/claims\/new\?study=NCT02390596"/)
  for (const [prefix, words] of [
    ['', /Claim a listing/],
    ['/fr', /Prendre une fiche en main/],
  ] as const) {
    const shown = await visit.get(`${prefix}/claims/new?study=NCT02390596&site=${bicetre}`)
    assert.equal(shown.status, 200)
    assert.match(shown.text, words)
    assert.match(shown.text, new RegExp(`value="${bicetre}" selected`))
    assert.equal((await visit.get(`${prefix}/claims/sent`)).status, 200)
  }
  assert.equal((await visit.get('/claims/new')).status, 400)
  assert.equal((await visit.get('/claims/new?study=NCT99999999')).status, 404)
})

test('what cannot be claimed is said, and nothing is asked', async () => {
  for (const wrong of [{ email: '' }, { email: 'nobody' }, { site: '0123456789' }]) {
    const { status, text } = await visit.post('/claims/new', { ...form, ...wrong })
    assert.equal(status, 422)
    assert.match(text, /error-summary/)
  }
  const foreign = { headers: { origin: 'https://evil.example' } }
  assert.equal((await visit.post('/claims/new', form, foreign)).status, 403)
  assert.equal((await app.people.records.db.selectFrom('ask').selectAll().execute()).length, 0)
})

test('a stranger reads the same as the contact, and is not written to', async () => {
  const answers: Answer[] = []
  for (const email of ['stranger@example.org', 'chief@example.org'])
    answers.push(await visit.post('/claims/new', { ...form, email }))
  assert.deepEqual(
    answers.map(({ status, to, text }) => [status, to, text]),
    Array(2).fill([303, '/claims/sent', '']),
  )
  await answerAsks(app.people, askTakers, app.now())
  assert.deepEqual(
    (await outbox(app.people.records)).map(({ to }) => to),
    ['chief@example.org'],
  )
})

test('the contact presses the button, has the study and is signed in; a scanner did nothing', async () => {
  const path = `/claims/${await claimLinkOf(app.people.records, 'chief@example.org')}`
  const open = await visit.get(path)
  assert.match(open.text, /value="Dr chief"/)
  await visit.head(path)
  assert.equal((await visit.post(path, { name: ' ' })).status, 422)
  assert.equal((await app.people.records.db.selectFrom('account').selectAll().execute()).length, 0)
  const done = await visit.post(path, { name: 'Dr Anne\r\n\u202EChief' })
  assert.deepEqual([done.status, done.to], [303, `${path}?did=granted`])
  const [cookie = ''] = done.headers.getSetCookie()
  assert.match(cookie, /^__Host-trialway=[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax/)
  assert.match((await visit.get(done.to)).text, /The listing is yours/)
  const account = await visit.get('/account', { headers: { cookie: cookie.split(';')[0] ?? '' } })
  assert.match(account.text, /Dr Anne Chief/)
  assert.match((await visit.get(path)).text, /used before/)
  assert.equal((await visit.get('/claims/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')).status, 404)
})

test('a contact that the record does not name any more waits, and an operator decides and undoes', async () => {
  await visit.post('/claims/new', { ...form, site: bicetre, email: 'nurse@example.org' })
  await answerAsks(app.people, askTakers, app.now())
  const path = `/fr/claims/${await claimLinkOf(app.people.records, 'nurse@example.org')}`
  record = claimedStudy({ site: ['other@example.org'] })
  const done = await visit.post(path, { name: 'Nurse' })
  assert.deepEqual([done.status, done.to], [303, `${path}?waits=former-contact`])
  assert.match((await visit.get(done.to)).text, /n’indique plus votre adresse/)

  const { records } = app.people
  const manager = await signedIn(
    records,
    [{ role: 'manager', study: form.study, site: null }],
    'm@example.org',
    app.now(),
  )
  const operator = await signedIn(
    records,
    [{ role: 'operator', study: null, site: null }],
    'o@example.org',
    app.now(),
  )
  assert.equal((await visit.get('/admin/claims')).status, 303)
  assert.equal(
    (await visit.get('/admin/claims', { headers: { cookie: manager.cookie } })).status,
    404,
  )
  const as = { headers: { cookie: operator.cookie } }
  const waiting = await visit.get('/admin/claims', as)
  assert.match(waiting.text, /nurse@example\.org/)
  assert.match(waiting.text, /The record names now: other@example\.org/)
  const [, claim = ''] = /name="claim"\s+value="([^"]+)"/.exec(waiting.text) ?? []
  assert.equal((await visit.post('/admin/claims', { claim, decision: 'grant' })).status, 401)
  app.clock = new Date(app.clock.getTime() + 20 * 60_000)
  const stale = await visit.post('/admin/claims', { claim, decision: 'grant' }, as)
  assert.match(stale.to, /^\/sign-in\?then=%2Fadmin%2Fclaims&again=yes/)
  app.clock = new Date(app.clock.getTime() - 20 * 60_000)
  for (const decision of ['grant', 'undo']) {
    const decided = await visit.post('/admin/claims', { claim, decision }, as)
    assert.deepEqual([decided.status, decided.to], [303, '/admin/claims?did=done'])
    assert.match((await visit.get(decided.to, as)).text, /Who claimed is told by mail/)
  }
  const again = await visit.post('/admin/claims', { claim, decision: 'undo' }, as)
  assert.equal(again.to, '/admin/claims?did=gone')
  assert.equal((await visit.post('/admin/claims', { claim, decision: 'x' }, as)).status, 415)
})

test('no page of claims writes an address into the log', () => {
  assert.doesNotMatch(app.lines.join('\n'), /example\.org/)
})
