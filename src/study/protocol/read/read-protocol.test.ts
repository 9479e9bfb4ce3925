import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeNode, smallProtocol, smallRegimen, stepOf } from '../../../testing/small-protocol.ts'
import type { Checkpoint, Regimen } from '../document/dosing.ts'
import { readProtocol } from './read-protocol.ts'

/** Where a document of one regimen is not of the shape of a protocol. */
function wrongPlaces(regimen: Partial<Regimen> | { readonly secondPerson: boolean }) {
  const read = readProtocol({
    ...smallProtocol({}, { items: [] }),
    regimens: [{ ...smallRegimen, ...regimen }],
  })
  return 'faults' in read ? read.faults.map(({ path }) => path) : []
}

test('that a second person confirms doses is said, or left out', () => {
  assert.deepEqual(wrongPlaces({}), [])
  assert.deepEqual(wrongPlaces({ secondPerson: true }), [])
  assert.deepEqual(wrongPlaces({ secondPerson: false }), ['regimens[0].secondPerson'])
})

test('a regimen has a level and a start, one is enough, and what is counted is counted from one', () => {
  const { levels, start, timing } = smallRegimen
  assert.deepEqual(wrongPlaces({ levels: levels.slice(0, 1), start: start.slice(0, 1) }), [])
  assert.deepEqual(wrongPlaces({ levels: [], start: [] }), [
    'regimens[0].levels',
    'regimens[0].start',
  ])
  const stop = (end: { readonly days?: number; readonly doses?: number }) =>
    wrongPlaces({ stops: [{ ...madeNode('end'), ...end }] })
  assert.deepEqual(stop({ days: 1, doses: 1 }), [])
  assert.deepEqual(stop({ days: 0, doses: 0 }), [
    'regimens[0].stops[0].days',
    'regimens[0].stops[0].doses',
  ])
  const cycle = (length: number) =>
    wrongPlaces({ timing: { ...timing, cycle: { length, from: 1, to: 1 } } })
  assert.deepEqual(cycle(1), [])
  assert.deepEqual(cycle(0), ['regimens[0].timing.cycle.length'])
  const step = (at: Checkpoint) => wrongPlaces({ changes: [stepOf('up', 'L2', 'L4', { at })] })
  assert.deepEqual([step({ fromDose: 1 }), step({ days: [1] })], [[], []])
  assert.deepEqual(step({ fromDose: 0 }).length, 1)
  assert.deepEqual(step({ days: [] }).length, 1)
})

test('a most that may be given in all, or in some time, is refused: no rule that we know is taken for another', () => {
  const most = { value: '500', unit: 'mg' }
  for (const name of ['cumulative', 'mostInAll', 'lifetimeDose', 'maxTotalDose'])
    assert.deepEqual(wrongPlaces({ [name]: most } as object), [`regimens[0].${name}`])
  const stop = { ...madeNode('end'), days: 5, totalDose: most }
  assert.deepEqual(wrongPlaces({ stops: [stop] }), ['regimens[0].stops[0].totalDose'])
  const cap = { ...madeNode('cap'), amount: most, within: 'P7D' }
  assert.deepEqual(wrongPlaces({ cap } as object), ['regimens[0].cap.within'])
  const total = { op: 'reading', pick: 'total', of: { item: 'injection' } }
  const when = { op: 'compare', left: total, is: '>=', right: { op: 'quantity', ...most } }
  const places = wrongPlaces({ stops: [{ ...madeNode('end'), when }] } as object)
  assert.ok(
    places.length > 0 && places.every((path) => path.startsWith('regimens[0].stops[0].when')),
  )
})
