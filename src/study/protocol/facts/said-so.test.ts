import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dosesOn,
  factOf,
  inShort,
  madeNode,
  onDay,
  smallProtocol,
  smallState,
} from '../../../testing/small-protocol.ts'
import { state } from '../state.ts'

const signed = {
  ...madeNode('signed'),
  kind: 'inclusion',
  expression: { op: 'exists', of: { item: 'consent' } },
} as const
const protocol = smallProtocol({ changes: [] }, { eligibility: [signed] })

test('an event that is said not to have happened did not happen: a consent of false was never signed', () => {
  for (const value of [false, 'false', 'no', 'none']) {
    const consent = factOf('consent', value, onDay(0))
    const asked = smallState(protocol, [consent], onDay(1))
    assert.equal(asked.eligibility.answer, 'no', String(value))
    assert.ok(asked.nextDoses[0])
    assert.equal(inShort(asked.nextDoses[0])[0], 'refuse')
    const given = smallState(protocol, [consent, ...dosesOn('20', 1)], onDay(1, '12:00'))
    assert.ok(given.deviations.some(({ type }) => type === 'dose without consent'))
    const withdrawn = smallState(protocol, [factOf('withdrawal', value, onDay(0))], onDay(1))
    assert.deepEqual([withdrawn.withdrawn, withdrawn.eligibility.answer], [{}, 'yes'])
  }
  const open = smallState(protocol, [factOf('consent', null, onDay(0))], onDay(1))
  assert.equal(open.eligibility.answer, 'unknown')
})

test('a consent chooses the version in force when it was signed, once it is known and not before', () => {
  const dated = (version: string, from: string) => ({
    protocol: smallProtocol(
      {},
      { version, effective: [{ site: '*', from, zone: 'Europe/Paris' }] },
    ),
  })
  const versions = [dated('1', '2025-01-01'), dated('2', '2025-03-05')]
  const chosen = (now: string, ...facts: Parameters<typeof state>[1]) => {
    const { version } = state(versions, facts, now)
    return [version.version, version.because]
  }
  const later = factOf('consent', 'signed', '2025-03-06T09:00+01:00')
  assert.deepEqual(chosen('2025-03-04T09:00+01:00', later), chosen('2025-03-04T09:00+01:00'))
  const late = factOf('consent', 'signed', '2025-03-03T09:00+01:00', {
    recordedAt: '2025-03-07T09:00+01:00',
  })
  assert.deepEqual(chosen('2025-03-06T09:00+01:00', late), ['2', 'in force now'])
  assert.deepEqual(chosen('2025-03-08T09:00+01:00', late), ['1', 'in force at consent'])
  const refused = factOf('consent', false, '2025-03-03T09:00+01:00')
  assert.deepEqual(chosen('2025-03-08T09:00+01:00', refused, later), ['2', 'in force at consent'])
})

test('two facts of one id are a contradiction, in whatever order they come', () => {
  const light = factOf('weight', '10', onDay(0), { id: 'w' })
  const heavy = factOf('weight', '60', onDay(0), { id: 'w' })
  const one = smallState(protocol, [light, heavy], onDay(1))
  assert.deepEqual(smallState(protocol, [heavy, light], onDay(1)), one)
  assert.equal(one.nextDoses[0]?.kind, 'hold')
})
