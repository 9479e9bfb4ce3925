import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  factOf,
  latest,
  madeNode,
  onDay,
  smallProtocol,
  smallState,
} from '../../../testing/small-protocol.ts'
import type { TruthExpression } from '../document/expressions.ts'
import type { Fact } from '../facts/fact.ts'

// Platelets of at least 100, of the last seven days before the first dose.

const enough: TruthExpression = {
  op: 'compare',
  left: {
    op: 'reading',
    pick: 'latest',
    of: {
      item: 'platelets',
      from: { at: 'decision', plus: '-P7D' },
      until: { at: 'decision' },
    },
  },
  is: '>=',
  right: { op: 'quantity', value: '100', unit: '10*9/L' },
}
const protocolOf = (expression: TruthExpression, kind: 'inclusion' | 'exclusion' = 'inclusion') =>
  smallProtocol({}, { eligibility: [{ ...madeNode('platelets-enough'), kind, expression }] })
const platelets = (value: string | null, day: number): Fact =>
  factOf('platelets', value, onDay(day), { unit: '10*9/L' })
const protocol = protocolOf(enough)

function toldOn(day: number, ...facts: readonly Fact[]) {
  const { eligibility, nextDoses } = smallState(protocol, facts, onDay(day, '12:00'))
  const [criterion] = eligibility.criteria
  assert.ok(criterion)
  return {
    answer: eligibility.answer,
    dose: nextDoses[0]?.kind,
    lapsed: criterion.lapsed?.map(({ at, left }) => [at, left && 'value' in left && left.value]),
  }
}

test('what was against somebody at screening is told with its day when it is too old to count, and decides nothing', () => {
  const low = platelets('90', 1)
  assert.equal(toldOn(5, low).answer, 'no')
  assert.equal(toldOn(5, low).lapsed, undefined)
  const later = toldOn(20, low)
  assert.deepEqual(
    [later.answer, later.dose, later.lapsed],
    ['unknown', 'hold', [[onDay(1), '90']]],
  )
})

test('nothing is told of what was newer and fitted, nor where something newer stands that cannot be read', () => {
  assert.equal(toldOn(20, platelets('90', 1), platelets('120', 3)).lapsed, undefined)
  assert.equal(toldOn(20, platelets('120', 1)).lapsed, undefined)
  assert.equal(toldOn(20).lapsed, undefined)
  const noUnit = factOf('platelets', '95', onDay(4), { unit: 'mg' })
  assert.equal(toldOn(20, platelets('90', 1), noUnit).lapsed, undefined)
  assert.equal(toldOn(20, platelets('90', 1), platelets('90', 16)).answer, 'no')
})

test('an exclusion that was met is told, too, and somebody who was treated is judged by the day of the first dose alone', () => {
  const low: TruthExpression = { op: 'not', of: enough }
  const of = (facts: readonly Fact[]) =>
    smallState(protocolOf(low, 'exclusion'), facts, onDay(20)).eligibility.criteria[0]
  assert.equal(of([platelets('90', 1)])?.lapsed?.length, 1)
  assert.equal(of([platelets('120', 1)])?.lapsed, undefined)
  const dose = factOf('dose', '20', onDay(15), { unit: 'mg' })
  assert.equal(of([platelets('90', 1), dose])?.lapsed, undefined)
  const always = latest('platelets', '>', '100', '10*9/L')
  const kept = smallState(protocolOf(always), [platelets('90', 1)], onDay(20)).eligibility
  assert.deepEqual([kept.answer, kept.criteria[0]?.lapsed], ['no', undefined])
})
