import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()

function read(note: string) {
  const { language, findings, notUnderstood = [], lines } = readNote(note, { vocabulary })
  return {
    language,
    terms: findings.map(({ term, presence }) => `${term} ${presence}`),
    left: notUnderstood.map(({ text }) => text),
    affirmed: lines.map(({ affirmed }) => affirmed),
  }
}

test('a note in a language that is not read states nothing, and all of it is told as not understood', () => {
  for (const note of [
    'Frau, 61 Jahre. Keine Epilepsie, Asthma seit der Kindheit.',
    'Mujer de 61 años. Niega diabetes mellitus. Epilepsia.',
    'Donna di 61 anni. Diabete mellito, senza asma.',
    'Vrouw, 61 jaar. Geen epilepsie. Asthma.',
    'Mulher de 61 anos. Não tem asma. Diabetes.',
  ]) {
    const { language, terms, left } = read(note)
    assert.equal(language, 'other', note)
    assert.deepEqual(terms, [], note)
    assert.equal(left.join(' '), note)
  }
})

test('a sentence in such a language beside others states nothing, and the others are read', () => {
  const { terms, left, affirmed } = read(
    'A 61-year-old woman with psoriasis. Die Patientin hat kein Asthma. She has no epilepsy.',
  )
  assert.deepEqual(terms, ['Psoriasis present', 'Epilepsy absent'])
  assert.deepEqual(left, ['Die Patientin hat kein Asthma.'])
  assert.equal(affirmed[1], '')
})

test('names of people and towns make no sentence foreign', () => {
  for (const note of [
    'He has asthma and was seen in Las Vegas by Dr Van der Linden.',
    'Suivie par le Dr de los Rios à El Jadida pour un asthme.',
  ]) {
    assert.deepEqual(read(note).terms, ['Asthma present'], note)
  }
})

test('what a treatment that was not had would be for is not denied, and a vaccine is no illness', () => {
  assert.deepEqual(
    read('Man of 50 with asthma. Never treated for epilepsy. No surgery for gout.').terms,
    ['Asthma present', 'Epilepsy mentioned', 'Gout mentioned'],
  )
  assert.deepEqual(read('Femme de 50 ans, asthme. Vaccin (rougeole, oreillons) en mai.').terms, [
    'Asthma present',
    'Measles mentioned',
    'Mumps mentioned',
  ])
})
