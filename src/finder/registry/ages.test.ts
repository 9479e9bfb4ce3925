import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { ageFits, ageInDays, ageLimitsInDays, birthFits, parseAge } from './ages.ts'
import type { AgeUnit } from './ages.ts'

test('an age is a number and a unit; anything else is not read', () => {
  assert.deepEqual(parseAge('3 Months'), { value: 3, unit: 'month' })
  assert.deepEqual(parseAge('\n  18 Years\n'), { value: 18, unit: 'year' })
  assert.deepEqual(parseAge('1 Hour'), { value: 1, unit: 'hour' })
  for (const odd of [
    'P18Y',
    '-5',
    '-5 Years',
    '999 Years',
    '18',
    'Years',
    '1.5 Years',
    'N/A',
    '',
    undefined,
  ])
    assert.equal(parseAge(odd), undefined)
})

test('a study from 3 months admits a child of three months and not one of six weeks', () => {
  const limits = { minimumAge: '3 Months', maximumAge: '18 Years' }
  assert.equal(ageFits(limits, ageInDays({ value: 3, unit: 'month' })), 'met')
  assert.equal(ageFits(limits, ageInDays({ value: 6, unit: 'week' })), 'not met')
  assert.equal(ageFits(limits, 91), 'met')
  assert.equal(ageFits(limits, 88), 'not met')
  assert.equal(ageFits(limits, 90), 'unknown', 'three months may be 89 to 92 days')
  assert.equal(birthFits(limits, '2026-08-23', '2026-11-23'), 'met')
  assert.equal(birthFits(limits, '2026-08-24', '2026-11-23'), 'not met')
})

test('a maximum of 17 years admits until the day before the 18th birthday', () => {
  const limits = { maximumAge: '17 Years' }
  assert.equal(birthFits(limits, '2008-11-24', '2026-11-23'), 'met')
  assert.equal(birthFits(limits, '2008-11-23', '2026-11-23'), 'not met')
  assert.equal(ageFits(limits, 17 * 365), 'met')
  assert.equal(ageFits(limits, 18 * 366), 'not met')
})

test('no limit admits every age; a limit that cannot be read is unknown, and a search still shows the study', () => {
  assert.equal(ageFits({}, 5), 'met')
  assert.equal(ageFits({ minimumAge: 'N/A' }, undefined), 'met')
  assert.equal(ageFits({ minimumAge: '18 Years' }, undefined), 'unknown')
  assert.equal(ageFits({ maximumAge: '999 Years' }, 400), 'unknown')
  assert.equal(ageFits({ minimumAge: '18 Years', maximumAge: 'P18Y' }, 400), 'not met')
  assert.deepEqual(ageLimitsInDays({ minimumAge: 'P18Y', maximumAge: '' }), {})
  for (const odd of [-1, Number.NaN, Infinity]) assert.equal(ageFits({}, odd), 'unknown')
})

test('limits in days, first and last day included, are as wide as any calendar makes them', () => {
  assert.deepEqual(ageLimitsInDays({ minimumAge: '3 Months', maximumAge: '18 Years' }), {
    minDays: 89,
    maxDays: 6939,
  })
  assert.deepEqual(ageLimitsInDays({ minimumAge: '6 Weeks', maximumAge: '11 Weeks' }), {
    minDays: 42,
    maxDays: 83,
  })
  assert.deepEqual(ageLimitsInDays({ minimumAge: '36 Hours', maximumAge: '28 Days' }), {
    minDays: 1,
    maxDays: 28,
  })
})

const units: readonly AgeUnit[] = ['year', 'month', 'week', 'day']

test('limits in days never leave out a person whose birthday is within the limits', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom(...units),
      (birthOffset, ageDays, value, unit) => {
        const birth = Temporal.PlainDate.from('1905-01-01').add({ days: birthOffset })
        const on = birth.add({ days: ageDays })
        const text = `${value} ${unit}s`
        for (const limits of [{ minimumAge: text }, { maximumAge: text }]) {
          const exact = birthFits(limits, birth.toString(), on.toString())
          const { minDays = 0, maxDays = Infinity } = ageLimitsInDays(limits)
          if (exact === 'met') assert.ok(ageDays >= minDays && ageDays <= maxDays)
          const byDays = ageFits(limits, ageDays)
          if (byDays === 'not met') assert.equal(exact, 'not met')
        }
      },
    ),
  )
})
