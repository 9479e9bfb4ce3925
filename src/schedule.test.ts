import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLog } from './log.ts'
import { nextRefresh, startSchedule } from './schedule.ts'

const now = new Date('2026-11-23T09:00:00Z')
const log = openLog({ level: 'silent', stream: { write() {} } })

test('a refresh is due a day after the last import, within four hours', () => {
  const next = (random: number) =>
    nextRefresh({ now, imported: '2026-11-23', wentWell: true }, random)
  assert.equal(next(0).toISOString(), '2026-11-24T00:00:00.000Z')
  assert.equal(next(1).toISOString(), '2026-11-24T04:00:00.000Z')
})

test('an overdue refresh waits at least five minutes, so that a restart does not ask at once', () => {
  for (const imported of ['2025-01-01', undefined])
    assert.equal(
      nextRefresh({ now, imported, wentWell: true }, 0).toISOString(),
      '2026-11-23T09:05:00.000Z',
    )
})

test('a refresh that failed is tried again after an hour, not at once', () => {
  const next = nextRefresh({ now, imported: '2026-11-23', wentWell: false }, 0)
  assert.equal(next.toISOString(), '2026-11-23T10:05:00.000Z')
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
  startSchedule(options)
  const stopped = startSchedule({ ...options, refreshUrl: 'https://stopped.example' })
  const running = startSchedule({ ...options, refreshUrl: 'https://registry.example' })
  stopped.stop()
  t.mock.timers.tick(10 * 3_600_000)
  assert.deepEqual(asked, ['https://registry.example'])
  running.stop()
})
