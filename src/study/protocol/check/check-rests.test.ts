import assert from 'node:assert/strict'
import { test } from 'node:test'
import { latest, madeNode, smallItems, smallProtocol } from '../../../testing/small-protocol.ts'
import type { HoldRule, Regimen } from '../document/dosing.ts'
import type { TruthExpression } from '../document/expressions.ts'
import type { Protocol } from '../document/protocol.ts'
import { protocolFaults } from './check-protocol.ts'

const faults = (regimen: Partial<Regimen>, more: Partial<Protocol> = {}) => {
  const protocol = smallProtocol(regimen, more)
  const last = { ...madeNode('last'), event: { type: 'last', item: 'dose' } } as const
  return protocolFaults({ ...protocol, anchors: [...protocol.anchors, last] }).map(
    ({ kind, path }) => `${kind} ${path.replace('regimens[0].', '')}`,
  )
}
const ofHold = (hold: Pick<HoldRule, 'when' | 'resumeWhen'>) =>
  faults({ holds: [{ ...madeNode('rest'), ...hold }] })
const platelets = (is: '<' | '>' | '>=', value: string) => latest('platelets', is, value, '10*9/L')

test('a rest that ends as it begins is refused', () => {
  const ends = ['rest ends at once holds[0].resumeWhen']
  const when = platelets('<', '50')
  assert.deepEqual(ofHold({ when, resumeWhen: platelets('>=', '75') }), [])
  assert.deepEqual(ofHold({ when, resumeWhen: platelets('>=', '50') }), [])
  assert.deepEqual(ofHold({ when, resumeWhen: platelets('>=', '49.9') }), ends)
  assert.deepEqual(ofHold({ when, resumeWhen: when }), ends)
  const high = { when: platelets('>', '75'), resumeWhen: platelets('<', '75') }
  assert.deepEqual(ofHold(high), [])
  assert.deepEqual(ofHold({ ...high, resumeWhen: platelets('<', '76') }), ends)
  assert.deepEqual(ofHold({ when: platelets('>=', '75'), resumeWhen: high.resumeWhen }), [])
})

test('a rest that nobody can tell before the first dose is refused, and one that counts the doses first is not', () => {
  const since: TruthExpression = {
    op: 'compare',
    left: {
      op: 'reading',
      pick: 'latest',
      of: { item: 'platelets', after: { at: 'anchor', anchor: 'last' } },
    },
    is: '<',
    right: { op: 'quantity', value: '50', unit: '10*9/L' },
  }
  const given: TruthExpression = {
    op: 'compare',
    left: { op: 'count', of: { item: 'dose', until: { at: 'decision' } } },
    is: '>=',
    right: { op: 'quantity', value: '1', unit: '1' },
  }
  const resumeWhen = platelets('>=', '75')
  const never = ['nobody could begin holds[0].when']
  assert.deepEqual(ofHold({ when: since, resumeWhen }), never)
  assert.deepEqual(
    ofHold({ when: { op: 'or', of: [platelets('<', '50'), since] }, resumeWhen }),
    never,
  )
  assert.deepEqual(
    ofHold({
      when: { op: 'and', of: [{ op: 'exists', of: { item: 'dose' } }, since] },
      resumeWhen,
    }),
    never,
  )
  assert.deepEqual(ofHold({ when: { op: 'not', of: { op: 'not', of: since } }, resumeWhen }), never)
  assert.deepEqual(ofHold({ when: { op: 'and', of: [given, since] }, resumeWhen }), [])
  const named = { ...madeNode('lately'), expression: { op: 'and', of: [given, since] } } as const
  const rest = { ...madeNode('rest'), when: { op: 'defined', name: 'lately' }, resumeWhen } as const
  assert.deepEqual(faults({ holds: [rest] }, { definitions: [named] }), [])
  const unguarded = { ...named, expression: since }
  assert.deepEqual(faults({ holds: [rest] }, { definitions: [unguarded] }), never)
})

test('a limit that no body has, a least dose above the most, and a strength per kilogram are refused', () => {
  const items = smallItems.map((item) =>
    item.id === 'weight' ? { ...item, plausible: { from: '0.4', to: '7' } } : item,
  )
  const start = (value: string, unit: string) => ({
    start: [
      { ...madeNode('small'), level: 'L2', when: latest('weight', '<', value, unit) },
      { ...madeNode('begin'), level: 'L4' },
    ],
  })
  const beyond = ['limit that no body has start[0].when.right']
  assert.deepEqual(faults(start('2', 'kg'), { items }), [])
  assert.deepEqual(faults(start('7', 'kg'), { items }), [])
  assert.deepEqual(faults(start('2000', 'g'), { items }), [])
  assert.deepEqual(faults(start('2000', 'kg'), { items }), beyond)
  assert.deepEqual(faults(start('0.3', 'kg'), { items }), beyond)
  const amount = (value: string, unit = 'mg') => ({ amount: { value, unit } })
  const cap = { ...madeNode('cap'), ...amount('100') }
  const least = (value: string, unit?: string) => ({ ...madeNode('least'), ...amount(value, unit) })
  assert.deepEqual(faults({ cap, smallest: least('0.1', 'g') }), [])
  assert.deepEqual(faults({ cap, smallest: least('101') }), ['smallest above cap smallest.amount'])
  const product = (unit: string) => ({ product: { name: 'Drug', strength: { value: '5', unit } } })
  assert.deepEqual(faults(product('mg/mL')), [])
  assert.deepEqual(faults(product('mg/kg')), ['strength of a body product.strength.unit'])
})
