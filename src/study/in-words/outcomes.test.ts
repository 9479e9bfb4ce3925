import assert from 'node:assert/strict'
import { test } from 'node:test'
import { screenedChild, shippedVersion } from '../../testing/test-study.ts'
import { state } from '../protocol/state.ts'
import { endpointLines } from './outcomes.ts'
import { dosingReading } from './dosing-readings.ts'
import { tellingOf } from './telling.ts'

test('the values of an endpoint are called what the document calls them, in both languages', () => {
  for (const name of ['record-2020', 'report'] as const) {
    const protocol = shippedVersion(name)
    const facts = screenedChild().map((one, at) => ({ ...one, id: `s${at}` }))
    const { endpoints } = state([{ protocol }], facts, '2026-12-24T12:00+01:00')
    const lines = (language: 'en' | 'fr') =>
      endpoints.flatMap((one) => endpointLines(tellingOf(protocol, language), one)).join('\n')
    assert.match(lines('en'), /at the start: /)
    assert.match(lines('fr'), /au départ\u00A0: /)
    assert.doesNotMatch(lines('fr'), /baseline|follow-up|fall/)
  }
})

test('where the strength of a product comes from is said with its regimen', () => {
  const protocol = shippedVersion('report')
  const [node] = protocol.regimens
  assert.ok(node)
  const lines = (language: 'en' | 'fr') =>
    dosingReading(tellingOf(protocol, language), { kind: 'regimen', node })
      .map(({ text }) => text)
      .join(' ')
  assert.match(lines('en'), /The strength is from: EU product information/)
  assert.match(lines('fr'), /La concentration vient de/)
})
