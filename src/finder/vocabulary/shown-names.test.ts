import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listedRows, listOf } from './listed-names.ts'
import { shownName } from './shown-names.ts'
import { openVocabulary } from './vocabulary.ts'

const vocabulary = openVocabulary()

test('a name that is shown in English can be typed, and means its term', () => {
  for (const [term = '', name = ''] of listedRows('shown-en.tsv'))
    assert.equal(vocabulary.byName(name)?.term, term, name)
})

test('an abbreviation stands for terms that are there, each once', () => {
  for (const [abbreviation = '', terms = ''] of listedRows('choices.tsv')) {
    const listed = listOf(terms)
    assert.equal(new Set(listed).size, listed.length, abbreviation)
    for (const term of listed) assert.equal(vocabulary.byName(term)?.term, term, abbreviation)
  }
})

test('illnesses have the names that people say', () => {
  assert.equal(shownName('Mucocutaneous Lymph Node Syndrome', 'en'), 'Kawasaki disease')
  assert.equal(shownName('Myocardial Infarction', 'fr'), 'crise cardiaque')
  assert.equal(shownName('Takayasu Arteritis', 'en'), 'Takayasu Arteritis')
  assert.equal(shownName('Leukemia, Myeloid', 'en'), 'Myeloid Leukemia')
})
