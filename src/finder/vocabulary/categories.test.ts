import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowseModule, Study } from '../registry/study.ts'
import { categories, categoriesOf, categoriesOfStudy, conceptsOfStudy } from './categories.ts'
import { openVocabulary } from './vocabulary.ts'

const vocabulary = openVocabulary()

test('a category is named in both languages and has its own address', () => {
  assert.equal(categories.length, 22)
  assert.equal(new Set(categories.map(({ slug }) => slug)).size, categories.length)
  for (const { slug, name, plain } of categories) {
    assert.match(slug, /^[a-z]+(?:-[a-z]+)*$/)
    for (const text of [name.en, name.fr, plain.en, plain.fr]) assert.ok(text.length > 0)
  }
})

test('Kawasaki disease is in the categories of its three places in the tree', () => {
  const study = studyOf({ meshes: [{ term: 'Mucocutaneous Lymph Node Syndrome' }] })
  assert.deepEqual(categoriesOfStudy(study, vocabulary), [
    { slug: 'heart-and-vessels', term: 'Mucocutaneous Lymph Node Syndrome' },
    { slug: 'blood-and-lymph', term: 'Mucocutaneous Lymph Node Syndrome' },
    { slug: 'skin-and-connective-tissue', term: 'Mucocutaneous Lymph Node Syndrome' },
  ])
})

test("urinary, sexual and pregnancy conditions are one category, mental disorders another's", () => {
  assert.deepEqual(slugsOf('Renal Insufficiency'), ['kidneys-sex-organs-and-pregnancy'])
  assert.deepEqual(slugsOf('Schizophrenia'), ['mental-health'])
})

test('an ancestor gives its category only where the study’s own term does not', () => {
  const study = studyOf({
    meshes: [{ term: 'Asthma' }],
    ancestors: [{ term: 'Respiratory Tract Diseases' }, { term: 'Neoplasms' }],
  })
  const given = new Map(categoriesOfStudy(study, vocabulary).map(({ slug, term }) => [slug, term]))
  assert.equal(given.get('lungs-and-breathing'), 'Asthma')
  assert.equal(given.get('cancers'), 'Neoplasms')
})

test('MeSH terms are joined by name, whatever their id', () => {
  const study = studyOf({ meshes: [{ id: 'D000009369', term: 'Neoplasms' }] })
  assert.deepEqual(
    conceptsOfStudy(study, vocabulary).exact.map(({ term }) => term),
    ['Neoplasms'],
  )
})

test('a record without ancestors gets them from the tree', () => {
  const { broader } = conceptsOfStudy(studyOf({ meshes: [{ term: 'Asthma' }] }), vocabulary)
  assert.ok(broader.some(({ term }) => term === 'Respiratory Tract Diseases'))
})

test('a record without MeSH is read by its conditions', () => {
  const study = studyOf(undefined, ['Kawasaki Disease', 'Something unheard of'])
  const { exact } = conceptsOfStudy(study, vocabulary)
  assert.deepEqual(
    exact.map(({ term }) => term),
    ['Mucocutaneous Lymph Node Syndrome'],
  )
})

test('the categories of old records are kept, Rare and All left out', () => {
  const study = studyOf({
    browseBranches: [
      { abbrev: 'BC11', name: 'Eye Diseases' },
      { abbrev: 'Rare', name: 'Rare Diseases' },
      { abbrev: 'All', name: 'All Conditions' },
    ],
  })
  assert.deepEqual(categoriesOfStudy(study, vocabulary), [{ slug: 'eyes', term: 'Eye Diseases' }])
})

test('a study that says nothing has no category', () => {
  assert.deepEqual(categoriesOfStudy(studyOf(undefined), vocabulary), [])
  assert.deepEqual(
    categoriesOfStudy(studyOf({ meshes: [{}, { term: 'Nowhere' }] }), vocabulary),
    [],
  )
})

function slugsOf(term: string): string[] {
  const concept = vocabulary.byName(term)
  assert.ok(concept)
  return categoriesOf([concept]).map(({ slug }) => slug)
}

function studyOf(browse: BrowseModule | undefined, conditions: readonly string[] = []): Study {
  return {
    protocolSection: {
      identificationModule: { nctId: 'NCT00000001' },
      conditionsModule: { conditions },
    },
    ...(browse && { derivedSection: { conditionBrowseModule: browse } }),
  }
}
