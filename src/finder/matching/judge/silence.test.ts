import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function excluded(criterion: string, note: string): string {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(criterion, 'exclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

test('a medicine that is given for a disease is no silence about it', () => {
  for (const [criterion, note] of [
    ['Thyroid disease', '41-year-old man on levothyroxine.'],
    ['History of seizures', '60-year-old man on levetiracetam.'],
    ['HIV infection', '41-year-old man on bictegravir/emtricitabine/TAF.'],
    ["Parkinson's disease", '71-year-old man on levodopa/carbidopa.'],
    ['Osteoporosis', '71-year-old woman on alendronate.'],
    ['Cancer', '60-year-old woman on capecitabine.'],
    ['Asthma', 'Homme de 41 ans sous salbutamol.'],
  ] as const)
    assert.equal(excluded(criterion, note), 'unknown', criterion)
  assert.equal(excluded('Osteoporosis', '41-year-old man on salbutamol.'), 'met')
})

test('a score, the signs of an illness and the person’s own tumour are no silence', () => {
  for (const [criterion, note] of [
    ['Depression', '40-year-old woman. PHQ-9 19.'],
    ['Dementia', '80-year-old man. MMSE 17/30.'],
    ['Peptic ulcer disease', '60-year-old man with melena.'],
    ['Symptomatic hypotension', '54-year-old man with dizziness when standing.'],
    ['Penetrating trauma', '27-year-old man, trauma, splenic laceration.'],
    ['Stage IV disease', '60-year-old woman with breast cancer.'],
    ['HER2-positive disease', '60-year-old woman with breast cancer.'],
    ['Previous axillary surgery', '60-year-old woman with breast cancer.'],
    ['History of malignancy', '70-year-old man with a lung nodule under investigation.'],
  ] as const)
    assert.equal(excluded(criterion, note), 'unknown', criterion)
})

test('what only a site, a language or the future tells, and the lack of something, is never presumed clear', () => {
  const note = '28-year-old woman with asthma.'
  for (const criterion of [
    'Participant is not a lung cancer patient.',
    'Absence of diabetes',
    'HLA-B27 negative',
    'Women who do not speak French',
    'Planning to move away from the study area within 12 months',
    'Any condition that, in the opinion of the investigator, would preclude participation',
    'Life expectancy < 6 months',
  ])
    assert.equal(excluded(criterion, note), 'unknown', criterion)
  const consented = '40-year-old woman. Consent signed.'
  const several = 'minors, prisoners, unable to provide consent'
  assert.notEqual(excluded(several, consented), 'not met')
  assert.equal(excluded('Unable to provide consent', consented), 'met')
})
