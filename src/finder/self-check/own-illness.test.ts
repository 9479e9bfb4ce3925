import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../../words/words.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { questionText } from './question-text.ts'
import { selfCheckOf } from './self-check.ts'

const vocabulary = openVocabulary()

function asked(rule: string, condition: string, list = 'Exclusion'): readonly string[] {
  const { study } = selfCheckOf(
    {
      identificationModule: { nctId: 'NCT00000001' },
      conditionsModule: { conditions: [condition] },
      eligibilityModule: { eligibilityCriteria: `${list} Criteria:\n\n* ${rule}` },
    },
    { vocabulary, today: '2026-11-29' },
  )
  const [ask] = [...study.asks.values()]
  if (ask?.kind !== 'rule' || (ask.rule.isWide && ask.rule.isPart)) return ['undecided']
  return (['en', 'fr'] as const).map((language) =>
    questionText({ language, words: wordsOf(language) }, ask, 'me').replaceAll(
      /[\u00a0\u202f]/g,
      ' ',
    ),
  )
}

test('who has the cancer of a study is asked for another one, however the rule says so', () => {
  const another = ['Do you have another active cancer?', 'Avez-vous un autre cancer actif ?']
  for (const rule of ['No other active cancer', 'No concurrent active malignancy'])
    assert.deepEqual(asked(rule, 'Ovarian Cancer', 'Inclusion'), another, rule)
  assert.deepEqual(asked('Other malignancy in the past 5 years', 'Lung Neoplasms'), [
    'Have you had another cancer in the last 5 years?',
    'Avez-vous eu un autre cancer dans les 5 dernières années ?',
  ])
  assert.deepEqual(asked('Prior malignancy', 'Melanoma'), [
    'Have you had at any time another cancer?',
    'Avez-vous déjà eu un autre cancer ?',
  ])
  assert.deepEqual(asked('Malignancy other than skin cancer', 'Pancreatic Cancer'), [
    'Do you have another cancer other than skin cancer?',
    'Avez-vous un autre cancer autre qu’un cancer de la peau ?',
  ])
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
    assert.deepEqual(asked(rule, condition), ['undecided'], rule)
})

test('another illness, and how the study’s own is, are asked as the rule says', () => {
  assert.deepEqual(asked('Other lung disease', 'Asthma'), [
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
    assert.equal(asked(rule, condition)[0], question)
  assert.deepEqual(asked('Diagnosis of cancer', 'Lymphoma', 'Inclusion'), [
    'Do you have cancer?',
    'Avez-vous un cancer ?',
  ])
})
