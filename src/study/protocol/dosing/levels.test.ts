import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dosesOn,
  factOf,
  inShort,
  latest,
  levelOf,
  madeNode,
  nextDose,
  onDay,
  smallProtocol,
  smallState,
  stepOf,
  temperatureOn,
} from '../../../testing/small-protocol.ts'
import type { Regimen } from '../document/dosing.ts'
import type { Fact } from '../facts/fact.ts'

// 2, then 4, then 6 mg/kg once a day while there is fever above 38; 10 kg.

const next = (regimen: Partial<Regimen>, facts: readonly Fact[], now: string) =>
  nextDose(smallProtocol(regimen), facts, now)
const short = (regimen: Partial<Regimen>, facts: readonly Fact[], now: string) =>
  inShort(next(regimen, facts, now))

test('a person begins on the first level whose rule is met, and on none where an earlier rule is unknown', () => {
  const start = [
    { ...madeNode('heavy'), level: 'L4', when: latest('height', '>', '100', 'cm') },
    { ...madeNode('all'), level: 'L2' },
  ]
  const tall = (value: string) => [factOf('height', value, onDay(0))]
  assert.deepEqual(short({ start }, tall('101'), onDay(1)), [
    'give',
    'L4',
    '40 mg',
    'level started',
  ])
  assert.deepEqual(short({ start }, tall('100'), onDay(1)), [
    'give',
    'L2',
    '20 mg',
    'level started',
  ])
  const open = next({ start }, [], onDay(1))
  assert.deepEqual(inShort(open), ['hold', undefined, undefined, 'rule unknown'])
  assert.deepEqual(
    open.rules.map(({ rule, did }) => [rule, did]),
    [['heavy', 'nothing']],
  )
  assert.equal(open.asks.length, 1)
  const [, began] = next({ start }, tall('90'), onDay(1)).rules
  assert.deepEqual([began?.rule, began?.did, began?.to], ['all', 'start', 'L2'])
  const none = start.slice(0, 1)
  assert.deepEqual(short({ start: none }, tall('90'), onDay(1))[0], 'hold')
})

test('a step is taken above the limit alone, and what is not known holds and asks', () => {
  const given = dosesOn('20', 1)
  const at = onDay(2, '09:40')
  const cases = [
    ['38.1', ['give', 'L4', '40 mg', 'level changed']],
    ['38.0', ['give', 'L2', '20 mg', 'level kept']],
    ['37.9', ['give', 'L2', '20 mg', 'level kept']],
  ] as const
  for (const [value, wanted] of cases)
    assert.deepEqual(short({}, [...given, ...temperatureOn(value, 2)], at), wanted)
  const held = next({}, [...given, ...temperatureOn('39', 1)], at)
  assert.deepEqual(inShort(held), ['hold', 'L2', undefined, 'rule unknown'])
  assert.equal(held.because[0]?.node, 'to4')
  assert.deepEqual(
    held.missing.map(({ item }) => item),
    ['temperature'],
  )
  assert.equal(held.asks.length, 1)
  const goOn = [stepOf('to4', 'L2', 'L4', { ifUnknown: 'go on' })]
  const kept = next({ changes: goOn }, given, at)
  assert.deepEqual(inShort(kept), ['give', 'L2', '20 mg', 'level kept'])
  assert.deepEqual([kept.missing, kept.asks], [[], []])
})

test('a step is looked at from its dose, its day or on its days, and at no other', () => {
  const fever = temperatureOn('39', 1, 2, 3, 4, 5)
  const level = (change: Regimen['changes'][number], doses: number) => {
    const days = Array.from({ length: doses }, (_, past) => past + 1)
    const facts = [...dosesOn('20', ...days), ...fever]
    return next({ changes: [change] }, facts, onDay(doses + 1, '09:40')).level
  }
  const fromThird = stepOf('to4', 'L2', 'L4', { at: { fromDose: 3 } })
  assert.deepEqual(
    [1, 2, 3].map((doses) => level(fromThird, doses)),
    ['L2', 'L4', 'L4'],
  )
  const fromDay3 = stepOf('to4', 'L2', 'L4', { at: { fromDay: 3 } })
  assert.deepEqual(
    [1, 2, 3].map((doses) => level(fromDay3, doses)),
    ['L2', 'L4', 'L4'],
  )
  const onDay3 = stepOf('to4', 'L2', 'L4', { at: { days: [3] } })
  assert.deepEqual(
    [1, 2, 3].map((doses) => level(onDay3, doses)),
    ['L2', 'L4', 'L2'],
  )
})

