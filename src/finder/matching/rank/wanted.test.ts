import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { wantedOf } from './wanted.ts'

const vocabulary = openVocabulary()

function wanted(note: string): readonly string[] {
  return wantedOf(readNote(note, { vocabulary }), vocabulary).concepts.map(({ term }) => term)
}

test('past history never outranks what the person comes for, however often it is said', () => {
  const [first, ...others] = wanted(
    `A 70-year-old woman with a history of coronary artery disease. She was admitted for pneumonia.
Past Medical History:
1. Coronary artery disease
2. Coronary artery disease, atrial fibrillation
3. Hypothyroidism`,
  )
  assert.equal(first, 'Pneumonia')
  assert.ok(others.includes('Coronary Artery Disease'))
})

test('in a French note too', () => {
  const [first, ...others] = wanted(
    `Antécédents : asthme, diabète de type 2, asthme.
Motif de consultation : il consulte pour une pneumonie.`,
  )
  assert.equal(first, 'Pneumonia')
  assert.ok(others.includes('Asthma'))
})

test('an illness of before is looked for as ever where nothing newer is named', () => {
  const [first] = wanted('A 34-year-old man with a history of sickle cell disease has severe pain.')
  assert.equal(first, 'Anemia, Sickle Cell')
})

test('what is denied or a relative’s is not looked for', () => {
  const terms = wanted('A 12-year-old girl with asthma. No diabetes. Her mother has epilepsy.')
  assert.deepEqual(terms, ['Asthma'])
})
