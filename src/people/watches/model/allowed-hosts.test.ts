import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allowedHosts } from '../../../testing/test-receiver.ts'
import { allowedHostOf, isPlainEndpoint, readAllowedHosts } from './allowed-hosts.ts'

test('a list names hosts by scheme, name and port, and the address of one in a private network', () => {
  assert.deepEqual(
    allowedHosts(
      'https://hooks.example.org, https://fhir.example.org:8443=10.1.2.3\nhttp://[::1]:80',
    ),
    [
      {
        origin: 'https://hooks.example.org',
        hostname: 'hooks.example.org',
        port: 443,
        isEncrypted: true,
      },
      {
        origin: 'https://fhir.example.org:8443',
        hostname: 'fhir.example.org',
        port: 8443,
        isEncrypted: true,
        address: '10.1.2.3',
      },
      { origin: 'http://[::1]', hostname: '::1', port: 80, isEncrypted: false, address: '::1' },
    ],
  )
  assert.deepEqual(readAllowedHosts(' '), [])
  for (const wrong of [
    'hooks.example.org',
    'http://hooks.example.org',
    'http://localhost:9000',
    'http://10.0.0.1',
    'https://hooks.example.org/path',
    'https://hooks.example.org?x',
    'https://name:secret@hooks.example.org',
    'https://hooks.example.org=here',
    'https://hooks.example.org=10.1.2.3=10.1.2.4',
    'ftp://hooks.example.org',
    'https://a.example.org nonsense',
  ])
    assert.equal(readAllowedHosts(wrong), undefined, wrong)
})

test('an endpoint is allowed where scheme, name and port are those of the list, however it is written', () => {
  const allowed = allowedHosts('https://hooks.example.org:8443')
  for (const good of [
    'https://hooks.example.org:8443/',
    'https://hooks.example.org:8443/a/b',
    'https://HOOKS.example.org:8443/a',
  ])
    assert.ok(allowedHostOf(allowed, good), good)
  for (const bad of [
    'https://hooks.example.org/a',
    'https://hooks.example.org:443/a',
    'http://hooks.example.org:8443/a',
    'https://hooks.example.org.:8443/a',
    'https://hooks.example.org.evil.example:8443/a',
    'https://evil.example:8443/hooks.example.org',
    'https://xhooks.example.org:8443/',
    'https://sub.hooks.example.org:8443/',
    '//hooks.example.org:8443/',
    'https:hooks.example.org',
    '',
  ])
    assert.equal(allowedHostOf(allowed, bad), undefined, bad)
})

test('an endpoint says where and nothing else', () => {
  assert.ok(isPlainEndpoint('https://hooks.example.org:8443/fhir/notify'))
  for (const bad of [
    '/notify',
    'https://hooks.example.org/?key=secret',
    'https://hooks.example.org/#a',
    'https://hooks.example.org@evil.example/',
    'https://name@hooks.example.org/',
    'https://hooks.example.org\\@evil.example/',
    'https://hooks.example.org/\r\nX: y',
    'https://hooks.example.org/a b',
    `https://hooks.example.org/${'a'.repeat(500)}`,
    'https://hooks.example.org/é',
  ])
    assert.equal(isPlainEndpoint(bad), false, bad)
})
