import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodsAt } from './periods.ts'

/** Zones with changes of clocks of an hour, of half an hour, and one that left out a whole day in 2011. */
const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC']
const quarter = 15 * 60_000

test('every local day has one daily period and every week one weekly, whatever the clocks do', () => {
  for (const zone of zones)
    for (const [from, to] of [
      ['2026-03-01T00:00:00Z', '2026-04-15T00:00:00Z'],
      ['2026-09-20T00:00:00Z', '2026-11-10T00:00:00Z'],
      ['2011-12-20T00:00:00Z', '2012-01-10T00:00:00Z'],
    ] as const) {
      const begun: string[] = []
      const last = new Map<number, string>()
      for (let at = Date.parse(from); at < Date.parse(to); at += quarter)
        for (const { urgency, name } of periodsAt(new Date(at), zone)) {
          if (last.get(urgency) === name) continue
          assert.ok(!begun.includes(name), `${zone}: ${name} came back`)
          begun.push(name)
          last.set(urgency, name)
        }
      const days = begun.filter((name) => name.startsWith('daily:')).map((name) => name.slice(6))
      days.forEach((day, index) => {
        const next = days[index + 1]
        if (next === undefined) return
        const gap = Temporal.PlainDate.from(day).until(next).days
        // Apia had no 30 December 2011.
        assert.equal(gap, zone === 'Pacific/Apia' && day === '2011-12-29' ? 2 : 1, `${zone} ${day}`)
      })
    }
})

test('nothing goes out at night', () => {
  assert.deepEqual(
    periodsAt(new Date('2026-11-25T05:59:59Z'), 'Europe/Paris').map(({ name }) => name),
    ['weekly:2026-W48'],
  )
  assert.deepEqual(
    periodsAt(new Date('2026-11-25T06:00:00Z'), 'Europe/Paris').map(({ name }) => name),
    ['daily:2026-11-25', 'weekly:2026-W48'],
  )
})

test('a week’s mail goes out from Monday at seven with what was found before', () => {
  const before = periodsAt(new Date('2026-11-23T05:59:00Z'), 'Europe/Paris')
  assert.deepEqual(
    before.filter(({ urgency }) => urgency === 2),
    [],
  )
  const [weekly] = periodsAt(new Date('2026-11-23T06:00:00Z'), 'Europe/Paris').filter(
    ({ urgency }) => urgency === 2,
  )
  assert.deepEqual(weekly, {
    urgency: 2,
    name: 'weekly:2026-W48',
    foundBefore: '2026-11-23T06:00:00.000Z',
    asOf: '2026-11-23T06:00:00.000Z',
  })
})

test('the week of the new year has one name', () => {
  const names = ['2026-12-31T12:00:00Z', '2027-01-01T12:00:00Z', '2027-01-03T12:00:00Z'].map(
    (at) => periodsAt(new Date(at), 'UTC').find(({ urgency }) => urgency === 2)?.name,
  )
  assert.deepEqual(names, ['weekly:2026-W53', 'weekly:2026-W53', 'weekly:2026-W53'])
})
