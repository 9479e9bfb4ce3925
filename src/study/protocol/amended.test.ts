import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dosesOn,
  factOf,
  inShort,
  latest,
  levelOf,
  madeNode,
  onDay,
  smallProtocol,
} from '../../testing/small-protocol.ts'
import type { Protocol } from './document/protocol.ts'
import type { Fact } from './facts/fact.ts'
import { state } from './state.ts'

// 2 mg/kg, then from day 3 on 3 mg/kg for everybody; 10 kg. Visits on day 2 and day 10.

const zone = 'Europe/Paris'
const switchDay = '2025-03-05'
const visit = (id: string, day: number, late: string) => ({
  ...madeNode(id),
  items: ['height'],
  target: { anchor: 'start', day },
  window: { early: 'P0D', late },
})
const version = (name: string, from: string, more: Partial<Protocol> = {}) => ({
  protocol: smallProtocol(
    {
      levels: [levelOf('only', name)],
      start: [{ ...madeNode('begin'), level: 'only' }],
      changes: [],
    },
    {
      version: name,
      effective: [{ site: '*', from, zone }],
      visits: [visit('second', 2, name === '2' ? 'P0D' : 'P9D'), visit('tenth', 10, 'P0D')],
      ...more,
    },
  ),
})
const everybody = { ...madeNode('amendment'), appliesTo: 'everybody' } as const
const before = version('2', '2025-01-01')
const after = (more: Partial<Protocol> = {}) =>
  version('3', switchDay, { supersedes: '2', amendment: everybody, ...more })
const base = [factOf('consent', 'signed', onDay(0)), factOf('weight', '10', onDay(0))]
const said = (facts: readonly Fact[], now: string, more: Partial<Protocol> = {}) =>
  state([before, after(more)], [...base, ...facts], now)

test('a dose that was right when it was given is not wrong because of a later version', () => {
  const facts = [...dosesOn('20', 1, 2), ...dosesOn('30', 3), ...dosesOn('20', 4)]
  const { dosesGiven, deviations, nextDoses, version: on } = said(facts, onDay(5))
  assert.equal(on.version, '3')
  assert.deepEqual(
    dosesGiven.map(({ amount, shown, now }) => [amount?.value, shown.dose?.amount.value, now]),
    [
      ['20', '20', undefined],
      ['20', '20', undefined],
      ['30', '30', undefined],
      ['20', '30', undefined],
    ],
  )
  assert.deepEqual(
    deviations.filter(({ type }) => type === 'dose differs').map(({ at }) => at),
    [onDay(4, '10:00')],
  )
  assert.ok(nextDoses[0])
  assert.deepEqual(inShort(nextDoses[0]).slice(0, 3), ['give', 'only', '30 mg'])
})

test('what was so before the switch is so after it: doses, deviations, visits', () => {
  const facts = dosesOn('20', 1, 2)
  const live = said(facts, onDay(2, '23:59'))
  const later = said(facts, onDay(3, '09:00'))
  assert.deepEqual([live.version.version, later.version.version], ['2', '3'])
  assert.deepEqual(later.dosesGiven, live.dosesGiven)
  // Missed on day 2 by the version of that day, though the later one gives it a week more.
  assert.deepEqual(
    later.visits.map(({ standing }) => standing),
    ['missed', 'upcoming'],
  )
  assert.deepEqual(
    later.deviations.map(({ type, node }) => [type, node]),
    [['visit missed', 'second']],
  )
})

test('who was treated is not held by a criterion that came later; who was not is', () => {
  const eligibility = [
    {
      ...madeNode('heavy'),
      kind: 'inclusion',
      expression: latest('weight', '>', '12', 'kg'),
    } as const,
  ]
  const treated = said(dosesOn('20', 1, 2), onDay(4), { eligibility })
  assert.deepEqual([treated.eligibility.answer, treated.nextDoses[0]?.kind], ['yes', 'give'])
  const waiting = said([], onDay(4), { eligibility })
  assert.deepEqual([waiting.eligibility.answer, waiting.nextDoses[0]?.kind], ['no', 'refuse'])
})

test('each of several versions speaks for its own time, whatever order they come in', () => {
  const third = version('4', '2025-03-07', { supersedes: '3', amendment: everybody })
  const facts = [...base, ...dosesOn('20', 1, 2), ...dosesOn('30', 3, 4), ...dosesOn('40', 5)]
  const one = state([before, after(), third], facts, onDay(6))
  assert.deepEqual(
    one.dosesGiven.map(({ shown }) => shown.dose?.amount.value),
    ['20', '20', '30', '30', '40'],
  )
  assert.deepEqual(
    one.deviations.filter(({ type }) => type === 'dose differs'),
    [],
  )
  assert.deepEqual(state([third, after(), before], facts.toReversed(), onDay(6)), one)
})
