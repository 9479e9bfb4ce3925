import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleProtocol as newer } from '../../testing/example-protocol.ts'
import type { Protocol } from '../protocol/document/protocol.ts'
import { protocolChanges } from './changes.ts'
import { changesBesides } from './changes-besides.ts'
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

test('what can be recorded, its limits, and since when a site works by it are no rules, and are said as they were and are', () => {
  const [item, gone, ...rest] = newer.items
  assert.ok(item && gone)
  const [here] = newer.effective
  assert.ok(here)
  const other: Protocol = {
    ...newer,
    items: [
      { ...item, plausible: { from: '1.5', to: '2' } },
      ...rest,
      { id: 'pain', title: { en: 'Pain', fr: 'Douleur' }, type: 'yes-no', repeats: 'once' },
    ],
    effective: [...newer.effective, { site: 'Lyon', from: '2031-01-01' }],
  }
  assert.deepEqual(protocolChanges(newer, other), [])
  const said = (language: 'en' | 'fr') =>
    changesBesides(tellingOf(newer, language), tellingOf(other, language))
  assert.deepEqual(
    said('en').map(({ part, kind, title }) => [part, kind, title]),
    [
      ['items', 'changed', item.title.en],
      ['items', 'added', 'Pain'],
      ['items', 'removed', gone.title.en],
      ['effective', 'added', 'Lyon'],
    ],
  )
  const [changed, added, removed, begun] = said('fr')
  assert.deepEqual(
    changed?.newer.map((line) => line.slice(0, 26)),
    ['On demande hors de 1,5 à 2'],
  )
  assert.deepEqual([added?.older, added?.newer], [[], ['Douleur', 'Oui ou non', 'Noté une fois']])
  assert.deepEqual([removed?.newer, (removed?.older.length ?? 0) > 0], [[], true])
  assert.deepEqual(begun?.newer, ['Depuis le 1er janvier 2031'])
  assert.deepEqual(changesBesides(tellingOf(newer, 'en'), tellingOf(newer, 'en')), [])
})
