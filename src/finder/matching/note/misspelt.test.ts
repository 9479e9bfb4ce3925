import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { misspeltDrugsIn, misspeltSignsIn } from './misspelt.ts'

const vocabulary = openVocabulary()
const signIn = (text: string) => misspeltSignsIn(text, 'en', vocabulary)[0]?.name
const drugIn = (text: string) => misspeltDrugsIn(text, vocabulary)[0]?.name

test('a long name with one letter wrong is that name', () => {
  assert.equal(signIn('She has palpitatons.'), 'palpitation')
  assert.equal(signIn('fybromyalgia for years'), 'fibromyalgia')
  assert.equal(signIn('conjunctivits of both eyes'), 'conjunctivitis')
  assert.equal(drugIn('on hydrocortizone cream'), 'hydrocortisone')
  assert.equal(drugIn('amoxicilin twice a day'), 'amoxicillin')
})

test('a word that is right as it is names nothing else', () => {
  const words =
    'condition ejection resection training medication dysplasia conclusion structure gestation relative collapse ' +
    'suggesting separate protection infusion selection apatinib ophthalmic generation'
  for (const word of words.split(' ')) {
    assert.equal(signIn(`The ${word} was noted.`), undefined, word)
    assert.equal(drugIn(`The ${word} was noted.`), undefined, word)
  }
})