test('a day left out makes a dose later, and its day is still that of the calendar', () => {
  const change = stepOf('to4', 'L2', 'L4', { at: { fromDay: 4 } })
  const facts = [...dosesOn('20', 1, 2), ...temperatureOn('39', 4)]
  const found = next({ changes: [change] }, facts, onDay(4, '09:40'))
  assert.deepEqual([found.number, found.day, found.level], [3, 'D4', 'L4'])
})

test('a step waits for its gap since the last change, to the minute', () => {
  const changes = [
    stepOf('to4', 'L2', 'L4', { minGap: 'PT48H' }),
    stepOf('to6', 'L4', 'L6', { minGap: 'PT48H' }),
  ]
  const fever = temperatureOn('39', 2, 3, 4, 5)
  const first = dosesOn('20', 1)
  const early = next({ changes }, [...first, ...fever], onDay(2, '09:40'))
  assert.deepEqual(inShort(early), ['give', 'L2', '20 mg', 'level kept'])
  assert.deepEqual(early.rules[0]?.prevented, { by: 'gap', earliest: onDay(3, '10:00') })
  const two = [...dosesOn('20', 1, 2), ...fever]
  assert.deepEqual(inShort(next({ changes }, two, onDay(3, '09:40'))).slice(0, 2), ['give', 'L4'])
  const sooner = [...dosesOn('20', 1), factOf('dose', '20', onDay(2, '09:59')), ...fever]
  assert.equal(next({ changes }, sooner, onDay(3, '09:40')).level, 'L2')
  // The second step counts from the first, not from the first dose.
  const three = [...two, ...dosesOn('40', 3)]
  assert.equal(next({ changes }, three, onDay(4, '09:40')).level, 'L4')
  assert.equal(next({ changes }, [...three, ...dosesOn('40', 4)], onDay(5, '09:40')).level, 'L6')
})

test('a step that happens once does not happen again after a dose that was too low', () => {
  const changes = (once: boolean) => [stepOf('to4', 'L2', 'L4', { once })]
  const facts = [
    ...dosesOn('20', 1),
    ...dosesOn('40', 2),
    ...dosesOn('20', 3),
    ...temperatureOn('39', 2, 4),
  ]
  const again = [...facts, ...temperatureOn('37', 3)]
  const at = onDay(4, '09:40')
  assert.equal(next({ changes: changes(false) }, again, at).level, 'L4')
  const once = next({ changes: changes(true) }, again, at)
  assert.equal(once.level, 'L2')
  assert.deepEqual(once.rules[0]?.prevented, { by: 'once' })
})

test('two steps that want two levels hold, and two that want one are one', () => {
  const other = (to: string) => [
    stepOf('to4', 'L2', 'L4'),
    stepOf('other', 'L2', to, { when: latest('temperature', '>', '37', 'Cel') }),
  ]
  const facts = [...dosesOn('20', 1), ...temperatureOn('39', 2)]
  const held = next({ changes: other('L6') }, facts, onDay(2, '09:40'))
  assert.deepEqual([held.kind, held.level, held.dose], ['hold', 'L2', undefined])
  assert.deepEqual(short({ changes: other('L4') }, facts, onDay(2, '09:40')).slice(0, 3), [
    'give',
    'L4',
    '40 mg',
  ])
})

test('a step without a level asks the question of its source and changes nothing', () => {
  const question = { en: 'Fever at the highest level. What next?' }
  const top = stepOf('top', 'L2', undefined, { question })
  const facts = [...dosesOn('20', 1), ...temperatureOn('39', 2)]
  const found = smallState(smallProtocol({ changes: [top] }), facts, onDay(2, '09:40'))
  assert.deepEqual(inShort(found.nextDoses[0] ?? assert.fail()).slice(0, 3), [
    'give',
    'L2',
    '20 mg',
  ])
  assert.deepEqual(found.nextDoses[0]?.rules[0]?.did, 'ask')
  assert.deepEqual(
    found.questions.map(({ words, blocks }) => [words, blocks]),
    [[question, false]],
  )
  assert.deepEqual(found.nextDoses[0]?.asks, [found.questions[0]?.id])
})

test('only the steps from the level that was reached are looked at', () => {
  const facts = [...dosesOn('20', 1), ...dosesOn('40', 2), ...temperatureOn('39', 2, 3)]
  const found = next({}, facts, onDay(3, '09:40'))
  assert.deepEqual(
    found.rules.map(({ rule, did, to }) => [rule, did, to]),
    [['to6', 'step', 'L6']],
  )
})

