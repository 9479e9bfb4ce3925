import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()

const stands = (note: string): readonly string[] =>
  readNote(note, { vocabulary }).treatments.map(({ name, presence, when }) =>
    presence === 'present' ? `${name} ${when}` : `${name} ${presence}`,
  )

test('a denial is said of all treatments of its list, earlier ones too', () => {
  for (const note of [
    'He has had no earlier cancer, chemotherapy or radiotherapy.',
    'No prior chemotherapy or radiotherapy.',
    'No previous chemotherapy, or radiotherapy.',
    'She has no history of chemotherapy or radiotherapy.',
  ])
    assert.deepEqual(stands(note), ['chemotherapy absent', 'radiotherapy absent'], note)
})

test('what follows a denial without being denied stays so', () => {
  assert.deepEqual(stands('No fever, s/p CABG or stent.'), ['cabg history', 'stent history'])
  assert.deepEqual(stands('No longer on warfarin.'), ['warfarin history'])
  assert.deepEqual(stands('No diabetes, on aspirin or clopidogrel.'), [
    'aspirin now',
    'clopidogrel now',
  ])
})
