import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()
const read = (note: string) => readNote(note, { vocabulary })

test('an age stands behind a name with its first letter, and no treatment, weight or letter is an age or a fever', () => {
  for (const [note, age, sex] of [
    ['Ms Rhian T., 34, attended alone.', 34, 'FEMALE'],
    ['Mrs Anika S., 32, G2P1. First baby 4.3 kg.', 32, 'FEMALE'],
    ['Dear Dr Hollis, Mr Desmond K., 71, was discharged after 6 days.', 71, 'MALE'],
    ['M. Antoine R., 58 ans, suivi. Corticothérapie de 6 mois en 2021.', 58, 'MALE'],
  ] as const) {
    const patient = read(note)
    assert.equal(patient.age?.value, age, note)
    assert.equal(patient.sex?.value, sex, note)
    assert.deepEqual(patient.measures, [], note)
  }
  assert.equal(read('Corticothérapie 6 mois.').age, undefined)
  assert.equal(read('Noé 1 an et 2 mois, vu ce jour.').age?.value, 14)
})

test('of a stay, the value at discharge is the one of now', () => {
  const { measures } = read('NYHA III on admission, NYHA II at discharge.')
  assert.deepEqual(
    measures.map(({ value, earlier = false }) => [value, earlier]),
    [
      ['3', true],
      ['2', false],
    ],
  )
})

test('a warning of a medicine says nothing of what is taken', () => {
  const { treatments } = read('Patient sous amiodarone. Attention sofosbuvir : bradycardie.')
  assert.deepEqual(
    treatments.map(({ name, presence }) => [name, presence]),
    [
      ['amiodarone', 'present'],
      ['sofosbuvir', 'mentioned'],
    ],
  )
})
