import assert from 'node:assert/strict'
import { test } from 'node:test'
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
const found = (...facts: readonly Fact[]) => twoPeople({ items }, new Map([['P1', facts]]))

test('two dates of birth under one id are named; a correction and a fuller date are not', () => {
  assert.deepEqual(found(born('a', '2014-02-10'), born('b', '2013-05-01')), [
    { participant: 'P1', item: 'born', facts: ['a', 'b'], values: ['2014-02-10', '2013-05-01'] },
  ])
  assert.deepEqual(found(born('a', '2014'), born('b', '2014-02-10')), [])
  assert.deepEqual(found(born('a', '2014-02-10'), born('b', '2013-05-01', 'a')), [])
})

test('facts are used up to the last of them, by instant and not by text', () => {
  const at = (...texts: readonly string[]) =>
    lastMoment(new Map([['P1', texts.map((text, n) => ({ ...born(String(n), 'x'), at: text }))]]))
  assert.equal(at('2020-01-01T10:30+02:00', '2020-01-01T09:00Z'), '2020-01-01T09:00Z')
  assert.equal(at('2020-01-01T10:30+02:00', '2020-01-01'), '2020-01-02T12:00:00Z')
  assert.equal(at(), undefined)
})
