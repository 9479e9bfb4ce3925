import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProtocolItem } from '../document/protocol.ts'
import { readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'
import { type Chart, readCharts } from './chart.ts'
import type { Fact } from './fact.ts'

const weight: ProtocolItem = {
  id: 'weight',
  title: { en: 'Weight' },
  type: 'quantity',
  unit: 'kg',
  repeats: 'series',
  plausible: { from: '0.5', to: '250' },
}
const charts = (facts: readonly Fact[], at = '2017-03-20T09:00Z') => {
  const now = readMoment(at)
  assert.ok(!isTimeProblem(now))
  return readCharts(facts, { items: new Map([['weight', weight]]), now })
}
const kg = (id: string, value: string, at: string, rest: Partial<Fact> = {}): Fact => ({
  id,
  item: 'weight',
  value,
  unit: 'kg',
  at,
  ...rest,
})
const values = (of: Chart) =>
  of
    .of('weight')
    .map(({ value }) => (value.type === 'quantity' ? value.quantity.value : value.type))

test('a correction counts from when it was recorded, and before that the fact it corrects', () => {
  const first = kg('a', '14.0', '2017-03-08T17:00Z')
  const restated = kg('b', '12.0', '2017-03-08T17:00Z', {
    corrects: 'a',
    recordedAt: '2017-03-10T08:00Z',
  })
  const later = kg('c', '12.0', '2017-03-10T08:00Z', { corrects: 'a' })
  for (const correction of [restated, later]) {
    const read = charts([correction, first])
    assert.deepEqual(values(read.chart), ['12.0'])
    assert.deepEqual(values(read.chartAt('2017-03-09T09:00:00Z')), ['14.0'])
    assert.deepEqual(values(read.chartAt('2017-03-11T09:00:00Z')), ['12.0'])
  }
})

test('pounds are kilograms, exactly; what no body weighs and what has no unit are set aside', () => {
  const read = charts([
    kg('a', '11', '2017-03-08T17:00Z', { unit: '[lb_av]' }),
    kg('b', '1400', '2017-03-09T17:00Z'),
    { id: 'c', item: 'weight', value: '14', at: '2017-03-09T18:00Z' },
    kg('d', '14', '2017-03-30T17:00Z'),
    kg('e', '14', '2017-02-29'),
    kg('f', '140', '2017-03-09T19:00Z', { unit: 'cm' }),
  ])
  assert.deepEqual(values(read.chart), ['4.98951607'])
  assert.deepEqual(
    read.chart.setAside.map(({ fact, why }) => `${fact}: ${why}`),
    [
      'b: not plausible',
      'c: not understood',
      'd: in the future',
      'e: moment not understood',
      'f: unit not convertible',
    ],
  )
})

test('the same reading twice is one; two of one moment that differ are rivals', () => {
  const twice = charts([
    kg('a', '14.0', '2017-03-08T17:00Z'),
    kg('b', '14.00', '2017-03-08T18:00+01:00'),
  ])
  assert.deepEqual(values(twice.chart), ['14.0'])
  const rivals = charts([
    kg('a', '14.0', '2017-03-08T17:00Z'),
    kg('b', '13.2', '2017-03-08T17:00Z'),
  ])
  assert.deepEqual(
    rivals.chart.of('weight').map(({ rivals: others }) => others),
    [['b'], ['a']],
  )
})

test('what was recorded a part of a second later, or by another offset, was not known before', () => {
  const first = kg('a', '14.0', '2017-03-08T17:00Z')
  for (const recordedAt of ['2017-03-10T08:00:00.5Z', '2017-03-10T10:00:00.001+02:00']) {
    const read = charts([
      first,
      kg('b', '12.0', '2017-03-08T17:00Z', { corrects: 'a', recordedAt }),
    ])
    assert.deepEqual(values(read.chartAt('2017-03-10T08:00:00Z')), ['14.0'])
    assert.deepEqual(values(read.chartAt('2017-03-10T08:00:00.5Z')), ['12.0'])
  }
  const late = kg('b', '12.0', '2017-03-08T17:00Z', { recordedAt: '2017-03-20T09:00:00.5Z' })
  assert.deepEqual(values(charts([late], '2017-03-20T09:00Z').chart), [])
  assert.deepEqual(values(charts([late], '2017-03-20T09:00:00.5Z').chart), ['12.0'])
  assert.deepEqual(values(charts([late], '2017-03-20T11:00:00.25+02:00').chart), [])
})

test('a body weight at either end of what is plausible is used, and the next beyond it is not', () => {
  for (const [value, isUsed] of [
    ['0.5', true],
    ['0.499', false],
    ['250.0', true],
    ['250.000001', false],
  ] as const)
    assert.deepEqual(
      values(charts([kg('a', value, '2017-03-08T17:00Z')]).chart),
      isUsed ? [value] : [],
    )
})

test('what is written as a day alone was not known on that day before it was written down', () => {
  const day = kg('a', '14.0', '2017-03-09', { recordedAt: '2017-03-09T18:00Z' })
  const read = charts([kg('b', '13.0', '2017-03-08T08:00Z'), day])
  assert.deepEqual(values(read.chartAt('2017-03-09T09:00:00Z')), ['13.0'])
  assert.deepEqual(values(read.chartAt('2017-03-09T18:00:00Z')), ['13.0', '14.0'])
})

test('that something was itself written down later hides nothing else from whoever was about to do it', () => {
  const late = { recordedAt: '2017-03-09T12:00Z' }
  const own = kg('a', '14.0', '2017-03-09T09:00Z', late)
  const before = kg('b', '13.0', '2017-03-08T08:00Z')
  const seenBy = (facts: readonly Fact[]) => {
    const { chart, chartBefore } = charts(facts)
    const reading = chart.of('weight').find(({ fact }) => fact.id === 'a')
    assert.ok(reading)
    return values(chartBefore(reading, '2017-03-09T09:00:00Z'))
  }
  assert.deepEqual(seenBy([own, before]), ['13.0', '14.0'])
  // Another that came late was not known, and beside one of the same moment it is not the sole one of it.
  assert.deepEqual(seenBy([own, before, kg('c', '12.0', '2017-03-09T08:00Z', late)]), ['13.0'])
  assert.deepEqual(seenBy([own, before, kg('d', '15.0', '2017-03-09T09:00Z')]), ['13.0', '15.0'])
})
