import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallProtocol } from '../../testing/small-protocol.ts'
import type { Judged } from '../protocol/expression/truth.ts'
import { judgedLines } from './grounds.ts'
import { tellingOf } from './telling.ts'

test('what was against somebody and does not count any more is told with its value and day, in both languages', () => {
  const judged: Judged = {
    verdict: 'unknown',
    grounds: [],
    missing: [],
    asks: [],
    lapsed: [
      {
        type: 'compare',
        verdict: 'not met',
        item: 'platelets',
        left: { value: '90', unit: '10*9/L' },
        is: '>=',
        right: { value: '100', unit: '10*9/L' },
        at: '2025-03-03T09:00+01:00',
        facts: ['p1'],
      },
    ],
  }
  const lines = (language: 'en' | 'fr') =>
    judgedLines(tellingOf(smallProtocol(), language), judged).join('\n')
  assert.match(
    lines('en'),
    /^Before, this was against it: Platelets: 90.10⁹\/L is below 100.10⁹\/L \(3 March 2025.*\)\. It does not count any more\.$/,
  )
  assert.match(
    lines('fr'),
    /^Avant, ceci s’y opposait.*90.10⁹\/L.*3 mars 2025.*Cela ne compte plus\.$/,
  )
})
