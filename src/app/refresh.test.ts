import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLog } from './log.ts'
import { nextRefresh, startRefresh } from './refresh.ts'

const now = new Date('2026-11-23T09:00:00Z')
const log = openLog({ level: 'silent', stream: { write() {} } })

test('after a start a refresh is due a day after the last import, within four hours', () => {
  const next = (random: number) =>
    nextRefresh(now, { kind: 'first', imported: '2026-11-23' }, random)
  assert.equal(next(0).toISOString(), '2026-11-24T00:00:00.000Z')
  assert.equal(next(1).toISOString(), '2026-11-24T04:00:00.000Z')
})

test('an overdue refresh waits at least five minutes, so that a restart does not ask at once', () => {
  for (const imported of ['2025-01-01', undefined])
    assert.equal(
      nextRefresh(now, { kind: 'first', imported }, 0).toISOString(),
      '2026-11-23T09:05:00.000Z',
    )
})

test('a clock that was wrong once does not put the refresh off for more than a day', () => {
  const next = nextRefresh(now, { kind: 'first', imported: '2031-01-01' }, 0)
  assert.equal(next.toISOString(), '2026-11-24T09:00:00.000Z')
})

test('after a good refresh the next is a day later, also when it found nothing new', () => {
  const next = (random: number) => nextRefresh(now, { kind: 'good' }, random).toISOString()
  assert.equal(next(0), '2026-11-24T09:00:00.000Z')
  assert.equal(next(1), '2026-11-24T10:00:00.000Z')
})

test('a refresh that fails is tried again after longer and longer waits, at most a day', () => {
  const hours = (times: number) =>
    (nextRefresh(now, { kind: 'failed', times }, 0).getTime() - now.getTime()) / 3_600_000
  assert.deepEqual([1, 2, 3, 5, 6, 60].map(hours), [1, 2, 4, 16, 24, 24])
})

test('a refresh that finds nothing is not repeated every few minutes; one that fails waits longer', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now })
  const asked: number[] = []
  const answers = [true, true, false, false, true]
  const stop = new AbortController()
  const options = {
    refreshUrl: 'https://registry.example',
    imported: () => '2020-01-01',
    log,
    now: () => new Date(),
    random: () => 0,
    refresh: () => {
      asked.push((Date.now() - now.getTime()) / 3_600_000)
      return Promise.resolve(answers[asked.length - 1] === true)
    },
  }
  startRefresh(options, stop.signal)
  for (let minutes = 0; minutes < 60 * 60; minutes += 5) {
    t.mock.timers.tick(5 * 60_000)
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  stop.abort()
  const start = 5 / 60
  assert.deepEqual(
    asked,
    [0, 24, 48, 49, 51].map((hour) => hour + start),
  )
})

test('without an address nothing is planned; stopping ends what is planned', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const asked: string[] = []
  const options = {
    imported: () => '2026-11-22',
    log,
    now: () => now,
    random: () => 0,
    refresh: (url: string) => {
      asked.push(url)
      return Promise.resolve(true)
    },
  }
  const [stopped, running] = [new AbortController(), new AbortController()]
  startRefresh(options, running.signal)
  startRefresh({ ...options, refreshUrl: 'https://stopped.example' }, stopped.signal)
  startRefresh({ ...options, refreshUrl: 'https://registry.example' }, running.signal)
  stopped.abort()
  t.mock.timers.tick(10 * 3_600_000)
  assert.deepEqual(asked, ['https://registry.example'])
  running.abort()
})
