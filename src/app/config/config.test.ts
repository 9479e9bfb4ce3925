import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { addressOf, ConfigProblems, readConfig, settings } from './config.ts'

const root = join(import.meta.dirname, '../../..')

test('an empty environment is enough to run', () => {
  const config = readConfig({})
  assert.equal(config.port, 8080)
  assert.equal(config.host, '127.0.0.1')
  assert.deepEqual(config.operatorDoor, { port: 9080, mayMove: true })
  assert.equal(config.baseUrl, 'http://localhost:8080')
  assert.equal(config.dataDir, join(process.cwd(), 'var'))
  assert.equal(config.searchTimeoutMs, 2000)
  assert.ok(config.searchProcesses >= 1)
  assert.equal(config.trustProxy, false)
  assert.ok(!('refreshUrl' in config))
})

test('every wrong setting is named at once, in words', () => {
  const problems = problemsOf({
    PORT: '80a',
    LOG_LEVEL: 'loud',
    BASE_URL: 'javascript:alert(1)',
    SEARCH_TIMEOUT_MS: '5',
    TRUST_PROXY: 'maybe',
  })
  assert.deepEqual(problems, [
    'PORT must be a whole number from 0 to 65535; it is "80a".',
    'BASE_URL must be a web address that begins with http:// or https://, without a name or password in it; it is "javascript:alert(1)".',
    'LOG_LEVEL must be one of debug, info, warn, error, silent; it is "loud".',
    'SEARCH_TIMEOUT_MS must be a whole number from 100 to 60000; it is "5".',
    'TRUST_PROXY must be true or false; it is "maybe".',
  ])
})

test('numbers at and beyond their limits', () => {
  assert.equal(readConfig({ PORT: '0' }).port, 0)
  assert.equal(readConfig({ PORT: '65535' }).port, 65_535)
  assert.equal(problemsOf({ PORT: '65536' }).length, 1)
  assert.equal(problemsOf({ PORT: '-1' }).length, 1)
  assert.equal(problemsOf({ PORT: '8e3' }).length, 1)
  assert.equal(problemsOf({ SEARCH_PROCESSES: '0' }).length, 1)
})

test('the operator’s port is a thousand above the other, as asked, or none', () => {
  const doorOf = (environment: Record<string, string>) => readConfig(environment).operatorDoor
  assert.deepEqual(doorOf({ PORT: '80' }), { port: 1080, mayMove: true })
  assert.deepEqual(doorOf({ PORT: '65000' }), { port: 64_000, mayMove: true })
  assert.deepEqual(doorOf({ PORT: '0' }), { port: 0, mayMove: true })
  assert.deepEqual(doorOf({ OPERATOR_PORT: '9000' }), { port: 9000, mayMove: false })
  assert.equal(doorOf({ OPERATOR_PORT: '0' }), undefined)
})

test('a setting left empty counts as not set', () => {
  assert.equal(readConfig({ PORT: ' ', REFRESH_URL: '' }).port, 8080)
})

test('a slash at the end of an address makes no difference', () => {
  assert.equal(
    readConfig({ BASE_URL: 'https://trials.example.org/' }).baseUrl,
    'https://trials.example.org',
  )
})

