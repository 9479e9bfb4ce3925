import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../../words/words.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { illnessNames } from './illness-names.ts'

const vocabulary = openVocabulary()

function said(name: string, language: 'en' | 'fr') {
  return illnessNames({ language, words: wordsOf(language), vocabulary }, [name])
}

test('an illness with a stage, a course or a kind is told in French with them', () => {
  for (const [name, french] of [
    ['Advanced Breast Cancer', 'un cancer du sein avancé'],
    ['Locally Advanced Pancreatic Cancer', 'un cancer du pancréas localement avancé'],
    ['Recurrent Glioblastoma', 'un glioblastome récidivant'],
    [
      'Stage III Non-small Cell Lung Cancer',
      'un cancer du poumon non à petites cellules de stade III',
    ],
    ['Stage IV Pancreatic Cancer AJCC v8', 'un cancer du pancréas de stade IV'],
    ['Advanced Parkinson Disease', 'la maladie de Parkinson avancée'],
  ] as const)
    assert.deepEqual(said(name, 'fr'), { named: [french], others: [] }, name)
})

test('an illness that rules name is told as in a rule', () => {
  for (const [name, french] of [
    ['Chronic Heart Failure', 'une insuffisance cardiaque chronique'],
    ['Severe Asthma', 'un asthme grave'],
    ['Solid Tumors', 'une tumeur solide'],
    ['Migraine', 'une migraine'],
    ['HIV Infections', 'le VIH'],
    ['Back Pain', 'des douleurs du dos'],
    ['Atherosclerosis', 'une athérosclérose'],
    ['Atrial Fibrillation (AF)', 'une fibrillation auriculaire'],
    ['AHF - Acute Heart Failure', 'une insuffisance cardiaque aiguë'],
  ] as const)
    assert.deepEqual(said(name, 'fr'), { named: [french], others: [] }, name)
})

test('where a word of it has no French name, the illness is told and the English words beside it', () => {
  for (const [name, within] of [
    ['Lung Cancer Stage IV', 'un cancer du poumon'],
    ['Breast Cancer Survivors', 'un cancer du sein'],
  ] as const)
    assert.deepEqual(said(name, 'fr').others, [{ english: name, within }], name)
  for (const name of ['Anemia in Chronic Kidney Disease', 'Quality of Life', 'No Asthma'])
    assert.deepEqual(said(name, 'fr').others, [{ english: name }], name)
})

test('in English what has no everyday name is told as its team wrote it', () => {
  assert.deepEqual(said('Severe Aplastic Anemia', 'en').named, ['Severe Aplastic Anemia'])
  assert.deepEqual(said('Advanced Breast Cancer', 'en').named, ['Advanced Breast Cancer'])
})

test('a kind of an illness that MeSH counts among its names is not told as the illness', () => {
  const name = 'Steroid-Sensitive Nephrotic Syndrome'
  assert.deepEqual(said(name, 'en').named, [name])
  assert.deepEqual(said(name, 'fr'), {
    named: [],
    others: [{ english: name, within: 'un syndrome néphrotique' }],
  })
  const still = "Still's Disease, Juvenile Onset"
  assert.deepEqual(said(still, 'en').named, [still])
  assert.deepEqual(said(still, 'fr'), { named: [], others: [{ english: still }] })
})

test('several illnesses in one field are told each by its name; one that is written back to front stays one', () => {
  assert.deepEqual(said('Malignant Melanoma, Lung Cancer, or Colorectal Cancer', 'fr'), {
    named: ['un mélanome', 'un cancer du poumon', 'un cancer colorectal'],
    others: [],
  })
  assert.deepEqual(said('Asthma and Advanced Breast Cancer', 'fr').named, [
    'un asthme',
    'un cancer du sein avancé',
  ])
  assert.equal(said('Breast and Zorbled Cancer', 'fr').named.length, 0)
  assert.equal(said('Hypertension, Pregnancy', 'fr').named.length, 1)
  assert.equal(said('Head and Neck Cancer', 'fr').named.length, 1)
})
