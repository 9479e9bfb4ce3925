import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallRegimen } from '../../../testing/small-protocol.ts'
import type { ProtocolItem } from '../../protocol/document/protocol.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import { lastMoment } from './cutoff.ts'
import { twoPeople } from './two-people.ts'

const items: readonly ProtocolItem[] = [
  { id: 'born', title: { en: 'Born' }, type: 'date', repeats: 'once', role: 'birth date' },
]
const born = (id: string, value: string, corrects?: string): Fact => ({
  id,
  item: 'born',
  value,
  at: '2020-01-01',
  ...(corrects !== undefined && { corrects }),
})
const regimens = [{ ...smallRegimen, item: 'dose' }]
const found = (...facts: readonly Fact[]) =>
  twoPeople({ items, regimens }, new Map([['P1', facts]]))

test('two dates of birth under one id are named; a correction and a fuller date are not', () => {
  assert.deepEqual(found(born('a', '2014-02-10'), born('b', '2013-05-01')), [
    { participant: 'P1', item: 'born', facts: ['a', 'b'], values: ['2014-02-10', '2013-05-01'] },
  ])
  assert.deepEqual(found(born('a', '2014'), born('b', '2014-02-10')), [])
  assert.deepEqual(found(born('a', '2014-02-10'), born('b', '2013-05-01', 'a')), [])
})

test('doses at one site, at another and at the first again are of two people; one who moved is one', () => {
  const dose = (day: number, studySite: string, more: Partial<Fact> = {}): Fact => ({
    id: `d${day}${studySite}`,
    item: 'dose',
    value: '20',
    unit: 'mg',
    at: `2020-01-0${day}T09:00+01:00`,
    studySite,
    ...more,
  })
  assert.deepEqual(found(dose(3, 'A'), dose(1, 'A'), dose(2, 'B')), [
    { participant: 'P1', item: 'studySite', facts: ['d2B', 'd3A'], values: ['B', 'A'] },
  ])
  assert.deepEqual(found(dose(1, 'A'), dose(2, 'A'), dose(3, 'B'), dose(4, 'B')), [])
  assert.deepEqual(found(dose(1, 'A'), dose(2, 'B'), dose(3, 'A', { corrects: 'd2B' })), [])
  assert.deepEqual(found(dose(1, 'A'), dose(2, 'B'), dose(3, 'A', { item: 'weight' })), [])
})

test('facts are used up to the last of them, by instant and not by text', () => {
  const at = (...texts: readonly string[]) =>
    lastMoment(new Map([['P1', texts.map((text, n) => ({ ...born(String(n), 'x'), at: text }))]]))
  assert.equal(at('2020-01-01T10:30+02:00', '2020-01-01T09:00Z'), '2020-01-01T09:00Z')
  assert.equal(at('2020-01-01T10:30+02:00', '2020-01-01'), '2020-01-02T12:00:00Z')
  assert.equal(at(), undefined)
})
