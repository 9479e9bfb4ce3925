import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../eligibility/facts.ts'
import { checkOf, decidingQuestion } from '../../testing/test-check.ts'
import { outcomeOf } from './outcome.ts'
import { nothingTold } from './read-answers.ts'

test('what is written under exclusion as if it were wanted decides for nobody', () => {
  for (const rule of [
    'No radiotherapy in the last 3 months',
    'Has no history of stroke',
    'Without diabetes',
  ])
    assert.deepEqual(decidingQuestion(rule, 'Exclusion'), ['undecided'], rule)
  for (const rule of ['No health insurance', 'Not willing to sign the informed consent'])
    assert.notDeepEqual(decidingQuestion(rule, 'Exclusion'), ['undecided'], rule)
  assert.notDeepEqual(decidingQuestion('No history of stroke', 'Inclusion'), ['undecided'])
})

test('a scan alone, a value of one sex, what is counted in the blood and a language are not asked as they are not meant', () => {
  for (const rule of [
    'CT scan of emphysema: grade II or higher',
    'Ultrasound of thyroid nodules: Grade II-IV;',
    'MRI of cartilage loss: grade 1 to 3',
    'Measurable systemic disease',
    'Ability to speak fluently in Dutch with others',
    'Measurable disease, shown by a monoclonal protein in the serum',
  ])
    assert.deepEqual(decidingQuestion(rule, 'Inclusion'), ['undecided'], rule)
  assert.deepEqual(decidingQuestion('Measurable disease', 'Inclusion', ['Multiple Myeloma']), [
    'undecided',
  ])
  assert.notDeepEqual(decidingQuestion('Measurable disease', 'Inclusion', ['Lung Cancer']), [
    'undecided',
  ])
})

test('whoever had an illness once is not kept out by a current history of it', () => {
  const outcome = (answer: Answer) => {
    const { study } = checkOf('Exclusion Criteria:\n\n* Current medical history of stroke')
    return outcomeOf({ ...nothingTold('me'), answers: { e1: answer } }, study).overall
  }
  assert.notEqual(outcome('yes'), 'probably not')
})

test('a cancer that keeps out of a study of any solid tumour is another one', () => {
  for (const condition of ['Advanced Solid Tumor', 'Metastatic Malignancy'])
    assert.equal(
      decidingQuestion('Previous or concurrent malignancies', 'Exclusion', [condition])[0],
      'Have you ever had another cancer?',
    )
})

test('who never had what must be long ago has nothing that leans against them', () => {
  const { study } = checkOf(
    'Inclusion Criteria:\n\n* Gout\n* At least 4 weeks since the last chemotherapy',
  )
  assert.deepEqual(
    outcomeOf({ ...nothingTold('me'), answers: { i1: 'yes', i2: 'no' } }, study).leaning,
    [],
  )
})

test('that somebody has or does what is wanted is not presumed', () => {
  const { study } = checkOf('Exclusion Criteria:\n\n* Does not live in this county\n* Gout')
  const { criteria } = outcomeOf(nothingTold('me'), study)
  assert.deepEqual(
    criteria.map(({ effect }) => effect),
    ['open', 'for'],
  )
})
