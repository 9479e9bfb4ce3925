import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function judged(text: string, kind: 'inclusion' | 'exclusion', note: string): string {
  const patient = readNote(note, { vocabulary })
  const { verdict, reason } = judgeCriterion(text, kind, patient, {
    vocabulary,
    mode: 'self-check',
  })
  return reason === 'presumed clear' ? 'presumed' : verdict
}

test('a medicine that is taken is no illness of it, nor one by another way', () => {
  for (const [text, note, verdict] of [
    ['Opioid dependence', 'Man, 51. Morphine 20 mg daily for back pain.', 'unknown'],
    ['Benzodiazepine abuse', 'Woman, 66. Diazepam at night.', 'unknown'],
    ['Oral SERD', 'Woman, 60. Fulvestrant monthly.', 'unknown'],
    ['Oral anticoagulants', 'Woman, 60. On apixaban.', 'not met'],
    ['Current opioid treatment', 'Man, 51. On morphine 20 mg daily.', 'not met'],
  ] as const)
    assert.equal(judged(text, 'exclusion', note), verdict, `${text}: ${note}`)
})

test('what was treated, is of a relative or was not looked for is neither there nor clear', () => {
  for (const [text, note] of [
    ['Current cervical dysplasia', 'Woman, 47. Cervical dysplasia treated 2019.'],
    ['Stroke within 3 months', 'Homme de 70 ans. AVC : AIT en mars dernier.'],
    ['Known susceptibility to malignant hyperthermia', 'Boy, 6. Uncle: malignant hyperthermia.'],
    ['Osteoporosis', 'Woman, 61. DEXA not done.'],
    ['Penicillin allergy', 'Man, 30. Allergies: amoxicillin - diarrhoea only.'],
  ] as const)
    assert.equal(judged(text, 'exclusion', note), 'unknown', `${text}: ${note}`)
})

test('lactate is a value and no nursing', () => {
  const note = 'Woman, 70, septic shock. Lactate 5.1.'
  assert.equal(judged('Lactate > 4 mmol/L', 'inclusion', note), 'met')
  assert.equal(judged('Serum lactates above 4 mmol/L', 'inclusion', 'Man, 50.'), 'unknown')
  assert.equal(judged('Lactating women', 'exclusion', 'Man, 50.'), 'not applicable')
})
