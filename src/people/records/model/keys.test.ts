import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { newDataDir, secret, testKeys } from '../../../testing/test-records.ts'
import { makeKeyFile, readKeyFile, writeKeyFile } from './key-file.ts'
import { keysOf, openKeys, readKeySetting } from './keys.ts'

const person = '0190aaaa-0000-4000-8000-000000000001'

test('hashes for different purposes have nothing in common, and stay the same with a new key', () => {
  const keys = keysOf(readKeySetting(testKeys))
  const rotated = keysOf(readKeySetting(testKeys.replace(',1:', `,2:${secret('2')},1:`)))
  assert.notEqual(keys.lookupOf('b.org'), keys.domainKeyOf('b.org'))
  assert.notDeepEqual(keys.sign('manage', 'x'), keys.sign('stop', 'x'))
  assert.notDeepEqual(keys.sign('a', 'bc'), keys.sign('ab', 'c'))
  assert.equal(keys.sign('manage', 'x').length, 16)
  assert.equal(rotated.lookupOf('a@b.org'), keys.lookupOf('a@b.org'))
  assert.deepEqual(rotated.sign('manage', 'x'), keys.sign('manage', 'x'))
  assert.deepEqual([rotated.current, rotated.versions], [2, [2, 1]])
})

test('a wrapped key opens for its person only, whatever version it has', () => {
  const old = keysOf(readKeySetting(testKeys))
  const both = keysOf(readKeySetting(`2:${secret('2')},${testKeys}`))
  const key = new Uint8Array(randomBytes(32))
  const { version, wrapped } = old.wrap(person, key)
  assert.deepEqual(both.unwrap(person, version, wrapped), key)
  assert.throws(() => both.unwrap('another', version, wrapped))
  assert.throws(() => both.unwrap(person, 2, wrapped))
  const anew = both.wrap(person, key)
  assert.equal(anew.version, 2)
  assert.throws(() => old.unwrap(person, 2, anew.wrapped), /version 2 is needed/)
})

test('many keys unwrapped together, of several versions, are those that were wrapped', () => {
  const old = keysOf(readKeySetting(testKeys))
  const both = keysOf(readKeySetting(`2:${secret('2')},${testKeys}`))
  const given = Array.from({ length: 9 }, () => new Uint8Array(randomBytes(32)))
  const wrapped = given.map((key, at) => (at % 3 === 0 ? old : both).wrap(`person ${at}`, key))
  assert.deepEqual(both.unwrapUnproven(wrapped), given)
  assert.deepEqual(both.unwrapUnproven([]), [])
  assert.throws(() => old.unwrapUnproven(wrapped), /version 2 is needed/)
})

test('a wrapped key that was changed or cut short never comes out as what it was', () => {
  const keys = keysOf(readKeySetting(testKeys))
  const key = new Uint8Array(randomBytes(32))
  const { version, wrapped } = keys.wrap(person, key)
  for (let at = 0; at < 44; at++) {
    const changed = wrapped.with(at, (wrapped[at] ?? 0) ^ 1)
    assert.notDeepEqual(keys.unwrapUnproven([{ version, wrapped: changed }]), [key], `byte ${at}`)
  }
  const short = { version, wrapped: wrapped.subarray(0, 59) }
  assert.throws(() => keys.unwrapUnproven([short]), /cut short/)
})

test('a version that came into the key file meanwhile is found without a restart', (t) => {
  const dataDir = newDataDir(t)
  makeKeyFile(dataDir)
  const running = openKeys(dataDir, undefined) ?? assert.fail()
  const set = readKeyFile(dataDir) ?? assert.fail()
  writeKeyFile(dataDir, { ...set, current: 2, keys: new Map([...set.keys, [2, randomBytes(32)]]) })
  const rotating = openKeys(dataDir, undefined) ?? assert.fail()
  const key = new Uint8Array(randomBytes(32))
  const { version, wrapped } = rotating.wrap(person, key)
  assert.equal(version, 2)
  assert.deepEqual(running.unwrap(person, version, wrapped), key)
  assert.equal(running.current, 2)
})

test('where the records demand a newer version, an old one is not used for anybody new', (t) => {
  const dataDir = newDataDir(t)
  makeKeyFile(dataDir)
  const running = openKeys(dataDir, undefined) ?? assert.fail()
  assert.throws(() => running.wrap(person, randomBytes(32), 2), /version 2 is needed/)
  const set = readKeyFile(dataDir) ?? assert.fail()
  writeKeyFile(dataDir, { ...set, current: 2, keys: new Map([...set.keys, [2, randomBytes(32)]]) })
  assert.equal(running.wrap(person, randomBytes(32), 2).version, 2)
})

test('a key file is made once', (t) => {
  const dataDir = newDataDir(t)
  makeKeyFile(dataDir)
  const first = readKeyFile(dataDir)
  makeKeyFile(dataDir)
  assert.deepEqual(readKeyFile(dataDir), first)
})
