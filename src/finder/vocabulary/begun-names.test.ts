import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesBegun } from './begun-names.ts'
import { openVocabulary } from './vocabulary.ts'

const { concepts } = openVocabulary()
const found = (typed: string, language: 'en' | 'fr') =>
  namesBegun(typed, language, concepts).map(({ name }) => name)

test('an organ finds the illnesses of it as people say them, in French', () => {
  for (const [typed, name] of [
    ['sein', 'cancer du sein'],
    ['foie', 'cancer du foie'],
    ['poumon', 'cancer du poumon'],
    ['prostate', 'cancer de la prostate'],
    ['coeur', 'maladie du cœur'],
    ['cœur', 'maladie du cœur'],
    ['peau', 'cancer de la peau'],
    ['rein', 'cancer du rein'],
    ['sang', 'cancer du sang'],
    ['cerveau', 'tumeur au cerveau'],
    ['os', 'cancer des os'],
  ] as const)
    assert.ok(found(typed, 'fr').includes(name), `${typed}: ${found(typed, 'fr').join(', ')}`)
  assert.ok(!found('sein', 'fr').some((name) => /Neoplasms|Cancer/.test(name)))
})

test('what is shown is what people say, not the heading of MeSH', () => {
  assert.ok(found('kawa', 'en').includes('Kawasaki disease'))
  assert.ok(found('heart att', 'en').includes('heart attack'))
  assert.ok(found('blood pres', 'en').includes('high blood pressure'))
  assert.ok(found('crise card', 'fr').includes('crise cardiaque'))
})

test('of a whole field it is told that it is one, and of a beginning that it is no whole word', () => {
  const [breast] = namesBegun('maladies du sein', 'fr', concepts)
  assert.equal(breast?.isWide, true)
  const prostate = namesBegun('prost', 'fr', concepts)
  assert.ok(prostate.length > 0 && prostate.every(({ isWhole }) => !isWhole))
  assert.deepEqual(namesBegun('s', 'fr', concepts), [])
})
