import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listOf, listedRows } from './listed-names.ts'
import { isNoKind, isToldKind } from './not-kinds.ts'
import { openVocabulary } from './vocabulary.ts'

const vocabulary = openVocabulary()
const concept = (term: string) => {
  const found = vocabulary.byName(term)
  assert.ok(found, term)
  return found
}

test('an illness is told as a kind of another only where its name or a list says so', () => {
  for (const [kind, wider, isTold] of [
    ['Diabetes Mellitus, Type 2', 'Diabetes Mellitus', true],
    ['Rhinitis, Allergic', 'Rhinitis', true],
    ['Myocardial Infarction', 'Coronary Disease', true],
    ["Sjogren's Syndrome", 'Arthritis, Rheumatoid', false],
    ['Pulmonary Arterial Hypertension', 'Hypertension', false],
    ['Multiple Myeloma', 'Hemostatic Disorders', false],
    ['Sarcoma, Ewing', 'Osteosarcoma', false],
    ['Bell Palsy', 'Herpesviridae Infections', false],
  ] as const)
    assert.equal(isToldKind(concept(kind), concept(wider), vocabulary), isTold, kind)
})

test('each line names terms of the vocabulary, of which the tree has the second under the first', () => {
  for (const [wider = '', cell = ''] of listedRows('not-kinds.tsv'))
    for (const kind of listOf(cell)) {
      assert.ok(vocabulary.ancestors(concept(kind)).includes(concept(wider)), `${wider}: ${kind}`)
      assert.equal(isNoKind(concept(kind), concept(wider), vocabulary), true)
    }
})
