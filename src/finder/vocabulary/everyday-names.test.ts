import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everydayNames, frenchNames, frenchTreatments } from './everyday-names.ts'
import { tokens } from './fold.ts'
import { frenchTreatmentsIn } from './french-treatments.ts'
import { openVocabulary } from './vocabulary.ts'

const vocabulary = openVocabulary()
const names = everydayNames()

test('there are more than 300 French names and 100 French treatments', () => {
  assert.ok(names.filter(({ language }) => language === 'fr').length >= 300)
  assert.ok(frenchTreatments().size >= 100)
})

test('every everyday name means a term of the vocabulary', () => {
  const terms = new Set(vocabulary.concepts.map(({ term }) => term))
  for (const { name, term } of names) assert.ok(terms.has(term), `${name}: ${term}`)
})

test('every everyday name leads to its term', () => {
  for (const { name, term } of names) assert.equal(vocabulary.byName(name)?.term, term, name)
})

test('French treatments are written small and have English words', () => {
  const treatments = frenchTreatments()
  assert.equal(treatments.get('vaccin'), 'vaccine')
  assert.equal(treatments.get('chimiothérapie'), 'chemotherapy')
  assert.equal(treatments.get('immunoglobulines'), 'immunoglobulins')
  for (const [french, english] of treatments) {
    assert.equal(french, french.toLowerCase())
    assert.match(english, /^[A-Za-z0-9 -]+$/)
  }
})

test('French treatments are found among the words of a question', () => {
  const words = tokens('immunoglobulines intraveineuses et vaccins, maladie de Kawasaki')
  assert.deepEqual(frenchTreatmentsIn(words), [
    { start: 0, end: 2, english: 'intravenous immunoglobulins' },
    { start: 3, end: 4, english: 'vaccine' },
  ])
  assert.deepEqual(frenchTreatmentsIn(tokens('anakinra for children')), [])
})

test('a French name that only a rule made finds its term and is not shown', () => {
  const shown = new Set(frenchNames().values())
  assert.equal(vocabulary.byName('arthrite rhumatoïde')?.term, 'Arthritis, Rheumatoid')
  assert.ok(!shown.has('arthrite rhumatoïde'))
  assert.ok(shown.has('maladie de Kawasaki'))
})
