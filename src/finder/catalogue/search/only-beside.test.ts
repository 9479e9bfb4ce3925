import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type FewStudy, fewStudies } from '../../../testing/few-studies.ts'

function study(...terms: readonly string[]): FewStudy {
  return {
    identificationModule: { nctId: '', briefTitle: 'A study' },
    conditionsModule: { conditions: terms },
    derived: { conditionBrowseModule: { meshes: terms.map((term) => ({ term })) } },
  }
}

const named = (q: string, age?: { readonly least: number; readonly most: number }) =>
  studies.search({ q, ...(age && { age }) }).concepts.map(({ term }) => term)

const studies = fewStudies(
  [
    'Asthma',
    'Infertility',
    'Breast Neoplasms',
    'Drug-Related Side Effects and Adverse Reactions',
    'Hereditary Breast and Ovarian Cancer Syndrome',
    'Stroke',
    'Bronchopulmonary Dysplasia',
    'Borderline Personality Disorder',
    'Premature Birth',
    'Alzheimer Disease',
    'Dermatitis, Atopic',
  ].map((term) => study(term)),
)
after(() => studies.close())

test('beside an illness what is wished, feared or a gene is no illness to look for', () => {
  for (const [q, term] of [
    ['asthma and trying to get pregnant', 'Asthma'],
    ["asthme, essaie d'avoir un enfant", 'Asthma'],
    ['asthme, effets secondaires de la cortisone', 'Asthma'],
    ["peur d'un AVC, asthme", 'Asthma'],
    ['scared of a stroke, asthma', 'Asthma'],
    ['breast cancer brca2', 'Breast Neoplasms'],
  ] as const)
    assert.deepEqual(named(q), [term], q)
})

test('alone, or where it has lasted, it is what is looked for', () => {
  assert.deepEqual(named('trying to get pregnant'), ['Infertility'])
  assert.deepEqual(named('effets secondaires'), ['Drug-Related Side Effects and Adverse Reactions'])
  assert.deepEqual(named('brca2'), ['Hereditary Breast and Ovarian Cancer Syndrome'])
  assert.equal(named('asthma, trying to get pregnant for years').includes('Infertility'), true)
})

test('an abbreviation of several illnesses is none that somebody of that age does not have', () => {
  const baby = { least: 150, most: 180 }
  const grown = { least: 7000, most: 7300 }
  assert.deepEqual(named('BPD', baby), ['Bronchopulmonary Dysplasia'])
  assert.deepEqual(named('BPD', grown), ['Borderline Personality Disorder'])
  assert.deepEqual(named('AD', baby), ['Dermatitis, Atopic'])
  assert.deepEqual(named('born at 27 weeks, BPD'), [
    'Premature Birth',
    'Bronchopulmonary Dysplasia',
  ])
})

test('what the tree has under an illness and is no kind of it is not found by its name', () => {
  const few = fewStudies([
    study('Hypertension, Pulmonary'), // 1
    study('Hypertension'), // 2
    study('Hypertension, Malignant'), // 3
    study('Pulmonary Arterial Hypertension', 'Hypertension'), // 4
  ])
  assert.deepEqual(few.find('high blood pressure'), [2, 3, 4])
  assert.deepEqual(few.find('my dad has hypertension'), [2, 3, 4])
  assert.deepEqual(few.find('pulmonary hypertension'), [1, 4])
  few.close()
})
