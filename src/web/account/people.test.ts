import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsAt, makeAccount } from '../../people/accounts/accounts.ts'
import { readMailAddress } from '../../people/records/address.ts'
import { siteId } from '../../finder/registry/site-id.ts'
import type { Role } from '../../people/accounts/model/actor.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import { outbox } from '../../testing/test-alerts.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { visitor, type Answer, type Visitor } from '../../testing/visitor.ts'
import { createSite } from '../site.ts'

let app: TestApp
let visit: Visitor
let study: string
let site: string

const operator: Role = { role: 'operator', study: null, site: null }

before(async () => {
  app = await openTestApp()
  visit = visitor(createSite(app), app.baseUrl)
  study = 'NCT02390596'
  const [location] =
    app.catalogue.study(study)?.study.protocolSection.contactsLocationsModule?.locations ?? []
  site = siteId(location ?? assert.fail('the study has no site'))
})
after(() => app.close())

const as = (cookie: string) => ({ headers: { cookie } })

async function signIn(typed: string, ...roles: readonly Role[]) {
  const { cookie, actor } = await signedIn(app.people.records, roles, typed, app.now())
  return { ...as(cookie), actor }
}

async function mailedInvitation(): Promise<string> {
  const letter = (await outbox(app.people.records)).at(-1)?.letter
  return /(\/(?:fr\/)?invitations\/[\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? assert.fail()
}

function cookieOf({ headers }: Answer): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

test('a manager invites a colleague, who takes it up once by the mail and has the desk of that site', async () => {
  const manager = await signIn('manager@example.org', { role: 'manager', study, site: null })
  const { text } = await visit.get('/desk/people', manager)
  assert.match(text, /manager@example\.org/)
  assert.match(text, new RegExp(`value="${study}\\.${site}"`))
  const asked = { email: 'new@example.com', role: 'coordinator', place: `${study}.${site}` }
  const sent = await visit.post('/desk/people', { ...asked, language: 'fr' }, manager)
  assert.deepEqual([sent.status, sent.to], [303, '/desk/people?did=invited'])
  const again = await visit.post('/desk/people', { ...asked, language: 'fr' }, manager)
  assert.equal(again.status, 422)
  assert.match(again.text, /same invitation within a day/)
  const link = await mailedInvitation()
  assert.match(link, /^\/fr\//)
  const letter = (await outbox(app.people.records)).at(-1)?.letter
  assert.doesNotMatch(`${letter?.subject} ${letter?.text}`, /NCT|Kawasaki/i)
  for (let scanner = 0; scanner < 2; scanner++) {
    const seen = await visit.get(link)
    assert.equal(seen.status, 200)
    assert.match(seen.text, /manager vous invite comme\s: Coordinateur/)
  }
  assert.equal((await visit.post(link, { name: '' })).status, 422)
  const taken = await visit.post(link, { name: 'Nina' })
  assert.deepEqual([taken.status, taken.to], [303, '/fr/desk'])
  assert.equal((await visit.post(link, { name: 'Other' })).status, 410)
  assert.equal((await visit.get(link)).status, 410)
  const desk = await visit.get('/desk/people', as(cookieOf(taken)))
  assert.match(desk.text, /Nina/)
  const holders = await accountsAt(app.people.records, { study, site })
  assert.deepEqual(holders.map(({ role }) => role).toSorted(), ['coordinator', 'manager'])
})

test('nobody invites beyond their own desk, and a team calls in no manager', async () => {
  const team = await signIn('team@example.org', { role: 'coordinator', study, site })
  const before = (await outbox(app.people.records)).length
  for (const [role, place] of [
    ['manager', `${study}.${site}`],
    ['coordinator', study],
    ['coordinator', `${study}.0123456789`],
    ['coordinator', 'NCT00000001'],
    ['operator', ''],
    ['coordinator', ''],
    ['', `${study}.${site}`],
  ] as const) {
    const form = { email: 'other@example.com', role, place, language: 'en' }
    const { status, text } = await visit.post('/desk/people', form, team)
    assert.equal(status, 422, `${role} ${place}`)
    assert.match(text, /Choose a role that you may give there/)
  }
  const wrong = { email: 'other', role: 'coordinator', place: `${study}.${site}`, language: 'en' }
  assert.match((await visit.post('/desk/people', wrong, team)).text, /not an e-mail address/)
  assert.equal((await outbox(app.people.records)).length, before)
  const right = { ...wrong, email: 'other@example.com' }
  assert.equal((await visit.post('/desk/people', right, team)).status, 303)
})

test('an invitation of one who may not give the role any more is withdrawn', async () => {
  const manager = await signIn('gone@example.org', { role: 'manager', study, site })
  const form = { email: 'late@example.com', role: 'manager', place: `${study}.${site}` }
  await visit.post('/desk/people', { ...form, language: 'en' }, manager)
  const link = await mailedInvitation()
  const head = await signIn('manager@example.org', { role: 'manager', study, site: null })
  const { id } = await app.people.records.db
    .selectFrom('account_role')
    .select('id')
    .where('account_id', '=', manager.actor.accountId)
    .executeTakeFirstOrThrow()
  const ending = `/desk/people/roles/${id}/closure`
  assert.equal((await visit.post(ending, {}, manager)).to, '/desk/people?did=ended')
  assert.equal((await visit.post(ending, {}, head)).status, 404)
  assert.equal((await visit.get('/desk/people', manager)).status, 404)
  for (const answer of [await visit.get(link), await visit.post(link, { name: 'Late' })]) {
    assert.equal(answer.status, 410)
    assert.match(answer.text, /was withdrawn/)
    assert.deepEqual(answer.headers.getSetCookie(), [])
  }
})

test('a coordinator ends nobody’s role, and an operator does not see who has a desk', async () => {
  const team = await signIn('team@example.org', { role: 'coordinator', study, site })
  const [holder] = await app.people.records.db
    .selectFrom('account_role')
    .select('id')
    .where('role', '=', 'manager')
    .where('ended_at', 'is', null)
    .execute()
  const ending = `/desk/people/roles/${holder?.id}/closure`
  assert.equal((await visit.post(ending, {}, team)).status, 404)
  const op = await signIn('op@example.org', operator)
  assert.equal((await visit.get('/desk/people', op)).status, 404)
  assert.equal((await visit.post(ending, {}, op)).status, 404)
  assert.equal((await visit.get('/admin/accounts', team)).status, 404)
  assert.equal((await visit.get('/admin/accounts')).status, 303)
})

test('acts that matter ask who was signed in for long to sign in once more', async () => {
  const manager = await signIn('manager@example.org', { role: 'manager', study, site: null })
  const op = await signIn('op@example.org', operator)
  const before = app.clock
  app.clock = new Date(before.getTime() + 16 * 60_000)
  const { text } = await visit.get('/desk/people', manager)
  assert.match(text, /Sign in once more to invite/)
  assert.doesNotMatch(text, /name="email"/)
  for (const [path, sender] of [
    ['/desk/people', manager],
    ['/desk/people/roles/x/closure', manager],
    ['/admin/accounts', op],
    ['/admin/accounts/x/closure', op],
    ['/account/passkeys/x/removal', op],
  ] as const) {
    const { status, to } = await visit.post(path, { email: 'a@example.com' }, sender)
    assert.equal(status, 303, path)
    assert.match(to, /^\/sign-in\?then=%2F(?:desk%2Fpeople|admin%2Faccounts|account)&again=yes$/)
  }
  app.clock = before
})

test('an operator invites an auditor, ends roles and closes accounts, but never the last operator', async () => {
  const op = await signIn('op@example.org', operator)
  const form = { email: 'audit@example.com', role: 'auditor', language: 'en' }
  assert.equal((await visit.post('/admin/accounts', form, op)).status, 303)
  const manager = { ...form, role: 'manager', place: study }
  assert.equal((await visit.post('/admin/accounts', manager, op)).status, 422)
  const taken = await visit.post(await mailedInvitation(), { name: 'Ada' })
  assert.equal(taken.to, '/account')
  const own = await visit.get('/account', as(cookieOf(taken)))
  assert.match(own.text, /href="\/trail"/)
  const { text } = await visit.get('/admin/accounts', op)
  assert.match(text, /audit@example\.com/)
  const [, ada = ''] =
    /\/admin\/accounts\/([\w-]+)\/closure"(?:(?!<\/form>)[^])*Close the account of Ada/.exec(
      text,
    ) ?? []
  const closing = `/admin/accounts/${ada}/closure`
  assert.equal((await visit.post(closing, {}, op)).to, '/admin/accounts?did=closed')
  assert.equal((await visit.post(closing, {}, op)).status, 404)
  assert.equal((await visit.get('/account', as(cookieOf(taken)))).status, 303)
  const self = `/admin/accounts/${op.actor.accountId}/closure`
  assert.equal((await visit.post(self, {}, op)).to, '/admin/accounts?did=last')
  assert.match((await visit.get('/admin/accounts?did=last', op)).text, /last operator/)
})

test('accounts are shown fifty at a time, by their names', async () => {
  const op = await signIn('pages@example.org', operator)
  const { records } = app.people
  const given = { by: 'operator', now: app.now() } as const
  await records.write(async (tx) => {
    for (let at = 0; at < 60; at++) {
      const address = readMailAddress(`page${at}@example.org`)
      assert.ok(address)
      const name = `Zoe ${String(at).padStart(2, '0')}`
      await makeAccount(tx, app.people, { address, name, language: 'en' }, given)
    }
  })
  const first = await visit.get('/admin/accounts', op)
  assert.doesNotMatch(first.text, /Zoe 59/)
  const last = await visit.get('/admin/accounts?page=2', op)
  assert.match(last.text, /Zoe 59/)
  assert.equal((await visit.get('/admin/accounts?page=99', op)).status, 200)
})
