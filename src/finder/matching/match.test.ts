import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { exampleData } from '../../testing/example-catalogue.ts'
import { type Engine, openEngine } from '../catalogue/search/engine.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { type MatchSource, matchPatient } from './match.ts'
import { toddler, woman } from '../../testing/example-notes.ts'
import { readNote } from './note/read-note.ts'

const vocabulary = openVocabulary()
const options = { vocabulary, today: '2026-11-23' }
let engine: Engine
let source: MatchSource

before(async () => {
  const { catalogue } = await exampleData()
  engine = openEngine(catalogue, vocabulary)
  source = {
    rank: (plans, query, limit) => engine.rank(plans, query, limit),
    study: (nctId) => engine.study(nctId)?.study,
  }
})
after(() => engine.close())

function match(note: string, limit = 10) {
  return matchPatient(readNote(note, { vocabulary }), source, { ...options, limit })
}

test('a child with Kawasaki disease is shown the studies of it first', async () => {
  const matches = await match(toddler)
  const first = matches.slice(0, 4).map(({ nctId }) => nctId)
  assert.ok(first.includes('NCT02390596'), first.join())
  const study = matches.find(({ nctId }) => nctId === 'NCT02390596')
  assert.notEqual(study?.overall, 'probably not')
  assert.ok(
    study?.criteria.some(({ verdict, evidence }) => verdict === 'met' && evidence.length > 0),
  )
})

test('a study whose age or sex surely does not fit is left out, one that may fit is not', async () => {
  const baby = await match(toddler.replace('2-year-old', '6-week-old'))
  assert.ok(!baby.some(({ nctId }) => nctId === 'NCT02390596'), 'from three months only')
  const ageless = await match(toddler.replace('A 2-year-old girl', 'A child'))
  assert.ok(ageless.some(({ nctId }) => nctId === 'NCT02390596'))
})

test('every verdict against a person names what says so', async () => {
  for (const { criteria } of await match(woman, 20))
    for (const { verdict, evidence, text } of criteria)
      if (verdict === 'not met') assert.ok(evidence.length > 0, text)
})

test('a short list is what a longer one of the same studies begins with, though less of the others is judged', async () => {
  const same: MatchSource = {
    ...source,
    rank: async (...asked) => (await source.rank(...asked)).slice(0, 30),
  }
  for (const note of [toddler, woman]) {
    const patient = readNote(note, { vocabulary })
    const long = await matchPatient(patient, same, { ...options, limit: 30 })
    const short = await matchPatient(patient, same, { ...options, limit: 4 })
    assert.ok(long.length > 4)
    assert.deepEqual(short, long.slice(0, 4))
  }
})

test('matches come best first and no more than asked; nothing known matches nothing', async () => {
  const matches = await match(woman, 5)
  assert.equal(matches.length, 5)
  const scores = matches.map(({ score }) => score)
  assert.deepEqual(
    scores,
    scores.toSorted((a, b) => b - a),
  )
  assert.deepEqual(await match(''), [])
  assert.deepEqual(await match(woman, 0), [])
})
