import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Limiter, networkOf } from './limiter.ts'

test('a household is one source: its first three numbers, or its first three groups', () => {
  for (const [address, network] of [
    ['192.0.2.77', '192.0.2'],
    ['::ffff:192.0.2.1', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
    ['2001:db8:1:ffff::1', '2001:db8:1'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0'],
    ['2001:db8:2::1', '2001:db8:2'],
    ['fe80::1%eth0', 'fe80:0:0'],
    ['::', '0:0:0'],
  ] as const)
    assert.equal(networkOf(address), network, address)
})

test('a source may ask so often in an hour, and then has to wait for the rest of it', () => {
  const limiter = new Limiter(2)
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9, minutes))
  assert.equal(limiter.secondsToWait('a', at(0)), 0)
  assert.equal(limiter.secondsToWait('a', at(10)), 0)
  assert.equal(limiter.secondsToWait('a', at(20)), 40 * 60)
  assert.equal(limiter.secondsToWait('b', at(20)), 0)
  assert.equal(limiter.secondsToWait('a', at(60)), 0)
})

test('a source is told how often it still may ask, and when it may so often again', () => {
  const limiter = new Limiter(3, 60_000)
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 9, 0, seconds))
  assert.deepEqual(limiter.standing('a', at(0)), { most: 3, left: 3, seconds: 0 })
  for (const wait of [0, 0, 0, 60]) assert.equal(limiter.secondsToWait('a', at(10)), wait)
  assert.deepEqual(limiter.standing('a', at(20)), { most: 3, left: 0, seconds: 50 })
  assert.deepEqual(limiter.standing('a', at(20), 100), { most: 300, left: 296, seconds: 50 })
  assert.deepEqual(limiter.standing('a', at(70)), { most: 3, left: 3, seconds: 0 })
})

test('a flood of sources does not grow the memory for ever', () => {
  const limiter = new Limiter(1)
  const now = new Date()
  for (let source = 0; source < 120_000; source++) limiter.secondsToWait(String(source), now)
  assert.equal(limiter.secondsToWait('119999', now) > 0, true)
})
