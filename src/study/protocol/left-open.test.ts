import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plannedVisit } from '../../testing/example-nodes.ts'
import { madeNode, smallProtocol } from '../../testing/small-protocol.ts'
import { leftOpen } from './left-open.ts'

test('a part that a version states is not left open, nor one that is not there', () => {
  const protocol = smallProtocol(
    {
      cap: { ...madeNode('cap'), amount: { value: '100', unit: 'mg' } },
      rounding: { ...madeNode('rounding'), status: 'silent' },
    },
    {
      visits: [
        plannedVisit('V1', 'Visit 1', '', { day: 1 }, { early: 'P1D', late: 'P1D' }),
        plannedVisit('V2', 'Visit 2', '', { day: 2 }),
      ],
    },
  )
  const of = (sets: 'cap' | 'rounding' | 'smallest dose' | 'weight', regimen = 'drug') =>
    leftOpen(protocol, { sets, regimen })
  assert.deepEqual(
    [of('cap'), of('rounding'), of('smallest dose'), of('weight'), of('cap', 'none')],
    ['stated', 'open', 'open', 'stated', 'not there'],
  )
  assert.deepEqual(
    ['V1', 'V2', 'V3'].map((visit) => leftOpen(protocol, { sets: 'visit window', visit })),
    ['stated', 'open', 'not there'],
  )
})
