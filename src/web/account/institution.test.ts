import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { after, afterEach, before, test } from 'node:test'
import type { ProviderContext } from 'oidc-provider'
import { closeAccount } from '../../people/accounts/accounts.ts'
import { forgetOldSignIns } from '../../people/accounts/forget.ts'
import { institutionId } from '../../people/accounts/model/institution.ts'
import { isFresh } from '../../people/accounts/model/actor.ts'
import { actorOf } from '../../people/accounts/sessions.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import {
  type Jar,
  openTestInstitution,
  passInstitution,
  type TestInstitution,
} from '../../testing/test-institution.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { type Answer, visitor, type Visitor } from '../../testing/visitor.ts'
import type { App } from '../shell/app.ts'
import { createSite } from '../site.ts'

// The institution is a real provider (oidc-provider) on loopback; its answers are spoiled on their way out.

let app: TestApp
let institution: TestInstitution
let visit: Visitor
const study = 'NCT02390596'

before(async () => {
  app = await openTestApp()
  // The library looks at the machine's own clock.
  app.clock = new Date()
  institution = await openTestInstitution(app.baseUrl)
  visit = siteWith(institution)
  await signedIn(app.people.records, [{ role: 'investigator', study, site: null }], anne, app.now())
  for (const [login, claims] of Object.entries(known)) institution.people.set(login, claims)
})
after(async () => {
  await institution.close()
  await app.close()
})
afterEach(() => {
  institution.spoil = undefined
})

const anne = 'anne.canary-4711@example.org'
const known = {
  anne: { email: 'Anne.Canary-4711@Example.org', email_verified: true },
  stranger: { email: 'stranger.canary-4711@example.org', email_verified: true },
  unverified: { email: anne, email_verified: false },
  said: { email: anne, email_verified: 'true' },
  wide: { email: 'ａnne.canary-4711@example.org', email_verified: true },
  none: {},
} as const

function siteWith({ settings }: Pick<TestInstitution, 'settings'>): Visitor {
  return visitor(createSite({ ...app, institutions: [settings] }), app.baseUrl)
}

interface Began {
  /** Where to go on to. */
  readonly to?: string
  readonly again?: boolean
  readonly by?: Visitor
  readonly session?: string
  readonly jar?: Jar
}

/** Presses the button: where it leads, and what the browser is to bring back. */
async function begin({ to, again = false, by = visit, session = '' }: Began = {}) {
  const body = new URLSearchParams()
  if (to !== undefined) body.set('then', to)
  if (again) body.set('again', 'yes')
  const headers = { origin: app.baseUrl, cookie: session }
  const sent = await by.send('/sign-in/institution', { body }, { headers })
  return { sent, ...wayOf(sent) }
}

/** Where a page on the way leads, and the cookie that came with it. */
function wayOf(sent: Answer): { readonly address: string; readonly cookie: string } {
  const [, address = ''] = /content="0; url=([^"]+)"/.exec(sent.text) ?? []
  return { address: address.replaceAll('&amp;', '&'), cookie: cookieOf(sent) }
}

/** Comes back from there: a path of ours, with what the browser has. */
function comeBack(to: string, cookie: string, by: Visitor = visit): Promise<Answer> {
  assert.ok(to.startsWith(`${app.baseUrl}/sign-in/institution/return?`), to)
  return by.get(to.slice(app.baseUrl.length), { headers: { cookie } })
}

/** The whole way there and back. */
async function pass(login: string, began: Began = {}): Promise<Answer> {
  const { address, cookie } = await begin(began)
  return comeBack(await passInstitution(address, login, began.jar), cookie, began.by)
}

