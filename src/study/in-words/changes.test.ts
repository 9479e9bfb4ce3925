import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleProtocol as newer } from '../../testing/example-protocol.ts'
import type { Protocol } from '../protocol/document/protocol.ts'
import { besidesInWords, protocolChanges } from './changes.ts'
import { tellingOf } from './telling.ts'

const [regimen] = newer.regimens
assert.ok(regimen)
const [adult, ...others] = newer.eligibility
assert.ok(adult)

const older: Protocol = {
  ...newer,
  version: '1',
  eligibility: [
    {
      ...adult,
      words: [{ source: 'protocol', place: '5.1', text: 'Men and women of 21 years or older.' }],
    },
    ...others.toReversed(),
    { ...adult, id: 'resident', title: { en: 'Lives nearby' } },
  ],
  visits: newer.visits.map((visit) => {
    const { window: _, ...without } = visit
    return visit.id === 'cycle' ? without : visit
  }),
  regimens: [{ ...regimen, levels: regimen.levels.slice(0, 2), changes: [] }],
  endpoints: newer.endpoints.map((endpoint) => ({ ...endpoint, status: 'stated' })),
}

test('a summary of changes names what is new, gone and changed, part by part', () => {
  const changes = protocolChanges(older, newer).map(
    ({ part, kind, older: before, newer: after, differs }) =>
      `${part} ${kind} ${(after ?? before)?.node.id} ${differs.join('+')}`.trim(),
  )
  assert.deepEqual(changes, [
    'eligibility changed adult words',
    'eligibility removed resident',
    'visits changed cycle reading',
    'regimens changed vidamab reading',
    'regimens added high',
    'regimens added up',
    'endpoints changed answered status',
  ])
})

test('nothing differs between a version and itself, in whatever order its keys stand', () => {
  const turned = JSON.parse(
    JSON.stringify(newer, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ),
  ) as Protocol
  assert.deepEqual(protocolChanges(turned, newer), [])
})

test('another page number alone is no change', () => {
  const moved = {
    ...newer,
    eligibility: newer.eligibility.map((criterion) => ({
      ...criterion,
      words: (criterion.words ?? []).map((words) => ({ ...words, place: 'page 12' })),
    })),
  }
  assert.deepEqual(protocolChanges(moved, newer), [])
})

test('what can be recorded, its limits, and since when a site works by it are no rules, and are said', () => {
  const [item, ...rest] = newer.items
  assert.ok(item)
  const other: Protocol = {
    ...newer,
    items: [{ ...item, plausible: { from: '1', to: '2' } }, ...rest],
    effective: [{ site: 'Lyon', from: '2031-01-01' }],
  }
  const said = (language: 'en' | 'fr', one: Protocol) =>
    besidesInWords(tellingOf(one, language), tellingOf(newer, language))
  assert.deepEqual(protocolChanges(newer, other), [])
  assert.equal(said('en', other).length, 2)
  assert.ok(said('en', other)[0]?.includes(item.title.en))
  assert.ok(said('fr', other)[1]?.includes('Lyon'))
  assert.deepEqual(said('en', newer), [])
})
