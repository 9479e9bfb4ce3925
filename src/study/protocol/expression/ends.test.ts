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
import type { TruthExpression } from '../document/expressions.ts'
import type { Fact } from '../facts/fact.ts'

// What is the newest, the first, or not there at all, where that cannot be told.

const day3 = { at: 'day', anchor: 'start', day: 3 } as const
const below38 = {
  op: 'compare',
  left: { op: 'this' },
  is: '<',
  right: { op: 'quantity', value: '38', unit: 'Cel' },
} as const
const picked = (pick: 'latest' | 'first'): TruthExpression => ({
  ...below38,
  left: { op: 'reading', pick, of: { item: 'temperature' } },
})
const found = (success: TruthExpression, all: readonly Fact[]) => {
  const endpoint = { ...madeNode('end'), level: 'primary', sets: [], success } as const
  const protocol = smallProtocol({}, { endpoints: [endpoint] })
  const [one] = smallState(protocol, all, onDay(6)).endpoints
  assert.ok(one)
  return one
}
const answer = (success: TruthExpression, all: readonly Fact[]) => {
  const { answer: said, missing } = found(success, all)
  return [said, ...missing.map(({ why }) => why)]
}
const facts = (success: TruthExpression, all: readonly Fact[]) =>
  found(success, all).missing.flatMap((one) => one.facts ?? [])
const fever = (value: string, at: string, more: Partial<Fact> = {}) =>
  factOf('temperature', value, at, more)

test('the newest of a day and a time of that day is not known where they differ', () => {
  const both = [fever('39', '2025-03-04'), fever('37', '2025-03-04T08:00+01:00')]
  assert.deepEqual(answer(picked('latest'), both), ['unknown', 'moment not exact'])
  assert.deepEqual(answer(picked('first'), both), ['unknown', 'moment not exact'])
  const before = [fever('39', '2025-03-03'), fever('37', '2025-03-04T08:00+01:00')]
  assert.deepEqual(answer(picked('latest'), before), ['success'])
  assert.deepEqual(answer(picked('first'), before), ['failure'])
  const alike = [fever('37.0', '2025-03-04'), fever('37', '2025-03-04T08:00+01:00')]
  assert.deepEqual(answer(picked('latest'), alike), ['success'])
})

test('of two thermometers at one moment neither is the newest where they differ', () => {
  const at = '2025-03-04T08:00+01:00'
  const two = [
    fever('37.9', at, { id: 'a', method: 'one' }),
    fever('38.1', at, { id: 'b', method: 'other' }),
  ]
  assert.deepEqual(answer(picked('latest'), two), ['unknown', 'readings disagree'])
  assert.deepEqual(answer(picked('latest'), two.toReversed()), ['unknown', 'readings disagree'])
})

test('what a person judged counts by its newest answer, and by none where that cannot be told', () => {
  const said: TruthExpression = { op: 'not', of: { op: 'fact', item: 'toxicity' } }
  const yes = (at: string) => factOf('toxicity', true, at)
  const no = factOf('toxicity', false, '2025-03-02T08:00+01:00')
  assert.deepEqual(answer(said, [yes('2025-03-02'), no]), ['unknown', 'moment not exact'])
  assert.deepEqual(facts(said, [yes('2025-03-02'), no]), [
    'toxicity 2025-03-02',
    'toxicity 2025-03-02T08:00+01:00',
  ])
  assert.deepEqual(answer(said, [yes('2025-03-01'), no]), ['success'])
  const unsaid = [1, 2].map((day) => factOf('toxicity', 'not known', onDay(day)))
  assert.deepEqual(answer(said, unsaid), ['unknown', 'not known'])
  assert.deepEqual(facts(said, unsaid), [`toxicity ${onDay(2)}`])
  assert.deepEqual(answer(said, [yes('2025-03-02T08:01+01:00'), no]), ['failure'])
})

test('of what there is once alone, two answers contradict one another on whatever days they were given', () => {
  const ofA: TruthExpression = { op: 'code', item: 'arm', in: ['A'] }
  const arm = (value: string, day: number) => factOf('arm', value, onDay(day))
  assert.deepEqual(answer(ofA, [arm('A', 0)]), ['success'])
  assert.deepEqual(answer(ofA, [arm('A', 0), arm('A', 1)]), ['success'])
  assert.deepEqual(answer(ofA, [arm('B', 0), arm('A', 1)]), ['unknown', 'contradictory'])
  assert.deepEqual(facts(ofA, [arm('B', 0), arm('A', 1)]).toSorted(), [
    `arm ${onDay(0)}`,
    `arm ${onDay(1)}`,
  ])
})

test('no fever is not counted where nobody looked', () => {
  const count = (is: '<' | '>=', ...facts: readonly Fact[]) =>
    answer(
      {
        op: 'compare',
        left: {
          op: 'count',
          of: { item: 'temperature', onDayOf: day3 },
          holds: { ...below38, is: '>=' },
        },
        is,
        right: { op: 'quantity', value: '1', unit: '1' },
      },
      [...dosesOn('20', 1), ...facts],
    )
  assert.deepEqual(count('<'), ['unknown', 'not recorded'])
  assert.deepEqual(count('>='), ['unknown', 'not recorded'])
  assert.deepEqual(count('<', fever('37.9', onDay(3))), ['success'])
  assert.deepEqual(count('>=', fever('38.0', onDay(3))), ['success'])
})

test('what was there once is there, whatever was said before it', () => {
  const exists: TruthExpression = { op: 'exists', of: { item: 'toxicity' } }
  const said = (value: boolean, day: number) => factOf('toxicity', value, onDay(day))
  assert.deepEqual(answer(exists, [said(false, 1), said(true, 3)]), ['success'])
  assert.deepEqual(answer(exists, [said(false, 1)]), ['failure'])
})

test('a body site that every object knows is not listed', () => {
  const hot: TruthExpression = {
    op: 'any',
    of: { item: 'temperature' },
    holds: {
      ...below38,
      is: '>',
      right: { op: 'bySite', sites: { axillary: { value: '37.5', unit: 'Cel' } } },
    },
  }
  for (const site of ['constructor', '__proto__', 'toString'])
    assert.equal(answer(hot, [fever('38', onDay(2), { site })])[0], 'unknown')
  assert.equal(answer(hot, [fever('38', onDay(2), { site: 'axillary' })])[0], 'success')
})

test('two values of which nobody said the model are not compared', () => {
  const first = { item: 'height', until: { at: 'day', anchor: 'start', day: 2 } } as const
  const kept: TruthExpression = {
    op: 'compare',
    left: {
      op: 'reading',
      pick: 'latest',
      of: { item: 'height' },
      comparable: { detail: 'model', with: first, question: { en: 'By which model?' } },
    },
    is: '>',
    right: { op: 'quantity', value: '90', unit: 'cm' },
  }
  const two = (...models: readonly (string | undefined)[]) =>
    models.map((model, at) =>
      factOf('height', '100', onDay(1 + at * 2), model === undefined ? {} : { details: { model } }),
    )
  const said = (facts: readonly Fact[]) => answer(kept, [...dosesOn('20', 1), ...facts])
  assert.deepEqual(said(two('a', 'a')), ['success'])
  assert.deepEqual(said(two('a', 'b')), ['unknown', 'not comparable'])
  assert.deepEqual(said(two(undefined, undefined)), ['unknown', 'not comparable'])
})
