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
