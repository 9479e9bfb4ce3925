import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ProviderContext } from 'oidc-provider'
import { sized } from '../../testing/sized.ts'
import { signedIn } from '../../testing/test-accounts.ts'
import {
  type Jar,
  openTestInstitution,
  passInstitution,
  type TestInstitution,
} from '../../testing/test-institution.ts'
import { openTestApp, type TestApp } from '../../testing/test-site.ts'
import { visitor, type Visitor } from '../../testing/visitor.ts'
import { createSite } from '../site.ts'

// Every part of every answer of a real provider, one after the other, is replaced by what it should never be.

let app: TestApp
let institution: TestInstitution
let visit: Visitor
const jar: Jar = new Map()

before(async () => {
  app = await openTestApp()
  app.clock = new Date()
  institution = await openTestInstitution(app.baseUrl)
  institution.people.set('anne', { email: 'anne@example.org', email_verified: true })
  visit = visitor(createSite({ ...app, institutions: [institution.settings] }), app.baseUrl)
  await signedIn(app.people.records, [], 'anne@example.org', app.now())
})
after(async () => {
  await institution.close()
  await app.close()
})

const odd: readonly unknown[] = [
  undefined,
  null,
  -1,
  1e300,
  true,
  '',
  'x',
  'a\nb: c',
  'a\0b',
  'é\u{1f600}\ud800',
  'x'.repeat(100_000),
  'http://[',
  'javascript:alert(1)',
  'https://127.0.0.1:1/',
  'http://127.0.0.1:1/',
  'https://evil.example/',
  [],
  [null],
  {},
  { length: 1 },
]

type Body = Record<string, unknown>
const asBody = (value: unknown): Body => ({ ...(value as object) })

/** What an answer is made of: its parts by name, and the answer with one of them changed. */
interface Part {
  readonly at: string
  readonly parts: (body: unknown) => Body
  readonly changed: (body: unknown, part: Body) => unknown
}

const claimsOf = (body: unknown): Body => {
  const token = String(asBody(body)['id_token'])
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Body
}
const whole = { parts: asBody, changed: (_: unknown, part: Body) => part }
const ofReturn: readonly Part[] = [
  { at: '/token', ...whole },
  { at: '/me', ...whole },
  {
    at: '/token',
    parts: claimsOf,
    changed: (body, part) => ({ ...asBody(body), id_token: institution.signed(part) }),
  },
  {
    at: '/jwks',
    parts: (body) => asBody((asBody(body)['keys'] as readonly unknown[])[0]),
    changed: (_, part) => ({ keys: [part] }),
  },
  { at: '/.well-known/openid-configuration', ...whole },
]

/** Changes one part of an answer; the answer is as it was where there is no such part. */
function spoiling({ at, parts, changed }: Part, name: string, value: unknown) {
  return (context: ProviderContext): void => {
    if (context.path === at && context.status === 200)
      context.body = changed(context.body, { ...parts(context.body), [name]: value })
  }
}

/** The names of the parts, as an answer that is left alone has them. */
async function namesIn(part: Part): Promise<readonly string[]> {
  let names: readonly string[] = []
  institution.spoil = ({ path, body }) => {
    if (path === part.at) names = Object.keys(part.parts(body))
  }
  await passed()
  assert.ok(names.length > 0, part.at)
  return names
}

/** There and back; the page on the way is as it is before anything is spoiled. */
async function passed(spoil = institution.spoil): Promise<string> {
  institution.spoil = undefined
  const sent = await visit.post('/sign-in/institution', {})
  const [, address = ''] = /content="0; url=([^"]+)"/.exec(sent.text) ?? []
  const back = await passInstitution(address.replaceAll('&amp;', '&'), 'anne', jar)
  institution.spoil = spoil
  const cookie = sent.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { status, to } = await visit.get(back.slice(app.baseUrl.length), { headers: { cookie } })
  institution.spoil = undefined
  assert.equal(status, 303)
  return to
}

/** Parts that hold the proof: whatever else they are, nobody is signed in. */
const proof = new Set(['iss', 'aud', 'nonce', 'sub', 'id_token', 'email_verified', 'issuer'])

test('whatever an institution answers, nobody is signed in by less than the whole proof, and no page fails', async () => {
  const step = sized(7, 1)
  let [count, at] = [0, 0]
  for (const part of ofReturn)
    for (const name of await namesIn(part))
      for (const value of odd) {
        if (at++ % step !== 0) continue
        if (name === 'email_verified' && value === true) continue
        count++
        const to = await passed(spoiling(part, name, value))
        const said = `${part.at} ${name} ${JSON.stringify(value)?.slice(0, 40)}: ${to}`
        assert.match(
          to,
          /^\/(?:account|sign-in\?institution=(?:refused|away|stopped|noAccount))$/,
          said,
        )
        if (proof.has(name)) assert.notEqual(to, '/account', said)
      }
  assert.ok(count > 100, String(count))
})

test('whatever it says of itself, a visitor is led by the web alone, or told', async () => {
  const part: Part = { at: '/.well-known/openid-configuration', ...whole }
  for (const name of ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri'])
    for (const value of odd) {
      institution.spoil = spoiling(part, name, value)
      const { status, text, to } = await visit.post('/sign-in/institution', {})
      const said = `${name} ${JSON.stringify(value)?.slice(0, 40)}`
      if (status === 303) assert.match(to, /^\/sign-in\?institution=(?:refused|away)$/, said)
      else assert.match(text, /content="0; url=https?:\/\//, said)
    }
  institution.spoil = undefined
})

test('whatever an address of the return says, it is answered', async () => {
  const iss = encodeURIComponent(institution.settings.issuer)
  for (const more of [
    '',
    '&code=',
    '&code=x&code=y',
    `&code=${'x'.repeat(5000)}`,
    '&code=%00',
    '&code=x&iss=https%3A%2F%2Fevil.example',
    `&code=x&iss=${iss}&iss=${iss}`,
    `&response=x&iss=${iss}`,
    `&code=x&id_token=x&iss=${iss}`,
    `&error=&iss=${iss}`,
    `&error=nothing+known&error_description=%0d%0aSet-Cookie:x&iss=${iss}`,
    `&error=server_error&iss=${iss}`,
  ]) {
    const sent = await visit.post('/sign-in/institution', {})
    const [, state = ''] = /state=([\w-]+)/.exec(sent.text) ?? []
    const cookie = sent.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { status, to } = await visit.get(`/sign-in/institution/return?state=${state}${more}`, {
      headers: { cookie },
    })
    assert.ok(status === 303 || status === 400, `${more} ${status}`)
    if (status === 303) assert.match(to, /^\/sign-in\?institution=(?:refused|away)$/, more)
  }
})
