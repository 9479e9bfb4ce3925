import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dosesOn,
  factOf,
  madeNode,
  onDay,
  smallProtocol,
  smallState,
} from '../../../testing/small-protocol.ts'
import type { PlannedVisit } from '../document/schedule.ts'
import type { Fact } from '../facts/fact.ts'

const toxic = { op: 'fact', item: 'toxicity' } as const
const told = (value: boolean, day: number) => factOf('toxicity', value, onDay(day))
const visit = (day: number, more: Partial<PlannedVisit>): PlannedVisit => ({
  ...madeNode('seen'),
  items: ['height'],
  target: { anchor: 'start', day },
  window: { early: 'P1D', late: 'P1D' },
  ...more,
})
function found(one: PlannedVisit, facts: readonly Fact[], now: string) {
  const protocol = smallProtocol({ changes: [] }, { visits: [one] })
  const { visits, deviations, questions } = smallState(
    protocol,
    [...dosesOn('20', 1), ...facts],
    now,
  )
  return {
    visits: visits.map(({ standing }) => standing),
    missed: deviations.filter(({ type }) => type === 'visit missed').length,
    asks: questions.flatMap(({ missing }) => missing?.item ?? []),
  }
}

test('a visit that comes again until something is met keeps those that were due before', () => {
  const weekly = visit(8, { repeat: { every: 'P7D', until: toxic } })
  const now = onDay(24)
  assert.deepEqual(found(weekly, [], now).visits, ['missed', 'missed', 'missed', 'upcoming'])
  assert.deepEqual(found(weekly, [told(true, 23)], now).visits, ['missed', 'missed', 'missed'])
  assert.deepEqual(found(weekly, [told(true, 12)], now).visits, ['missed'])
})

test('a visit is not missed while nobody knows whether it was to be held: that is asked', () => {
  const one = visit(4, { onlyIf: toxic })
  assert.deepEqual(found(one, [], onDay(2)), { visits: ['upcoming'], missed: 0, asks: [] })
  assert.deepEqual(found(one, [], onDay(4)), { visits: ['due'], missed: 0, asks: ['toxicity'] })
  assert.deepEqual(found(one, [], onDay(9)), { visits: ['waiting'], missed: 0, asks: ['toxicity'] })
  assert.deepEqual(found(one, [told(true, 2)], onDay(9)).missed, 1)
  assert.deepEqual(found(one, [told(false, 2)], onDay(9)).visits, ['notNeeded'])
})

test('what is said after a visit was due does not change whether it was to be held', () => {
  const one = visit(4, { onlyIf: toxic })
  const late = [told(true, 2), told(false, 8)]
  assert.deepEqual(found(one, late, onDay(9)), { visits: ['missed'], missed: 1, asks: [] })
})

test('a visit of every month keeps its day of the month, however short one of them is', () => {
  const base = [
    factOf('consent', 'signed', '2025-01-31T08:00+01:00'),
    factOf('weight', '10', '2025-01-31T08:00+01:00'),
    factOf('dose', '20', '2025-01-31T10:00+01:00'),
  ]
  const due = (one: Partial<PlannedVisit>) => {
    const protocol = smallProtocol({ changes: [] }, { visits: [visit(1, one)] })
    return smallState(protocol, base, '2025-06-15T12:00+02:00').visits.map(({ due: on }) =>
      on?.slice(0, 16),
    )
  }
  const repeat = { every: 'P1M', times: 4 }
  assert.deepEqual(due({ target: { anchor: 'start', after: 'P1M' }, repeat }), [
    '2025-02-28T10:00',
    '2025-03-31T10:00',
    '2025-04-30T10:00',
    '2025-05-31T10:00',
  ])
  assert.deepEqual(due({ target: { anchor: 'start', day: 1 }, repeat }), [
    '2025-01-31',
    '2025-02-28',
    '2025-03-31',
    '2025-04-30',
  ])
  assert.deepEqual(
    due({ target: { anchor: 'start', after: 'P14D' }, repeat: { every: 'P1W' } })[2],
    '2025-02-28T10:00',
  )
})
