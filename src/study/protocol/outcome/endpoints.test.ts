import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dosesOn,
  factOf,
  madeNode,
  onDay,
  smallProtocol,
  smallState,
} from '../../../testing/small-protocol.ts'
import type { ProtocolEndpoint } from '../document/endpoints.ts'
import type { Fact } from '../facts/fact.ts'

// Below 38 °C on day 3; final from that day.

const day3 = { at: 'day', anchor: 'start', day: 3 } as const
const endpoint = (more: Partial<ProtocolEndpoint>): ProtocolEndpoint => ({
  ...madeNode('cool'),
  level: 'primary',
  sets: [],
  readyAt: day3,
  success: {
    op: 'compare',
    left: { op: 'reading', pick: 'latest', of: { item: 'temperature', onDayOf: day3 } },
    is: '<',
    right: { op: 'quantity', value: '38', unit: 'Cel' },
  },
  ...more,
})
const coolByNow: ProtocolEndpoint['success'] = {
  op: 'compare',
  left: { op: 'reading', pick: 'latest', of: { item: 'temperature', until: { at: 'decision' } } },
  is: '<',
  right: { op: 'quantity', value: '38', unit: 'Cel' },
}
function answer(more: Partial<ProtocolEndpoint>, facts: readonly Fact[], now = onDay(4)) {
  const protocol = smallProtocol({ changes: [] }, { endpoints: [endpoint(more)] })
  const { endpoints, questions } = smallState(protocol, [...dosesOn('20', 1), ...facts], now)
  const asks = questions.filter(({ type }) => type === 'missing value').length
  return [endpoints[0]?.answer, endpoints[0]?.because, asks]
}
const taken = (value: string | null, at = onDay(3), more: Partial<Fact> = {}) =>
  factOf('temperature', value, at, more)

test('a missing value counts as the version says, and without a rule it is unknown and asked about', () => {
  assert.deepEqual(answer({}, []), ['unknown', 'missing', 1])
  for (const ifMissing of ['failure', 'success', 'excluded'] as const) {
    assert.deepEqual(answer({ ifMissing }, []), [ifMissing, 'rule for missing', 0])
    assert.deepEqual(answer({ ifMissing }, [taken(null)]), [ifMissing, 'rule for missing', 0])
    assert.deepEqual(answer({ ifMissing }, [taken('37.9')]), ['success', undefined, 0])
    assert.deepEqual(answer({ ifMissing }, [taken('38.0')]), ['failure', undefined, 0])
  }
})

test('what may still come, what disagrees and what is not exact is not missing', () => {
  const rule = { ifMissing: 'failure' } as const
  assert.deepEqual(answer(rule, [], onDay(2)).slice(0, 2), ['unknown', 'missing'])
  assert.deepEqual(answer(rule, [], onDay(3)).slice(0, 2), ['unknown', 'missing'])
  // The reading of day 3 is final on day 9 alone.
  const later = { ...rule, readyAt: { ...day3, day: 9 } }
  assert.deepEqual(answer(later, [], onDay(5)).slice(0, 2), ['unknown', 'missing'])
  assert.deepEqual(answer(later, [], onDay(9)).slice(0, 2), ['failure', 'rule for missing'])
  const two = [taken('37', onDay(3), { id: 'a' }), taken('38', onDay(3), { id: 'b' })]
  assert.deepEqual(answer(rule, two).slice(0, 2), ['unknown', 'missing'])
  assert.deepEqual(answer(rule, [taken('37', '2025-03')]).slice(0, 2), ['unknown', 'missing'])
  // What was recorded and cannot be read is to be corrected.
  const other = taken('37', onDay(3), { id: 'unread', unit: 'kg' })
  assert.deepEqual(answer(rule, [other]).slice(0, 2), ['unknown', 'missing'])
  const corrected = taken(null, onDay(3), { corrects: 'unread' })
  assert.deepEqual(answer(rule, [other, corrected]).slice(0, 2), ['failure', 'rule for missing'])
})

test('who withdrew before it counts by the rule for that, and where what was collected counts, by the one for missing', () => {
  const gone = factOf('withdrawal', 'withdrawn', onDay(2))
  const both = { ifWithdrawn: 'as collected', ifMissing: 'failure' } as const
  assert.deepEqual(answer(both, [gone]).slice(0, 2), ['failure', 'rule for missing'])
  assert.deepEqual(answer({ ...both, ifWithdrawn: 'excluded' }, [gone]).slice(0, 2), [
    'excluded',
    'rule for withdrawal',
  ])
})

test('an endpoint of a visit is not told before the day of that visit, also where the version says no moment', () => {
  const { readyAt: _, ...bare } = endpoint({ visit: 'V8', success: coolByNow })
  const visits = [{ ...madeNode('V8'), items: [], target: { anchor: 'start', day: 8 } }]
  const at = (now: string, more: Partial<ProtocolEndpoint> = {}) => {
    const protocol = smallProtocol({ changes: [] }, { visits, endpoints: [{ ...bare, ...more }] })
    const facts = [...dosesOn('20', 1), taken('37')]
    const [end] = smallState(protocol, facts, now).endpoints
    return [end?.answer, end?.pending, end?.readyAt]
  }
  assert.deepEqual(at(onDay(7)), ['unknown', true, '2025-03-10'])
  assert.deepEqual(at(onDay(8)), ['success', false, '2025-03-10'])
  assert.deepEqual(at(onDay(7), { readyAt: { ...day3, day: 9 } }), ['unknown', true, '2025-03-11'])
})
