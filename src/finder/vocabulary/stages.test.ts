import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokens } from './fold.ts'
import { stagesIn } from './stages.ts'

const named = (text: string) =>
  stagesIn(tokens(text)).map(({ english, isTelling }) => `${english}${isTelling ? '' : '?'}`)

test('stages and courses are read as people say them, in the words of records', () => {
  assert.deepEqual(named('métastatique'), ['metastatic'])
  assert.deepEqual(named('it came back'), ['recurrent'])
  assert.deepEqual(named('stage 4'), ['stage IV'])
  assert.deepEqual(named('en rechute'), ['relapsed'])
  assert.deepEqual(named('localement avancé'), ['locally advanced'])
})

test('what only describes is told apart, and what is no stage is none', () => {
  assert.deepEqual(named('severe'), ['severe?'])
  assert.deepEqual(named('of the knee'), [])
})

test('where a cancer has spread to is told, however it is said', () => {
  for (const text of [
    'spread to the liver',
    'my cancer has gone to my liver',
    'has spread to his liver',
    'liver mets',
    'métastase hépatique',
    'qui s’est propagé au foie',
    'a atteint le foie',
  ])
    assert.deepEqual(named(text), ['liver metastases'], text)
  assert.deepEqual(named('métastase osseuse'), ['bone metastases'])
  assert.deepEqual(named('has spread'), ['metastatic'])
  assert.deepEqual(named('secondary'), [])
})