test('a dose too high by mistake lifts nobody, and one too low is not made up for by two steps', () => {
  const fever = temperatureOn('39', 2, 3)
  const high = [...dosesOn('20', 1), ...dosesOn('60', 2), ...temperatureOn('37', 2, 3)]
  assert.deepEqual(short({}, high, onDay(3, '09:40')).slice(0, 3), ['give', 'L2', '20 mg'])
  const low = [...dosesOn('20', 1, 2), ...fever]
  assert.deepEqual(short({}, low, onDay(3, '09:40')).slice(0, 3), ['give', 'L4', '40 mg'])
  for (const facts of [high, low]) {
    const { questions } = smallState(smallProtocol(), facts, onDay(3, '09:40'))
    assert.ok(questions.some(({ type }) => type === 'given dose differs'))
  }
  const right = [...dosesOn('20', 1), ...dosesOn('40', 2), ...fever]
  const { questions } = smallState(smallProtocol(), right, onDay(3, '09:40'))
  assert.deepEqual(questions, [])
})

test('the level of an odd amount is the nearest, and of two as near the lower', () => {
  const after = (amount: string) =>
    next({ changes: [] }, [...dosesOn('40', 1), ...dosesOn(amount, 2)], onDay(3)).level
  const begin = { start: [{ ...madeNode('begin'), level: 'L4' }] }
  const of = (amount: string) => next({ changes: [], ...begin }, dosesOn(amount, 1), onDay(2)).level
  assert.deepEqual(['20', '29', '30', '31', '40', '60', '5'].map(of), [
    'L2',
    'L2',
    'L2',
    'L4',
    'L4',
    'L4',
    'L2',
  ])
  assert.equal(after('20'), 'L2')
})

test('an amount in another unit is the same amount, and one without a weight goes on from what was shown', () => {
  const inGrams = [
    factOf('dose', '0.02', onDay(1, '10:00'), { unit: 'g' }),
    ...temperatureOn('37', 2),
  ]
  const { dosesGiven, deviations } = smallState(smallProtocol(), inGrams, onDay(2, '09:40'))
  assert.deepEqual(dosesGiven[0]?.amount, { value: '20', unit: 'mg' })
  assert.deepEqual(deviations, [])
  const late = [
    factOf('weight', '10', onDay(1, '12:00')),
    ...dosesOn('40', 1),
    ...temperatureOn('37', 2),
  ]
  // No weight was known at the first dose: nothing tells its level but the rules, which say the lowest.
  assert.equal(next({}, late, onDay(2, '09:40')).level, 'L2')
})

test('a change to a lower level is taken as written', () => {
  const down = stepOf('down', 'L2', 'L1', { when: latest('platelets', '<', '50', '10*9/L') })
  const levels = [levelOf('L1', '1'), levelOf('L2', '2')]
  const facts = (value: string) => [
    ...dosesOn('20', 1),
    factOf('platelets', value, onDay(2, '08:00')),
  ]
  const at = onDay(2, '09:40')
  assert.deepEqual(short({ levels, changes: [down] }, facts('49'), at), [
    'give',
    'L1',
    '10 mg',
    'level changed',
  ])
  assert.deepEqual(short({ levels, changes: [down] }, facts('50'), at), [
    'give',
    'L2',
    '20 mg',
    'level kept',
  ])
})

test('a time that a rule waits for turns it by itself: the day of a level may begin without a new reading', () => {
  const elapsed = (is: '>=' | '<', value: string) =>
    ({
      op: 'compare',
      left: {
        op: 'elapsed',
        from: { at: 'anchor', anchor: 'start' },
        to: { at: 'decision' },
        unit: 'h',
      },
      is,
      right: { op: 'quantity', value, unit: 'h' },
    }) as const
  const change = stepOf('to4', 'L2', 'L4', { when: elapsed('>=', '48') })
  assert.equal(next({ changes: [change] }, dosesOn('20', 1), onDay(2, '10:00')).level, 'L2')
  assert.equal(next({ changes: [change] }, dosesOn('20', 1, 2), onDay(2, '12:00')).level, 'L4')
  assert.equal(
    next({ changes: [change], stops: [] }, dosesOn('20', 1), onDay(3, '09:59')).level,
    'L2',
  )
})

test('febrile is told by the day of the dose, in the zone of the site', () => {
  const given = dosesOn('20', 1)
  const late = factOf('temperature', '39', onDay(1, '23:59'))
  const early = factOf('temperature', '39', onDay(2, '00:00'))
  assert.equal(next({}, [...given, late], onDay(2, '09:40')).kind, 'hold')
  assert.equal(next({}, [...given, early], onDay(2, '09:40')).level, 'L4')
})
