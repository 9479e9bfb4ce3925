import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isNarrowerName } from './narrower-names.ts'
import { saidDisease } from './title-subjects.ts'
import { openVocabulary } from './vocabulary.ts'

const vocabulary = openVocabulary()

function narrower(name: string): boolean | undefined {
  const concept = vocabulary.byName(name)
  return concept && isNarrowerName(name, concept)
}

test('a name of one kind of an illness is no name of the illness', () => {
  for (const name of [
    "Still's Disease, Juvenile Onset",
    'Juvenile Psoriatic Arthritis',
    'Dravet Syndrome',
    'Steroid-Sensitive Nephrotic Syndrome',
    'Familial Hemophagocytic Lymphohistiocytosis',
    'Acute Respiratory Distress Syndrome',
    'Medulloblastoma, Childhood',
  ])
    assert.equal(narrower(name), true, name)
})

test('another writing of an illness is its name', () => {
  for (const name of [
    'Type 1 Diabetes',
    'Diabetes Mellitus, Type 2',
    'Juvenile Idiopathic Arthritis',
    'Malignant Melanoma',
    'Breast Cancer',
    'Acute Myeloid Leukemia',
    'Hypertrophic Cardiomyopathy',
    "Still's Disease, Adult-Onset",
    'Kawasaki Syndrome',
    'Heart Attack',
  ])
    assert.equal(narrower(name), false, name)
})

test('a condition that is one kind of an illness is told as it is written, and not as the illness', () => {
  assert.equal(saidDisease(vocabulary, 'Dravet Syndrome', 'en'), 'Dravet syndrome')
  assert.equal(saidDisease(vocabulary, 'Dravet Syndrome', 'fr'), undefined)
  assert.equal(
    saidDisease(vocabulary, 'Steroid-Sensitive Nephrotic Syndrome', 'en'),
    'steroid-sensitive nephrotic syndrome',
  )
  assert.equal(saidDisease(vocabulary, 'Nephrotic Syndrome', 'fr'), 'syndrome néphrotique')
})