test('several institutions are a list, each with its issuer and its own mail domains, beside the single one', () => {
  const single = {
    OIDC_ISSUER: 'https://login.example.org',
    OIDC_CLIENT_ID: 'trialway',
    OIDC_CLIENT_SECRET: 'hunter2 hunter2',
    OIDC_NAME: 'Hôpital',
    OIDC_MAIL_DOMAINS: 'a.example.org',
  }
  const other = {
    issuer: 'https://sso.example.net/realm',
    clientId: 'tw',
    clientSecret: 'a secret 4711',
    name: 'Clinic',
    mailDomains: ['B.example.org'],
  }
  const list = (...all: readonly object[]) => ({ OIDC_INSTITUTIONS: JSON.stringify(all) })
  assert.deepEqual(readConfig(list(other)).institutions, [
    { ...other, mailDomains: ['b.example.org'] },
  ])
  assert.deepEqual(
    readConfig({ ...single, ...list(other) }).institutions.map(({ name }) => name),
    ['Hôpital', 'Clinic'],
  )
  const problem = (more: object) => problemsOf({ ...single, ...more })[0] ?? ''
  assert.match(problem(list({ ...other, mailDomains: [] })), /each needs its mail domains.*Clinic/)
  assert.match(
    problem(list({ ...other, mailDomains: ['A.example.org'] })),
    /of one institution only/,
  )
  assert.match(problem(list({ ...other, issuer: 'https://login.example.org/' })), /of its own/)
  assert.match(problem(list({ ...other, name: 'Hôpital' })), /of its own.*Hôpital/)
  for (const text of [
    '',
    'x',
    '{}',
    '[{}]',
    JSON.stringify([{ ...other, clientSecret: 4711 }]),
  ].slice(1)) {
    const said = problem({ OIDC_INSTITUTIONS: text })
    assert.match(said, /^OIDC_INSTITUTIONS must be a JSON list/)
    assert.doesNotMatch(said, /4711/)
  }
  assert.match(problem(list({ ...other, issuer: 'http://sso.example.net' })), /issuer of entry 1/)
  assert.match(
    problem(list(other, { ...other, secret: 'x' })),
    /JSON list.*; look at the names of the fields of entry 2/,
  )
  assert.match(problem(list({ ...other, name: 'hôpital ' })), /of its own.*hôpital/)
  assert.match(problem(list({ ...other, name: ' ' })), /name of entry 1/)
  // No address is of such a domain: it would shut everybody out.
  for (const domain of [
    'b.example.org.',
    'b..org',
    '@b.example.org',
    'localhost',
    'b c.org',
    '-b.org',
  ])
    assert.match(problem(list({ ...other, mailDomains: [domain] })), /mailDomains of entry 1/)
  for (const domains of ['b.example.org.', 'b.org,', ',', 'b.org c.org'])
    assert.match(problem({ OIDC_MAIL_DOMAINS: domains }), /^OIDC_MAIL_DOMAINS must be domains/)
  assert.deepEqual(
    readConfig(list({ ...other, mailDomains: ['Hôpital.example.org'] })).institutions[0]
      ?.mailDomains,
    ['xn--hpital-ixa.example.org'],
  )
})

test('a host that is every address is shown as localhost', () => {
  assert.equal(addressOf('0.0.0.0', 80), 'http://localhost:80')
  assert.equal(addressOf('2001:db8::1', 80), 'http://[2001:db8::1]:80')
})

test('an institution needs its four settings, and TLS unless it is on this machine', () => {
  const whole = {
    OIDC_ISSUER: 'https://login.example.org/realms/ward',
    OIDC_CLIENT_ID: 'trialway',
    OIDC_CLIENT_SECRET: 'hunter2 hunter2',
    OIDC_NAME: 'Hôpital',
  }
  assert.deepEqual(
    readConfig({ ...whole, OIDC_MAIL_DOMAINS: 'A.example.org , b.org' }).institutions[0],
    {
      issuer: 'https://login.example.org/realms/ward',
      clientId: 'trialway',
      clientSecret: 'hunter2 hunter2',
      name: 'Hôpital',
      mailDomains: ['a.example.org', 'b.org'],
    },
  )
  assert.deepEqual(readConfig(whole).institutions[0]?.mailDomains, [])
  assert.deepEqual(readConfig({}).institutions, [])
  for (const name of Object.keys(whole))
    assert.match(problemsOf({ ...whole, [name]: '' })[0] ?? '', /together/)
  assert.match(problemsOf({ OIDC_MAIL_DOMAINS: 'b.org' })[0] ?? '', /together/)
  const at = (OIDC_ISSUER: string) => problemsOf({ ...whole, OIDC_ISSUER }).length
  for (const issuer of ['http://127.0.0.1:9', 'http://localhost:9']) assert.equal(at(issuer), 0)
  for (const issuer of [
    'http://login.example.org',
    'login.example.org',
    'javascript:alert(1)',
    'https://me@login.example.org',
    'https://login.example.org/.well-known/openid-configuration',
  ])
    assert.equal(at(issuer), 1, issuer)
  const wrong = problemsOf({ ...whole, OIDC_CLIENT_SECRET: 'hunter2\0' })
  assert.ok(wrong.length === 1 && !wrong[0]?.includes('hunter2'))
})

test('.env.example names every setting, and no other, with its default', () => {
  const text = readFileSync(join(root, '.env.example'), 'utf8')
  const named = [...text.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(([, name]) => name)
  assert.deepEqual(named, Object.keys(settings.shape))
  for (const words of descriptions()) assert.ok(text.replace(/\n# /g, ' ').includes(words), words)
})

test('the table in docs/operations.md names every setting, and no other', () => {
  const text = readFileSync(join(root, 'docs/operations.md'), 'utf8')
  const named = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  assert.deepEqual(named, Object.keys(settings.shape))
  for (const words of descriptions()) assert.ok(text.includes(words), words)
})

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems
    throw error
  }
  return []
}

function descriptions(): string[] {
  return Object.values(settings.shape).map((setting) => setting.description ?? assert.fail())
}
