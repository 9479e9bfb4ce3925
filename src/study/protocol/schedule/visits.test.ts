import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { factsOfHistory, workedHistories } from '../../../testing/worked-histories.ts'
import { readDocumentBytes } from '../read/read-document-bytes.ts'
import { readProtocol } from '../read/read-protocol.ts'
import { state } from '../state.ts'

const file = join(import.meta.dirname, '../../../../data/protocols/NCT02390596.listing.json')
const document = readDocumentBytes(readFileSync(file))
const read = 'value' in document ? readProtocol(document.value) : document
assert.ok('protocol' in read)
const { protocol } = read

/** A child whose temperature of visit 3 was taken, and whose third injection is to come. */
const child = workedHistories.find(({ id }) => id === 'h09')
assert.ok(child)
const facts = factsOfHistory(child)
const injection = { id: 'third', item: 'injection', value: '28', unit: 'mg' }

function visit3(now: string, more: readonly { readonly at: string }[] = []) {
  const all = [...facts, ...more.map((one) => ({ ...injection, ...one }))]
  const found = state([{ protocol }], all, now).visits.find(({ day }) => day === 'J3')
  return [found?.standing, found?.open]
}

test('a visit of which something is still to be recorded on its day has begun, and is not done', () => {
  assert.deepEqual(visit3('2017-03-11T09:40+01:00'), ['begun', ['injection']])
  const given = [{ at: '2017-03-11T10:00+01:00' }]
  assert.deepEqual(visit3('2017-03-11T10:05+01:00', given), ['done', []])
})

test('what was not recorded on the day of a visit stays named the day after', () => {
  assert.deepEqual(visit3('2017-03-12T09:00+01:00'), ['done', ['injection']])
})

test('a visit was done when the earliest of what was recorded for it was, whatever item comes first', () => {
  const early = { id: 'early', item: 'injection', value: '28', unit: 'mg' }
  const all = [...facts, { ...early, at: '2017-03-11T09:20+01:00' }]
  const found = state([{ protocol }], all, '2017-03-11T11:00+01:00').visits
  const taken = facts.find(({ item, at }) => item === 'temperature' && at.startsWith('2017-03-11'))
  assert.ok(taken && taken.at > '2017-03-11T09:20')
  assert.equal(found.find(({ day }) => day === 'J3')?.doneAt, '2017-03-11T09:20+01:00')
})
