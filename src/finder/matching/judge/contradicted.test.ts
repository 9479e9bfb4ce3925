import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'

const vocabulary = openVocabulary()

function required(text: string, note: string) {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(text, 'inclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

const girl = 'A 9-year-old girl is admitted with wheeze. FEV1 is 64% of predicted.'
const man =
  'A 70-year-old man has heart failure with an ejection fraction of 55%. Creatinine is 2.4 mg/dL and hemoglobin 8.9 g/dL.'

test('one part of a requirement that is surely not so is enough, however long the rest', () => {
  for (const [note, text] of [
    [girl, 'Children in the age group 2-6 years who come to an emergency room because of wheezing'],
    [girl, 'Spirometry or peak flow showing an FEV1 ≥ 70% of predicted in a good effort'],
    [girl, 'Adults aged 18 to 65 years with a diagnosis of asthma made by a specialist'],
    [man, 'Chronic heart failure, defined as LVEF less than or equal to (≤) 40% by echo or MRI'],
    [man, 'Symptomatic heart failure with LVEF ≤ 35% and a stable dose of a diuretic'],
    [man, 'Good organ function, with hemoglobin ≥ 10 g/dL and a normal chest x-ray'],
    [
      man,
      'Written plan of care; creatinine lower or equal to 1.5 mg/dL; life expectancy of a year',
    ],
  ] as const)
    assert.equal(required(text, note), 'not met', text)
})

test('a part of another time, measure or person, or with another way in, decides nothing', () => {
  for (const [note, text] of [
    [girl, 'FEV1 ≥ 70% of predicted, or an asthma score below 4'],
    [girl, 'FEV1 after a bronchodilator increased by ≥ 12% with better symptoms'],
    [girl, 'Mother aged 18 to 45 years at the time of delivery of the child'],
    [girl, 'If FEV1 is done it must be ≥ 70% of predicted'],
    [man, 'History of LVEF ≤ 35% at diagnosis of a cardiomyopathy that has recovered'],
    [man, 'Previous LVEF ≤ 35% in a patient who was treated'],
    [man, 'Group A: patients with LVEF ≤ 35% and sinus rhythm'],
    [man, 'LVEF ≤ 35% or NYHA class III'],
    [man, 'LVEF improvement of ≤ 35% after the treatment'],
    [man, 'One or more of the following: LVEF ≤ 40%, raised BNP, oedema'],
  ] as const)
    assert.notEqual(required(text, note), 'not met', text)
})

test('two values of which one is within leave a requirement open', () => {
  const note = `${man} Cardiac MRI shows an ejection fraction of 30%.`
  assert.notEqual(
    required('Heart failure with LVEF ≤ 35% and signs of congestion', note),
    'not met',
  )
})

test('an "or" between methods, sexes or bounds is no other way in', () => {
  for (const text of ['seen on CT or MRI', 'less than or equal to 5', 'men or women with gout'])
    assert.equal(isTurned(text), false, text)
  for (const text of ['asthma or COPD', 'on dialysis or eGFR below 15', 'unless treated'])
    assert.equal(isTurned(text), true, text)
  assert.equal(hasOtherWaysIn('Cohort B: LVEF below 40%'), true)
  assert.equal(hasOtherWaysIn('The age group 2-6 years'), false)
})
