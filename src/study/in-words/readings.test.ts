import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleProtocol as protocol } from '../../testing/example-protocol.ts'
import type { ConditionInWords } from './conditions.ts'
import { protocolNodes } from './nodes.ts'
import { nodeReading } from './readings.ts'
import { tellingOf } from './telling.ts'

const nodes = Object.values(protocolNodes(protocol)).flat()

function said(id: string, language: 'en' | 'fr' = 'en'): readonly string[] {
  const placed = nodes.find(({ node }) => node.id === id)
  assert.ok(placed, id)
  const flat = ({ text, parts }: ConditionInWords): readonly string[] => [
    text.replaceAll('\u00A0', ' '),
    ...parts.flatMap(flat).map((line) => `  ${line}`),
  ]
  return nodeReading(tellingOf(protocol, language), placed).flatMap(flat)
}

test('every node of a document has a reading in both languages', () => {
  for (const { node } of nodes)
    for (const language of ['en', 'fr'] as const) assert.ok(said(node.id, language).length > 0)
})

test('a change of level says from where, when it is looked at, its condition, and what unknown does', () => {
  assert.deepEqual(said('up'), [
    'From 75 mg/m² to 100 mg/m².',
    'Looked at before every dose from day 29 on.',
    'It changes if:',
    '  Enough neutrophils',
    'If this is not known, the dose waits and a person is asked.',
    'At least 28 days after the last change or the first dose.',
    'It acts once.',
  ])
})

test('a visit says its day as the version counts it, its window, and what comes first', () => {
  assert.deepEqual(said('cycle'), [
    'On D1, counted from: First infusion.',
    'At most 2 days early and 2 days late.',
    'Again every 28 days.',
    '6 times in all.',
    'To record: Neutrophils, Body weight.',
    'First Neutrophils, and then Infusion of vidamab.',
  ])
  assert.ok(said('scanVisit').some((line) => line.startsWith('No window')))
})

test('an end of treatment counts days of the calendar, not doses', () => {
  assert.match(said('sixCycles').join(), /168 calendar days.*not a number of doses/)
})

test('a published result is shown as it was printed', () => {
  assert.ok(
    said('counts', 'fr').includes(
      'Publié : 75 %, de 47,6 % à 92,7 %, 12 sur 16, Toutes les personnes traitées.',
    ),
  )
})
