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

test('a washout of each product from the other, said of both periods, is refused: nobody could begin', () => {
  const faultsOf = (...whens: readonly TruthExpression[]) =>
    protocolFaults({
      ...protocol,
      regimens: protocol.regimens.map((regimen, at) => {
        const when = whens[at]
        const holds = (regimen.holds ?? []).map((hold) => ({ ...hold, ...(when && { when }) }))
        return { ...regimen, holds }
      }),
    }).map(({ kind, path, other }) => [kind, path, other])
  const [fromB, fromA] = [sinceDose('last-b', '<'), sinceDose('last-a', '<')]
  assert.deepEqual(faultsOf(fromB, fromA), [
    ['products wait for each other', 'regimens[0].holds[0].when', 'b'],
    ['products wait for each other', 'regimens[1].holds[0].when', 'a'],
  ])
  // In truth, both sequences would wait for ever, and be asked for doses that nobody may give.
  const waiting = {
    ...protocol,
    regimens: protocol.regimens.map((regimen, at) => ({
      ...regimen,
      holds: (regimen.holds ?? []).map((hold) => ({ ...hold, when: at === 0 ? fromB : fromA })),
    })),
  }
  for (const order of ['AB', 'BA'])
    assert.deepEqual(
      smallState(waiting, [allocated(order)], onDay(9)).nextDoses.map(({ kind }) => kind),
      ['hold'],
    )
  // Who begins with B waits for nothing, and A comes after it.
  assert.deepEqual(faultsOf(fromB), [])
  const given = (item: string): TruthExpression => ({
    op: 'compare',
    left: { op: 'count', of: { item, until: { at: 'decision' } } },
    is: '>=',
    right: { op: 'quantity', value: '1', unit: '1' },
  })
  const guarded = (item: string, since: TruthExpression): TruthExpression => ({
    op: 'and',
    of: [given(item), since],
  })
  assert.deepEqual(faultsOf(guarded('b', fromB), guarded('a', fromA)), [])
  const either = (since: TruthExpression): TruthExpression => ({
    op: 'atLeast',
    count: 1,
    of: [since, { op: 'fact', item: 'toxicity' }],
  })
  assert.deepEqual(faultsOf(either(fromB), either(fromA)).length, 2)
})

test('a product for those who had another, which itself waits for this one, is refused; a chain with a beginning is not', () => {
  const after = (item: string): TruthExpression => ({ op: 'exists', of: { item } })
  const faultsOf = (...turns: readonly (TruthExpression | undefined)[]) =>
    protocolFaults({
      ...protocol,
      regimens: protocol.regimens.map((one, at) => {
        const { appliesIf: _, holds: __, ...regimen } = one
        const turn = turns[at]
        return { ...regimen, ...(turn && { appliesIf: turn }) }
      }),
    }).map(({ kind, path, other }) => [kind, path, other])
  assert.deepEqual(faultsOf(after('b'), after('a')), [
    ['products wait for each other', 'regimens[0].appliesIf', 'b'],
    ['products wait for each other', 'regimens[1].appliesIf', 'a'],
  ])
  assert.deepEqual(faultsOf(undefined, after('a')), [])
  assert.deepEqual(faultsOf(after('a'), sequence('BA')), [
    ['nobody could begin', 'regimens[0].appliesIf', 'a'],
  ])
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
