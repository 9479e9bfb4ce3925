import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookupPublic, readAddress } from './address.ts'

for (const text of [
  'file:///etc/passwd',
  'gopher://example.org/1',
  'ftp://example.org/',
  'http://169.254.169.254/latest',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://0/',
  'http://0.0.0.0/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://10.0.0.1/',
  'http://192.168.1.1/api/v2',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[::]/',
  'http://x.localhost/',
  'http://localhost./',
  'http://example.org/\r\nHost: x',
  'http://exa mple.org/',
  'http:\\\\127.0.0.1/',
  'http://user:secret@example.org/',
  'http://127.0.0.1@example.org/',
  'nonsense',
  '',
])
  test(`${JSON.stringify(text)} is not asked`, () => {
    const address = readAddress(text)
    assert.ok('reason' in address && address.reason.length > 10)
  })

test('the registry is asked, and loopback where it is named openly', () => {
  for (const [text, loopback] of [
    ['https://clinicaltrials.gov/api/v2', false],
    ['http://8.8.8.8/', false],
    ['http://127.0.0.1:8080/api/v2', true],
    ['http://localhost:3000', true],
    ['http://[::1]/', true],
  ] as const) {
    const address = readAddress(text)
    assert.ok('url' in address)
    assert.equal(address.loopback, loopback)
  }
})

test('a name that resolves to a private address gives no connection', async () => {
  for (const all of [true, false]) {
    const error = await new Promise((resolve) => lookupPublic('localhost', { all }, resolve))
    assert.match(String(error), /private network/)
  }
})
