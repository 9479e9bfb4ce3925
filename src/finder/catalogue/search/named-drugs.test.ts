import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { exampleData } from '../../../testing/example-catalogue.ts'
import type { Query } from '../model/query.ts'
import { type Engine, openEngine } from './engine.ts'

let engine: Engine

before(async () => {
  engine = openEngine((await exampleData()).catalogue, openVocabulary())
})
after(() => engine.close())

function ids(query: Omit<Query, 'today'> | string): string[] {
  const asked = typeof query === 'string' ? { q: query } : query
  const { hits } = engine.search({ today: '2026-11-23', pageSize: 1000, ...asked })
  return hits.map(({ nctId }) => nctId).toSorted()
}

/** Names of one medicine: brand, generic, spelling, salt, French, abbreviation. */
const equals: readonly (readonly string[])[] = [
  ['Tylenol', 'paracétamol', 'acetaminophen', 'Doliprane'],
  ['Rituxan', 'MabThera', 'rituximab'],
  ['Taxol', 'paclitaxel'],
  ['ciclosporine', 'cyclosporine', 'Neoral'],
  ['metformin', 'metformin hydrochloride', 'chlorhydrate de metformine', 'Glucophage'],
  ['MTX', 'methotrexate', 'méthotrexate'],
  ['6-MP', 'mercaptopurine'],
]

test('every name of a medicine finds the same studies', () => {
  for (const names of equals) {
    const [first = [], ...others] = names.map((name) => ids(name))
    assert.ok(first.length > 1, names[0] ?? '')
    for (const [at, other] of others.entries()) assert.deepEqual(other, first, names[at + 1] ?? '')
  }
})

test('a record that has only the other name of a medicine says so', () => {
  const { hits, drugs } = engine.search({ today: '2026-11-23', q: 'Tylenol' })
  assert.deepEqual(drugs, [{ words: 'Tylenol', name: 'Acetaminophen' }])
  assert.ok(
    hits.some(({ why }) =>
      why.some((one) => one.kind === 'drug' && one.name.toLowerCase() === 'acetaminophen'),
    ),
  )
})

test('a medicine and a disease are both looked for', () => {
  const both = ids('MabThera lymphoma')
  const [medicine, disease] = [new Set(ids('rituximab')), new Set(ids('lymphoma'))]
  assert.ok(both.length > 0)
  assert.deepEqual(
    both,
    [...medicine].filter((id) => disease.has(id)),
  )
})

test('asked for exactly, a medicine is only the word typed', () => {
  assert.ok(ids({ q: 'MabThera', exact: true }).length < ids('MabThera').length)
})

test('a disease that begins with the name of a medicine is the disease', () => {
  const { drugs, concepts } = engine.search({ today: '2026-11-23', q: 'insulin resistance' })
  assert.deepEqual(drugs, [])
  assert.equal(concepts[0]?.term, 'Insulin Resistance')
})

test('a misspelt medicine is found under its right name, in French too', () => {
  for (const [typed, meant] of [
    ['ritxuimab', 'rituximab'],
    ['metfornin', 'metformin'],
    ['paracétaml', 'paracétamol'],
    ['Tyenol', 'Tylenol'],
    ['etoposie', 'etoposide'],
    ['xacetaminophen', 'acetaminophen'],
  ] as const)
    assert.deepEqual(ids(typed), ids(meant), typed)
})

test('a word that is right is not taken for a misspelt medicine', () => {
  for (const word of ['apatinib', 'insulin', 'house', 'valine']) {
    const { corrections } = engine.search({ today: '2026-11-23', q: word })
    assert.deepEqual(corrections, [], word)
  }
})

test('two medicines side by side that are sold as one are that one', () => {
  const { drugs } = engine.search({ today: '2026-11-23', q: 'amoxicillin and clavulanate' })
  assert.deepEqual(
    drugs.map(({ words }) => words),
    ['amoxicillin and clavulanate'],
  )
  assert.deepEqual(ids('Augmentin'), ids('clavulanate amoxicillin'))
})

test('a company, a hormone that is measured and a home remedy are words', () => {
  for (const words of ['Bayer', 'cortisol', 'pain relief', 'monitor', 'CHF'])
    assert.deepEqual(engine.search({ today: '2026-11-23', q: words }).drugs, [], words)
})

test('what a test measures is no medicine; what is given is one', () => {
  for (const words of [
    'ferritin 8',
    'anemia, creatinine 2.4',
    'my potassium 2.9',
    'bilirubin high',
  ])
    assert.deepEqual(engine.search({ today: '2026-11-23', q: words }).drugs, [], words)
  const { drugs } = engine.search({ today: '2026-11-23', q: 'insulin 20 units' })
  assert.equal(drugs.length, 1)
})
