import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decidingQuestion } from '../../testing/test-check.ts'

test('who has the cancer of a study is asked for another one, however the rule says so', () => {
  const another = ['Do you have another active cancer?', 'Avez-vous un autre cancer actif ?']
  for (const rule of ['No other active cancer', 'No concurrent active malignancy'])
    assert.deepEqual(decidingQuestion(rule, 'Inclusion', ['Ovarian Cancer']), another, rule)
  assert.deepEqual(
    decidingQuestion('Other malignancy in the past 5 years', 'Exclusion', ['Lung Neoplasms']),
    [
      'Have you had another cancer in the last 5 years?',
      'Avez-vous eu un autre cancer dans les 5 dernières années ?',
    ],
  )
  assert.deepEqual(decidingQuestion('Prior malignancy', 'Exclusion', ['Melanoma']), [
    'Have you ever had another cancer?',
    'Avez-vous déjà eu un autre cancer ?',
  ])
  assert.deepEqual(
    decidingQuestion('Malignancy other than skin cancer', 'Exclusion', ['Pancreatic Cancer']),
    [
      'Do you have another cancer other than skin cancer?',
      'Avez-vous un autre cancer autre qu’un cancer de la peau ?',
    ],
  )
})

test('no answer decides where a rule keeps out by an illness of which the study’s own is a kind', () => {
  for (const [rule, condition] of [
    ['Active malignancy', 'Ovarian Cancer'],
    ['Malignancy', 'Multiple Myeloma'],
    ['Lung disease', 'Asthma'],
    ['Clinically significant lung disease', 'Asthma'],
    ['Mental illness', 'Schizophrenia'],
    ['Asthma', 'Asthma'],
  ] as const)
    assert.deepEqual(decidingQuestion(rule, 'Exclusion', [condition]), ['undecided'], rule)
})

test('another illness, and how the study’s own is, are asked as the rule says', () => {
  assert.deepEqual(decidingQuestion('Other lung disease', 'Exclusion', ['Asthma']), [
    'Do you have other lung disease?',
    'Avez-vous une autre maladie des poumons ?',
  ])
  for (const [rule, condition, question] of [
    ['Active malignancy', 'HIV Infections', 'Do you have active cancer?'],
    ['Severe asthma', 'Asthma', 'Do you have severe asthma?'],
    [
      'Uncontrolled diabetes',
      'Diabetes Mellitus, Type 2',
      'Do you have badly controlled diabetes?',
    ],
    ['Lung disease other than asthma', 'Asthma', 'Do you have lung disease other than asthma?'],
    ['Brain metastases', 'Colorectal Cancer', 'Do you have metastases in the brain?'],
  ] as const)
    assert.equal(decidingQuestion(rule, 'Exclusion', [condition])[0], question)
  assert.deepEqual(decidingQuestion('Diagnosis of cancer', 'Inclusion', ['Lymphoma']), [
    'Do you have cancer?',
    'Avez-vous un cancer ?',
  ])
})
