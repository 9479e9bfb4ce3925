import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Concept } from './concept.ts'
import { listedRows, listOf } from './listed-names.ts'
import { openVocabulary } from './vocabulary.ts'

const vocabulary = openVocabulary()

function concept(term: string): Concept {
  const found = vocabulary.concepts.find((one) => one.term === term)
  assert.ok(found, term)
  return found
}

function above(term: string): readonly string[] {
  return vocabulary.ancestors(concept(term)).map((one) => one.term)
}

function kinds(term: string): readonly string[] {
  return vocabulary.narrower(concept(term)).map((one) => one.term)
}

test('an illness is a kind of what stands above it in any of its places', () => {
  assert.deepEqual(above('Glioblastoma').slice(0, 2).toSorted(), ['Astrocytoma', 'Brain Neoplasms'])
  assert.ok(kinds('Vasculitis').includes('Mucocutaneous Lymph Node Syndrome'))
})

test('an illness is a kind of what it always is, where the tree has that elsewhere', () => {
  assert.equal(above('Adenocarcinoma of Lung')[0], 'Carcinoma, Non-Small-Cell Lung')
  assert.ok(above('Leukemia, Myeloid, Acute').includes('Hematologic Neoplasms'))
  assert.ok(above('Multiple Myeloma').includes('Hematologic Neoplasms'))
  assert.ok(kinds('Hematologic Neoplasms').includes('Lymphoma, Follicular'))
  assert.ok(kinds('Coronary Disease').includes('ST Elevation Myocardial Infarction'))
})

test('what is wider than a further kind goes on upwards, and nothing is a kind of itself', () => {
  assert.ok(above('Cholangiocarcinoma').includes('Biliary Tract Neoplasms'))
  assert.ok(kinds('Biliary Tract Neoplasms').includes('Klatskin Tumor'))
  for (const one of vocabulary.concepts) {
    assert.ok(!vocabulary.ancestors(one).includes(one), one.term)
    assert.ok(!vocabulary.narrower(one).includes(one), one.term)
  }
})

test('both ways tell the same', () => {
  for (const term of ['Hematologic Neoplasms', 'Brain Neoplasms', 'Stroke', 'Autoimmune Diseases'])
    for (const kind of vocabulary.narrower(concept(term)))
      assert.ok(vocabulary.ancestors(kind).includes(concept(term)), `${kind.term} in ${term}`)
})

test('each line of further kinds names terms of the vocabulary, and says what its tree does not', () => {
  for (const [wider = '', cell = ''] of listedRows('further-kinds.tsv'))
    for (const kind of listOf(cell)) {
      const places = concept(wider).trees
      const isInTree = concept(kind).trees.some((tree) =>
        places.some((place) => tree.startsWith(`${place}.`)),
      )
      assert.ok(!isInTree, `${kind} in ${wider}`)
    }
})