function cookieOf({ headers }: Answer): string {
  return (headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

/** The cookie of a session, which is given beside the end of the other. */
function sessionOf({ headers }: Answer): string {
  const line = headers.getSetCookie().find((text) => text.startsWith('__Host-trialway='))
  return line?.split(';')[0] ?? ''
}

async function contents() {
  const { db } = app.people.records
  const tables = ['person', 'account', 'session', 'institution_attempt', 'audit_event'] as const
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return rows.map((each) => JSON.stringify(each))
}

test('without settings there is no button and no such address', async () => {
  const without = visitor(createSite(app), app.baseUrl)
  assert.doesNotMatch((await without.get('/sign-in')).text, /institution/)
  for (const path of ['/sign-in/institution', '/fr/sign-in/institution'])
    assert.equal((await without.post(path, {})).status, 404)
  assert.equal((await without.get('/sign-in/institution/return?code=x&state=y')).status, 404)
})

test('who has an account signs in by their institution and goes on to where they wanted', async () => {
  const page = await visit.get('/sign-in?then=/fr/desk?tab=new')
  assert.match(page.text, /Sign in with Hôpital Test/)
  assert.deepEqual(page.headers.getSetCookie(), [])
  assert.match((await visit.get('/fr/sign-in')).text, /Se connecter avec Hôpital Test/)
  const { sent, address, cookie } = await begin({ to: '/fr/desk?tab=new' })
  assert.equal(sent.status, 200)
  const [given = ''] = sent.headers.getSetCookie()
  for (const part of ['__Host-', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=600'])
    assert.ok(given.includes(part), part)
  const asked = new URL(address).searchParams
  assert.equal(asked.get('code_challenge_method'), 'S256')
  assert.deepEqual([asked.get('prompt'), asked.get('max_age')], [null, null])
  assert.ok(!address.includes(cookie.split('=')[1] ?? '?'))
  const came = await comeBack(await passInstitution(address, 'anne'), cookie)
  assert.deepEqual([came.status, came.to], [303, '/fr/desk?tab=new'])
  const [ended = '', session = ''] = came.headers.getSetCookie()
  assert.match(ended, /^__Host-trialway-institution=;.*Max-Age=0/)
  assert.match(session, /^__Host-trialway=/)
  const self = await visit.get('/account', { headers: { cookie: sessionOf(came) } })
  assert.match(self.text, /Your institution/)
  const { db } = app.people.records
  const line = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', 'session.started')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  assert.match(JSON.stringify(line), /oidc/)
  assert.deepEqual(await db.selectFrom('institution_attempt').selectAll().execute(), [])
})

test('who did not say where to go is led to their desk, in the language they came in', async () => {
  const { address, cookie } = wayOf(await visit.post('/fr/sign-in/institution', {}))
  assert.equal((await comeBack(await passInstitution(address, 'anne'), cookie)).to, '/fr/desk')
})

test('an address without an account, or not verified, is told that there is none, and none is made', async () => {
  const before = await contents()
  for (const login of ['stranger', 'unverified', 'said', 'wide', 'none']) {
    const came = await pass(login, { to: '/desk' })
    assert.equal(came.to, '/sign-in?institution=noAccount&then=%2Fdesk', login)
    assert.equal(sessionOf(came), '')
    const told = await visit.get(came.to)
    assert.match(
      told.text,
      /There is no account here for you. Ask the person who manages your site/,
    )
    assert.match(told.text, /role="alert"/)
  }
  assert.deepEqual(await contents(), before)
})

test('a closed account is as none, and an institution is believed for its own domains alone', async () => {
  institution.people.set('old', { email: 'old@example.org', email_verified: true })
  const { actor } = await signedIn(app.people.records, [], 'old@example.org', app.now())
  assert.equal((await pass('old')).to, '/account')
  await app.people.records.write((tx) =>
    closeAccount(tx, actor.accountId, { by: 'operator', now: app.now() }),
  )
  assert.equal((await pass('old')).to, '/sign-in?institution=noAccount')
  for (const [domain, to] of [
    ['hospital.example.org', '/sign-in?institution=noAccount'],
    ['example.org', '/desk'],
  ] as const) {
    const settings = { ...institution.settings, mailDomains: [domain] }
    assert.equal((await pass('anne', { by: siteWith({ settings }) })).to, to)
  }
})

test('what came back once is good once, and in the browser that began it alone', async () => {
  const mine = await begin()
  const other = await begin()
  const back = await passInstitution(mine.address, 'anne')
  for (const cookie of [
    '',
    other.cookie,
    '__Host-trialway-institution=x',
    `__Host-trialway-institution=${'A'.repeat(43)}`,
  ]) {
    const came = await comeBack(back, cookie)
    assert.deepEqual([came.to, came.headers.getSetCookie()], ['/sign-in?institution=over', []])
  }
  const changed = back.replace(/state=[^&]*/, 'state=x')
  assert.equal((await comeBack(changed, mine.cookie)).to, '/sign-in?institution=over')
  const head = await visit.head(back.slice(app.baseUrl.length), {
    headers: { cookie: mine.cookie },
  })
  assert.deepEqual([head.status, head.headers.getSetCookie()], [204, []])
  const both = await Promise.all([1, 2].map(() => comeBack(back, mine.cookie)))
  assert.deepEqual(both.map(({ to }) => to).toSorted(), ['/desk', '/sign-in?institution=over'])
  assert.equal((await comeBack(back, mine.cookie)).to, '/sign-in?institution=over')
  assert.match((await visit.get('/sign-in?institution=over')).text, /That sign-in is over/)
})

test('the code of one browser’s sign-in is no use in another’s', async () => {
  const [mine, theirs] = [await begin(), await begin()]
  const [stolen, own] = [
    new URL(await passInstitution(theirs.address, 'anne')),
    new URL(await passInstitution(mine.address, 'stranger')),
  ]
  own.searchParams.set('code', stolen.searchParams.get('code') ?? '')
  assert.equal((await comeBack(own.href, mine.cookie)).to, '/sign-in?institution=refused')
})

test('of two institutions one is chosen by name, and each is believed for its own people alone', async () => {
  const second = await openTestInstitution(app.baseUrl)
  const mine = { ...institution.settings, mailDomains: ['example.org'] }
  const theirs = { ...second.settings, name: 'Clinique Deux', mailDomains: ['clinic.example.net'] }
  const by = visitor(createSite({ ...app, institutions: [mine, theirs] }), app.baseUrl)
  const bob = 'bob@clinic.example.net'
  await signedIn(app.people.records, [{ role: 'investigator', study, site: null }], bob, app.now())
  second.people.set('bob', { email: bob, email_verified: true })
  second.people.set('anne', known.anne)
  institution.people.set('bob', { email: bob, email_verified: true })
  const page = await by.get('/sign-in')
  assert.match(page.text, /Sign in with Hôpital Test[\s\S]*Sign in with Clinique Deux/)
  const go = async (to: typeof mine) => {
    const body = new URLSearchParams({ institution: institutionId(to) })
    return wayOf(
      await by.send('/sign-in/institution', { body }, { headers: { origin: app.baseUrl } }),
    )
  }
  const [one, two] = [await go(mine), await go(theirs)]
  assert.ok(one.address.startsWith(mine.issuer) && two.address.startsWith(theirs.issuer))
  const backs = {
    anne: await passInstitution(one.address, 'anne'),
    bob: await passInstitution(two.address, 'bob'),
  }
  // What one gave is no answer to what was asked of the other, whatever is exchanged.
  const mixed = new URL(backs.bob)
  mixed.searchParams.set('state', new URL(backs.anne).searchParams.get('state') ?? '')
  const told = await comeBack(mixed.href, one.cookie, by)
  assert.equal(told.to, `/sign-in?institution=refused&at=${institutionId(mine)}`)
  assert.match((await by.get(told.to)).text, /What Hôpital Test sent us is not as it must be/)
  assert.equal((await comeBack(backs.bob, two.cookie, by)).to, '/desk')
  const again = await go(mine)
  assert.equal(
    (await comeBack(await passInstitution(again.address, 'anne'), again.cookie, by)).to,
    '/desk',
  )
  // The second says that it verified an address of the first, and the first one of the second.
  for (const [to, login] of [
    [theirs, 'anne'],
    [mine, 'bob'],
  ] as const) {
    const way = await go(to)
    const { to: at } = await comeBack(await passInstitution(way.address, login), way.cookie, by)
    assert.equal(at, `/sign-in?institution=noAccount&at=${institutionId(to)}`, login)
  }
  // A domain in capitals is the same; one below it, or one that only ends alike, is another.
  for (const [email, at] of [
    ['BOB@CLINIC.EXAMPLE.NET', '/desk'],
    ['bob@ward.clinic.example.net', `/sign-in?institution=noAccount&at=${institutionId(theirs)}`],
    ['bob@myclinic.example.net', `/sign-in?institution=noAccount&at=${institutionId(theirs)}`],
  ] as const) {
    if (at !== '/desk') {
      const right = [{ role: 'investigator', study, site: null }] as const
      await signedIn(app.people.records, right, email, app.now())
    }
    second.people.set('bob', { email, email_verified: true })
    const way = await go(theirs)
    const back = await passInstitution(way.address, 'bob')
    assert.equal((await comeBack(back, way.cookie, by)).to, at, email)
  }
  for (const wrong of [{}, { institution: 'x' }, { institution: '0123456789ab' }])
    assert.equal((await by.post('/sign-in/institution', wrong)).status, 404)
  assert.doesNotMatch((await by.get('/sign-in?institution=refused&at=x')).text, /role="alert"/)
  assert.equal(
    (await by.get('/sign-in?institution=over')).text.includes('That sign-in is over'),
    true,
  )
  await second.close()
})

test('after ten minutes a sign-in is over, and nothing is kept of it', async () => {
  const { address, cookie } = await begin({ to: '/desk' })
  const back = await passInstitution(address, 'anne')
  const start = app.clock
  app.clock = new Date(start.getTime() + 10 * 60_000)
  assert.equal((await comeBack(back, cookie)).to, '/sign-in?institution=over')
  await forgetOldSignIns(app.people.records, new Date(app.clock.getTime() + 1))
  app.clock = start
  const left = await app.people.records.db.selectFrom('institution_attempt').selectAll().execute()
  assert.deepEqual(left, [])
})

test('who says no there is told, and a page of another origin begins nothing', async () => {
  const { address, cookie } = await begin({ to: '/desk' })
  const state = new URL(address).searchParams.get('state') ?? ''
  const iss = encodeURIComponent(institution.settings.issuer)
  const said = (error: string, more = '') =>
    `${app.baseUrl}/sign-in/institution/return?error=${error}&state=${state}&iss=${iss}${more}`
  const came = await comeBack(said('access_denied', '&error_description=Canary-4711'), cookie)
  assert.equal(came.to, '/sign-in?institution=stopped&then=%2Fdesk')
  for (const headers of [{ origin: 'https://evil.example' }, {}]) {
    const body = new URLSearchParams({})
    const { status } = await visit.send('/sign-in/institution', { body }, { headers })
    assert.equal(status, 403)
  }
})

test('nobody is led away from here, and a name that was typed is not kept', async () => {
  for (const path of ['//evil.example', 'https://evil.example/', '/desk?find=Canary-4711']) {
    const { address, cookie } = await begin({ to: path })
    assert.equal((await comeBack(await passInstitution(address, 'anne'), cookie)).to, '/desk')
  }
})

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >

/** Makes the token of an answer another one. */
function otherToken(make: (token: string, claims: Record<string, unknown>) => string) {
  return (context: ProviderContext): void => {
    if (context.path !== '/token') return
    const answer = context.body as { id_token: string }
    context.body = { ...answer, id_token: make(answer.id_token, claimsOf(answer.id_token)) }
  }
}

const now = (): number => Math.floor(Date.now() / 1000)
const withClaims = (more: object) =>
  otherToken((_, claims) => institution.signed({ ...claims, ...more }))

const unsound: Readonly<Record<string, () => (context: ProviderContext) => unknown>> = {
  'a token of another issuer': () => withClaims({ iss: 'https://evil.example' }),
  'a token for another site': () => withClaims({ aud: 'other' }),
  'a token for two sites, given to the other': () =>
    withClaims({ aud: ['trialway', 'other'], azp: 'other' }),
  'a token that ran out': () => withClaims({ exp: now() - 120, iat: now() - 300 }),
  'a token that never runs out': () => withClaims({ exp: undefined }),
  'a token of the future': () => withClaims({ nbf: now() + 3600 }),
  'a token of another sign-in': () => withClaims({ nonce: 'other' }),
  'a token of no sign-in': () => withClaims({ nonce: undefined }),
  'a token of nobody': () => withClaims({ sub: undefined }),
  'a token with claims changed after it was signed': () =>
    otherToken((token, claims) => {
      const [head, , signature] = token.split('.')
      const other = Buffer.from(JSON.stringify({ ...claims, more: 1 })).toString('base64url')
      return [head, other, signature].join('.')
    }),
  'a token with a changed signature': () =>
    otherToken(
      (token) => `${token.slice(0, -8)}${token.endsWith('AAAAAAAA') ? 'B' : 'A'.repeat(8)}`,
    ),
  'a token without a signature': () =>
    otherToken((token) => {
      const head = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
      return `${head}.${token.split('.')[1] ?? ''}.`
    }),
  'a token signed with the secret': () =>
    otherToken((token) => {
      const head = Buffer.from(JSON.stringify({ alg: 'HS256' })).toString('base64url')
      const text = `${head}.${token.split('.')[1] ?? ''}`
      const { clientSecret } = institution.settings
      return `${text}.${createHmac('sha256', clientSecret).update(text).digest('base64url')}`
    }),
  'a token signed with a key that it brings along': () =>
    otherToken((_, claims) => institution.signed(claims, { kid: 'k2', jwk: { kty: 'RSA' } })),
  'no token': () => (context) => {
    if (context.path === '/token') context.body = { access_token: 'x', token_type: 'Bearer' }
  },
  'the word of somebody else': () => (context) => {
    if (context.path === '/me')
      context.body = { sub: 'somebody else', email: anne, email_verified: true }
  },
  'an issuer that is another one': () => (context) => {
    if (context.path.startsWith('/.well-known/'))
      context.body = { ...(context.body as object), issuer: 'https://evil.example' }
  },
  'keys that are none': () => (context) => {
    if (context.path === '/jwks') context.body = { keys: [] }
  },
  'an answer without an end': () => (context) => {
    if (context.path === '/me') context.body = { sub: 'anne', more: 'x'.repeat(2_000_000) }
  },
  'an answer that cannot be read': () => (context) => {
    if (context.path === '/token') context.body = '<p>Canary-4711</p>'
  },
}

for (const [name, spoil] of Object.entries(unsound))
  test(`${name} signs nobody in and changes nothing`, async () => {
    const { address, cookie } = await begin({ to: '/desk' })
    const back = await passInstitution(address, 'anne')
    const before = await contents()
    institution.spoil = spoil()
    const came = await comeBack(back, cookie)
    institution.spoil = undefined
    assert.equal(came.to, '/sign-in?institution=refused&then=%2Fdesk')
    assert.equal(sessionOf(came), '')
    assert.equal((await comeBack(back, cookie)).to, '/sign-in?institution=over')
    const [people, accounts, sessions, attempts, trail] = await contents()
    assert.deepEqual(
      [people, accounts, sessions, '[]', trail],
      [...before.slice(0, 3), attempts, before[4]],
    )
    assert.match((await visit.get(came.to)).text, /is not as it must be/)
  })

test('an institution that is out of order, or that does not know us, is told apart', async () => {
  const down = (status: number) => (context: ProviderContext) => {
    context.status = status
    context.body = 'Canary-4711'
  }
  for (const [status, why] of [
    [503, 'away'],
    [500, 'away'],
    [404, 'refused'],
  ] as const) {
    institution.spoil = down(status)
    const { sent } = await begin({ to: '/desk' })
    assert.equal(sent.to, `/sign-in?institution=${why}&then=%2Fdesk`)
    assert.deepEqual(sent.headers.getSetCookie(), [])
  }
  institution.spoil = undefined
  const settings = { ...institution.settings, clientSecret: 'wrong' }
  assert.equal(
    (await pass('anne', { by: siteWith({ settings }) })).to,
    '/sign-in?institution=refused',
  )
})

test('an institution that is not there, or says nothing, is waited for some seconds and no longer', async () => {
  const silent = createServer(() => {})
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const at = (issuer: string) => siteWith({ settings: { ...institution.settings, issuer } })
  const began = performance.now()
  const { sent } = await begin({ by: at(`http://127.0.0.1:${port}`) })
  assert.equal(sent.to, '/sign-in?institution=away')
  const took = performance.now() - began
  assert.ok(took > 1000 && took < 12_000, String(took))
  silent.close()
  assert.equal((await begin({ by: at('http://127.0.0.1:1') })).sent.to, '/sign-in?institution=away')
  assert.match((await visit.get('/sign-in?institution=away')).text, /Hôpital Test gives no answer/)
})

test('for acts that matter one signs in there anew, and who did not is told', async () => {
  const jar: Jar = new Map()
  const first = await pass('anne', { jar })
  const session = sessionOf(first)
  const actorIs = (cookie: string) =>
    actorOf(app.people.records, cookie.split('=')[1] ?? '', app.now())
  const known = await actorIs(session)
  // The institution did not say when: who is known there has shown nothing just now.
  assert.ok(known && !isFresh(known, app.now()))
  const to = (await visit.post('/account/passkeys/x/removal', {}, { headers: { cookie: session } }))
    .to
  assert.equal(to, '/sign-in?then=%2Faccount&again=yes')
  const page = await visit.get(to, { headers: { cookie: session } })
  assert.match(page.text, /name="again" value="yes"/)
  const again = await begin({ to: '/account', session })
  const asked = new URL(again.address).searchParams
  assert.deepEqual([asked.get('prompt'), asked.get('max_age')], ['login', '0'])
  const came = await comeBack(await passInstitution(again.address, 'anne', jar), again.cookie)
  assert.equal(came.to, '/account')
  const fresh = await actorIs(sessionOf(came))
  assert.ok(fresh && isFresh(fresh, app.now()))
  for (const auth_time of [undefined, now() - 3600]) {
    institution.spoil = withClaims({ auth_time })
    const late = await begin({ to: '/account', again: true })
    const back = await passInstitution(late.address, 'anne')
    assert.equal(
      (await comeBack(back, late.cookie)).to,
      '/sign-in?institution=notFresh&then=%2Faccount&again=yes',
    )
  }
})

test('signing in is another session, the one before ends, and signing out ends it', async () => {
  const first = sessionOf(await pass('anne'))
  const { address, cookie } = await begin({ session: first })
  const back = await passInstitution(address, 'anne')
  const second = sessionOf(await comeBack(back, `${cookie}; ${first}`))
  const isIn = async (session: string) =>
    (await visit.get('/account', { headers: { cookie: session } })).status === 200
  assert.deepEqual([await isIn(first), await isIn(second)], [false, true])
  await visit.post('/sign-out', {}, { headers: { cookie: second } })
  assert.equal(await isIn(second), false)
})

test('a provider that wants the secret in the form, or says all in the token, is understood', async () => {
  const more = { clientAuth: 'client_secret_post', inToken: true } as const
  const other = await openTestInstitution(app.baseUrl, more)
  other.people.set('anne', known.anne)
  other.spoil = ({ path }) => assert.notEqual(path, '/me')
  try {
    assert.equal((await pass('anne', { by: siteWith(other) })).to, '/desk')
  } finally {
    await other.close()
  }
})

test('two hundred an hour may go there from one place, and what was said is in no line of the log', async () => {
  const few: App = { ...app, institutions: [institution.settings] }
  const crowd = visitor(createSite(few), app.baseUrl)
  const from = '192.0.2.7'
  const headers = { origin: app.baseUrl }
  institution.spoil = (context) => {
    context.status = 503
  }
  let last = 0
  for (let time = 0; time < 201; time++)
    last = (
      await crowd.send('/sign-in/institution', { body: new URLSearchParams() }, { from, headers })
    ).status
  assert.equal(last, 429)
  const lines = app.lines.join('\n')
  assert.match(lines, /"why":"refused","code":"OAUTH_JWT_CLAIM_COMPARISON_FAILED"/)
  assert.match(lines, /"why":"away","code":"OAUTH_TIMEOUT"/)
  assert.doesNotMatch(lines, /canary|anne|stranger|example\.org/i)
})
