import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { exampleData } from '../../../testing/example-catalogue.ts'
import { areas } from '../model/fields.ts'
import { type Engine, openEngine } from './engine.ts'
import type { WeightedPlan } from '../model/query.ts'

const today = '2026-11-23'
let engine: Engine

before(async () => {
  engine = openEngine((await exampleData()).catalogue, openVocabulary())
})
after(() => engine.close())

function word(term: string, weight = 1): WeightedPlan {
  return { plan: { kind: 'term', index: 'main', term, weights: areas.q }, weight }
}

test('a study in which more plans are found comes before one with fewer; none has to be there', () => {
  const ranked = engine.rank(
    [word('kawasaki'), word('anakinra'), word('zzzznowhere')],
    { today },
    10,
  )
  assert.ok(ranked.slice(0, 3).some(({ nctId }) => nctId === 'NCT02390596'))
  const alone = engine.rank([word('kawasaki')], { today }, 1000).length
  assert.ok(alone > 1 && ranked.length > 1)
})

test('scores fall, the filters hold, and no more are given than asked', () => {
  const plans = [word('asthma'), word('heart', 0.5)]
  const ranked = engine.rank(plans, { today }, 20)
  const scores = ranked.map(({ score }) => score)
  assert.deepEqual(
    scores,
    scores.toSorted((a, b) => b - a),
  )
  assert.equal(ranked.length, 20)
  const six = engine.rank([word('kawasaki')], { today, age: { least: 42, most: 48 } }, 1000)
  assert.ok(!six.some(({ nctId }) => nctId === 'NCT02390596'), 'from three months only')
  assert.deepEqual(engine.rank([], { today }, 10), [])
})
