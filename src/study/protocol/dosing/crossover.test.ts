import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  factOf,
  levelOf,
  madeNode,
  onDay,
  smallItems,
  smallProtocol,
  smallRegimen,
  smallState,
} from '../../../testing/small-protocol.ts'
import { itemOf } from '../../../testing/example-nodes.ts'
import { protocolFaults } from '../check/check-protocol.ts'
import type { Regimen } from '../document/dosing.ts'
import type { TruthExpression } from '../document/expressions.ts'
import type { Fact } from '../facts/fact.ts'

// Two products in two periods of three doses, in the order that a person is allocated to, with a week between them.

const sequence = (...codes: readonly string[]): TruthExpression => ({
  op: 'code',
  item: 'sequence',
  in: codes,
})
const periodTwo = (is: '=' | '>='): TruthExpression => ({
  op: 'compare',
  left: { op: 'count', of: { item: 'secondPeriod', until: { at: 'decision' } } },
  is,
  right: { op: 'quantity', value: is === '=' ? '0' : '1', unit: '1' },
})
/** One product is first for one sequence and second for the other. */
const inTurn = (first: string, second: string): TruthExpression => ({
  op: 'or',
  of: [
    { op: 'and', of: [sequence(first), periodTwo('=')] },
    { op: 'and', of: [sequence(second), periodTwo('>=')] },
  ],
})
const sinceDose = (anchor: string, is: '<' | '>='): TruthExpression => ({
  op: 'compare',
  left: { op: 'elapsed', from: { at: 'anchor', anchor }, to: { at: 'decision' }, unit: 'd' },
  is,
  right: { op: 'quantity', value: '7', unit: 'd' },
})
/** The other product's last dose is a week ago, or there was none. */
const washout = (other: string): Regimen['holds'] => [
  {
    ...madeNode(`washout-${other}`),
    when: {
      op: 'and',
      of: [periodTwo('>='), sinceDose(`last-${other}`, '<')],
    },
    resumeWhen: sinceDose(`last-${other}`, '>='),
  },
]
const product = (id: string, amount: string, turn: TruthExpression, other: string): Regimen => {
  const { weight: _, ...regimen } = smallRegimen
  return {
    ...regimen,
    ...madeNode(id),
    item: id,
    anchor: `first-${id}`,
    timing: { ...madeNode(`${id}-daily`), every: 'P1D' },
    appliesIf: turn,
    levels: [levelOf(`${id}-level`, amount, 'mg')],
    start: [{ ...madeNode(`${id}-begin`), level: `${id}-level` }],
    changes: [],
    holds: washout(other) ?? [],
    stops: [{ ...madeNode(`${id}-end`), doses: 3 }],
  }
}
const anchorsOf = (id: string) =>
  [
    {
      ...madeNode(`first-${id}`),
      event: { type: 'first', item: id, orDecision: true },
      days: { first: 1, label: 'D' },
    },
    { ...madeNode(`last-${id}`), event: { type: 'last', item: id } },
  ] as const
const protocol = smallProtocol(
  {},
  {
    items: [
      ...smallItems,
      itemOf('sequence', 'Sequence', '', 'code', { repeats: 'once', codes: ['AB', 'BA'] }),
      itemOf('secondPeriod', 'The second period begins', '', 'event'),
      itemOf('a', 'Dose of A', '', 'quantity', { unit: 'mg' }),
      itemOf('b', 'Dose of B', '', 'quantity', { unit: 'mg' }),
    ],
    anchors: [...anchorsOf('a'), ...anchorsOf('b')],
    regimens: [
      product('a', '10', inTurn('AB', 'BA'), 'b'),
      product('b', '40', inTurn('BA', 'AB'), 'a'),
    ],
  },
)

const dosesOf = (item: string, amount: string, ...days: readonly number[]): readonly Fact[] =>
  days.map((day) => factOf(item, amount, onDay(day, '10:00'), { unit: 'mg' }))
const next = (facts: readonly Fact[], now: string) =>
  smallState(protocol, facts, now).nextDoses.map(({ regimen, kind, dose, because }) => [
    regimen,
    kind,
    dose?.amount.value ?? because[0]?.type,
  ])
const allocated = (code: string) => factOf('sequence', code, onDay(0))

test('a crossover is a document like any other, without a fault', () => {
  assert.deepEqual(protocolFaults(protocol), [])
})

test('each sequence begins with its own product, and an unknown one with none', () => {
  assert.deepEqual(next([allocated('AB')], onDay(1)), [['a', 'give', '10']])
  assert.deepEqual(next([allocated('BA')], onDay(1)), [['b', 'give', '40']])
  assert.deepEqual(next([], onDay(1)), [
    ['a', 'hold', 'not allocated'],
    ['b', 'hold', 'not allocated'],
  ])
})

test('after the first period nothing is given until the second begins, and then the other, a week later', () => {
  const first = [allocated('AB'), ...dosesOf('a', '10', 1, 2, 3)]
  assert.deepEqual(next(first, onDay(4)), [['a', 'refuse', 'past last day']])
  const crossed = [...first, factOf('secondPeriod', 'yes', onDay(5))]
  assert.deepEqual(next(crossed, onDay(5, '12:00')), [['b', 'hold', 'rule holds']])
  assert.deepEqual(next(crossed, onDay(10, '09:59')), [['b', 'hold', 'rule holds']])
  assert.deepEqual(next(crossed, onDay(10, '10:00')), [['b', 'give', '40']])
  const second = [...crossed, ...dosesOf('b', '40', 10, 11)]
  assert.deepEqual(next(second, onDay(12)), [['b', 'give', '40']])
  assert.deepEqual(next([...second, ...dosesOf('b', '40', 12)], onDay(13)), [
    ['b', 'refuse', 'past last day'],
  ])
})

test('a dose within the week between is a dose on hold, and the other product in the wrong period has no rule', () => {
  const early = [
    allocated('AB'),
    ...dosesOf('a', '10', 1, 2, 3),
    factOf('secondPeriod', 'yes', onDay(5)),
    ...dosesOf('b', '40', 6),
  ]
  const types = smallState(protocol, early, onDay(6, '12:00')).deviations.map(({ type }) => type)
  assert.deepEqual(types, ['dose on hold'])
})
