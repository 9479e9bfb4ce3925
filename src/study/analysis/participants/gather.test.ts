import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf } from '../../../testing/example-nodes.ts'
import { factOf, onDay, smallItems, smallProtocol } from '../../../testing/small-protocol.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import { state } from '../../protocol/state.ts'
import { readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import { gather, gatherFrame } from './gather.ts'

const adverse = itemOf('harm', 'Harm', '', 'event', { role: 'adverse event' })
const protocol = smallProtocol({ changes: [] }, { items: [...smallItems, adverse] })

function counted(facts: readonly Fact[]) {
  const now = readMoment(onDay(3))
  assert.ok(!isTimeProblem(now))
  const frame = gatherFrame(protocol, { baseline: [], times: [], sets: [] }, now)
  const found = gather({ id: 'P1', facts, state: state([{ protocol }], facts, onDay(3)) }, frame)
  return [found.consent?.id, found.withdrawal?.id, found.events.map(({ term }) => term)]
}

test('what did not happen is not counted: a consent, a withdrawal, an adverse event', () => {
  const noes = ['consent', 'withdrawal', 'harm'].map((item) => factOf(item, false, onDay(0)))
  assert.deepEqual(counted(noes), [undefined, undefined, []])
  const yes = ['consent', 'withdrawal', 'harm'].map((item) => factOf(item, 'so', onDay(1)))
  const [consent, withdrawal] = yes
  assert.deepEqual(counted([...noes, ...yes]), [consent?.id, withdrawal?.id, ['so']])
})
