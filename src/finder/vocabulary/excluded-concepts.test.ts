import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conceptsOfStudy } from './categories.ts'
import { conceptsNamed } from './excluded-concepts.ts'
import { openVocabulary } from './vocabulary.ts'

const vocabulary = openVocabulary()

function named(briefTitle: string, ...conditions: string[]) {
  const study = {
    protocolSection: {
      identificationModule: { nctId: 'NCT00000001', briefTitle },
      conditionsModule: { conditions },
    },
  }
  const found = conceptsNamed(study, vocabulary)
  return [...(found?.excluded ?? [])].map(({ term }) => term).toSorted()
}

test('what a condition or a title leaves out is known, in many wordings', () => {
  const wordings: readonly (readonly [string, ...string[]])[] = [
    [
      'Solid Tumors Excluding Breast, Gastric, Colorectal Cancer',
      'Breast Neoplasms',
      'Colorectal Neoplasms',
      'Stomach Neoplasms',
    ],
    ['Solid tumors (excluding melanoma)', 'Melanoma'],
    ['Solid tumors, except melanoma and lymphoma', 'Lymphoma', 'Melanoma'],
    ['Solid tumors other than melanoma', 'Melanoma'],
    ['Cancers other than breast', 'Breast Neoplasms'],
    ['Skin diseases but not psoriasis', 'Psoriasis'],
    ['Skin diseases, not including psoriasis', 'Psoriasis'],
    ['Skin diseases apart from psoriasis', 'Psoriasis'],
    ['Skin diseases (psoriasis excluded)', 'Psoriasis'],
    ['Heart Failure Without Diabetes Mellitus', 'Diabetes Mellitus'],
    ['Sepsis without diabetes, asthma or stroke', 'Asthma', 'Diabetes Mellitus', 'Stroke'],
    ['Sepsis in patients with no history of asthma', 'Asthma'],
    ['Pneumonia in adults without a history of asthma', 'Asthma'],
    ['Chronic cough not due to asthma', 'Asthma'],
    ['Pneumonia in the absence of asthma', 'Asthma'],
    ['Pneumonia in patients who do not have asthma', 'Asthma'],
    ['Tumeurs solides hors mélanome', 'Melanoma'],
    ['Pneumonie sans asthme', 'Asthma'],
    ['Tumeurs solides à l’exception du mélanome', 'Melanoma'],
    ['Tumeurs autres que le mélanome', 'Melanoma'],
    ['Pneumonie en l’absence d’asthme', 'Asthma'],
  ]
  for (const [text, ...expected] of wordings) {
    assert.deepEqual(named(text), expected, text)
    assert.deepEqual(named('A study', text), expected, text)
  }
})

test('what only sounds so leaves nothing out', () => {
  for (const text of [
    'Breast cancer without metastasis to the brain of patients with melanoma',
    'Asthma with or without allergic rhinitis',
    'Diabetics with and without heart failure',
    'Rhinitis With/Without Controlled Asthma',
    'Asthme avec ou sans rhinite allergique',
    'Triple Negative Breast Cancer',
    'HIV negative with tuberculosis',
    'Non-small cell lung cancer',
    'Non-Hodgkin Lymphoma',
    'Migraine without aura',
    'D-dimer for excluding pulmonary embolism',
    'Excluding pulmonary embolism by D-dimer',
    'Heart failure without pulmonary vascular disease',
    'Coronary disease without residual ischemia',
    'No pain, no gain: exercise in arthritis',
    'Untreated asthma, no prior therapy',
    'Lymphoma, not otherwise specified',
    'Melanoma excluding surgery',
  ])
    assert.deepEqual(
      named(text).filter((term) => term !== 'Neoplasm Metastasis'),
      [],
      text,
    )
})

test('a clause or a bracket ends what is left out, and what is named elsewhere stays', () => {
  assert.deepEqual(named('Tumors (excluding melanoma) in patients with lymphoma'), ['Melanoma'])
  assert.deepEqual(named('Tumors excluding melanoma: asthma as an outcome'), ['Melanoma'])
  assert.deepEqual(named('Tumors excluding melanoma', 'Melanoma'), [])
  assert.deepEqual(named('Breast cancer without other cancer'), [])
  assert.deepEqual(named('Sepsis without shock and pneumonia').includes('Pneumonia'), false)
})

test('a term the registry found only in what is left out is not the study’s, nor is what is above it', () => {
  const study = {
    protocolSection: {
      identificationModule: { nctId: 'NCT00000001', briefTitle: 'Selected tumors' },
      conditionsModule: {
        conditions: ['Solid Tumors Excluding Breast, Gastric, Colorectal Cancer'],
      },
    },
    derivedSection: {
      conditionBrowseModule: {
        meshes: [{ term: 'Neoplasms' }, { term: 'Colorectal Neoplasms' }],
        ancestors: [{ term: 'Intestinal Neoplasms' }, { term: 'Rectal Diseases' }],
      },
    },
  }
  const { exact, broader, excluded } = conceptsOfStudy(study, vocabulary)
  const terms = (concepts: typeof exact) => concepts.map(({ term }) => term)
  assert.deepEqual(terms(exact), ['Neoplasms'])
  assert.deepEqual(terms(broader), [])
  assert.deepEqual(terms(excluded).toSorted(), [
    'Breast Neoplasms',
    'Colorectal Neoplasms',
    'Stomach Neoplasms',
  ])
})
