import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleProtocol as protocol } from '../../../testing/example-protocol.ts'
import type { Fact } from '../facts/fact.ts'
import { state } from '../state.ts'
import type { ParticipantState } from '../state/participant-state.ts'

// An invented protocol: 75 mg/m2 a day for three weeks of four; doses rest below 1.0 neutrophils and go on one level lower.

const start = Temporal.PlainDate.from('2025-09-01')
const at = (day: number, time = '08:00'): string =>
  `${start.add({ days: day - 1 }).toString()}T${time}+02:00`
let number = 0
const fact = (item: string, value: Fact['value'], when: string, unit?: string): Fact => ({
  id: `f${number++}`,
  item,
  value,
  at: when,
  ...(unit !== undefined && { unit }),
})
const count = (value: string, day: number) => fact('neutrophils', value, at(day), '10*9/L')
const doses = (amount: string, from: number, to: number): Fact[] =>
  Array.from({ length: to - from + 1 }, (_, past) =>
    fact('infusion', amount, at(from + past, '09:00'), 'mg'),
  )

/** 70 kg and 175 cm: 1.8446… m2 by Mosteller, 138.3496… mg a day. */
const screened: readonly Fact[] = [
  fact('birthDate', '1970-01-01', at(-7)),
  fact('consent', 'signed', at(-7)),
  fact('arm', 'A', at(-7)),
  fact('weight', '70', at(-7), 'kg'),
  fact('height', '1.75', at(-7), 'm'),
  fact('heart', false, at(-7)),
  fact('stroke', false, at(-7)),
  count('2.0', -1),
]

const on = (facts: readonly Fact[], day: number, time = '08:30'): ParticipantState =>
  state([{ protocol }], [...screened, ...facts], at(day, time))
const nextOf = (facts: readonly Fact[], day: number) => {
  const [next] = on(facts, day).nextDoses
  return [next?.kind, next?.level, next?.because[0]?.type]
}

test('doses rest below the limit, and go on one level lower when the other limit is reached', () => {
  const given = doses('138.35', 1, 9)
  assert.deepEqual(nextOf([...given, count('1.0', 10)], 10), ['give', 'mid', 'level kept'])
  assert.deepEqual(nextOf([...given, count('0.9', 10)], 10), ['hold', 'mid', 'rule holds'])
  const low = [...given, count('0.9', 10), count('1.4', 14)]
  assert.equal(nextOf(low, 14)[0], 'hold')
  const over = [...low, count('1.5', 15)]
  assert.deepEqual(nextOf(over, 15), ['give', 'low', 'level changed'])
  assert.deepEqual(nextOf([...over, ...doses('92.2', 15, 15)], 16), ['give', 'low', 'level kept'])
  const because = (facts: readonly Fact[], day: number) => on(facts, day).nextDoses[0]?.because
  const [rest] = protocol.regimens[0]?.holds ?? []
  assert.deepEqual(because(over, 15), [{ type: 'level changed', node: rest?.id }])
  assert.deepEqual(because([...over, ...doses('92.2', 15, 15)], 16), [{ type: 'level kept' }])
})

test('a rest that was too long ends treatment, also where the next count is good again', () => {
  const given = [...doses('138.35', 1, 9), count('0.9', 10)]
  assert.deepEqual(nextOf(given, 37), ['hold', 'mid', 'rule holds'])
  assert.deepEqual(nextOf(given, 38), ['refuse', undefined, 'stopped'])
  assert.deepEqual(nextOf([...given, count('1.6', 37)], 37)[0], 'give')
  assert.deepEqual(nextOf([...given, count('1.6', 40)], 40), ['refuse', undefined, 'stopped'])
})

test('nothing raises the level at the dose that a rest lowers', () => {
  const given = [...doses('138.35', 1, 21), count('0.9', 25), count('1.6', 29)]
  assert.deepEqual(nextOf(given, 29), ['give', 'low', 'level changed'])
})

test('an amount that nobody can measure is asked about, and rounding it is no deviation', () => {
  const [next] = on([], 1).nextDoses
  assert.match(next?.dose?.amount.value ?? '', /^138\.3496/)
  assert.ok(on([], 1).questions.some(({ node }) => node === 'rounding'))
  for (const given of ['138.35', '138.3', '138', '139'])
    assert.deepEqual(amountDeviations(given), [], given)
  for (const given of ['140', '137', '130']) assert.equal(amountDeviations(given).length, 1, given)
})

function amountDeviations(given: string): readonly string[] {
  const { deviations } = on(doses(given, 1, 1), 1, '12:00')
  return deviations.map(({ type }) => type).filter((type) => type === 'dose differs')
}
