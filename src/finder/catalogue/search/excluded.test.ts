import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { fewStudies, type FewStudy } from '../../../testing/few-studies.ts'

function about(briefTitle: string, ...conditions: string[]): FewStudy {
  return {
    identificationModule: { nctId: '', briefTitle },
    conditionsModule: { conditions },
  }
}

const selected: FewStudy = {
  ...about(
    'Selected HER2 Expressing Tumors',
    'Part 2: Solid Tumors Excluding Breast, Gastric, Colorectal Cancer',
  ),
  derived: {
    conditionBrowseModule: {
      meshes: [{ term: 'Neoplasms' }, { term: 'Colorectal Neoplasms' }],
      ancestors: [{ term: 'Intestinal Neoplasms' }],
    },
  },
}
const few = fewStudies([
  about('A study of breast cancer', 'Breast Cancer'),
  selected,
  about('Diet in heart failure without diabetes', 'Heart Failure'),
  about('Diet in heart failure with or without diabetes', 'Heart Failure', 'Diabetes Mellitus'),
  about('Pneumonia in adults without cancer', 'Pneumonia'),
  about('Triple Negative Breast Cancer', 'Triple Negative Breast Cancer'),
])
after(() => few.close())

test('a study that leaves an illness out is not found for it, and is named apart with its own words', () => {
  const results = few.search('breast cancer')
  assert.deepEqual(few.find('breast cancer'), [1, 6])
  assert.equal(results.total, 2)
  assert.deepEqual(results.excluded, {
    total: 1,
    studies: [
      {
        nctId: 'NCT00000002',
        briefTitle: 'Selected HER2 Expressing Tumors',
        term: 'Breast Neoplasms',
        said: 'Part 2: Solid Tumors Excluding Breast, Gastric, Colorectal Cancer',
      },
    ],
  })
  assert.equal(few.search('colorectal cancer').total, 0)
  assert.equal(few.search('colorectal cancer').excluded?.total, 1)
})

test('the same study is found for what it is about, and in the words it is written in', () => {
  assert.ok(few.find('cancer').includes(2))
  assert.ok(few.find('her2 tumors').includes(2))
  assert.ok(few.find({ q: 'breast cancer', exact: true }).includes(2))
  assert.ok(few.find('"colorectal cancer"').includes(2))
})

test('what leaves a broader illness out leaves out its kinds', () => {
  assert.equal(few.search('lung cancer').excluded, undefined)
  assert.deepEqual(few.find('pneumonia'), [5])
  assert.ok(!few.find('cancer').includes(5))
  assert.equal(few.search('cancer').excluded?.studies[0]?.nctId, 'NCT00000005')
  assert.deepEqual(few.find('diabetes'), [4])
  assert.equal(few.search('diabetes diet').excluded?.studies[0]?.nctId, 'NCT00000003')
  assert.deepEqual(few.find('heart failure'), [3, 4])
  assert.equal(few.search('heart failure').excluded, undefined)
})

test('filters hold for what is named apart, and other boxes too', () => {
  assert.equal(few.search({ cond: 'breast cancer', sex: 'FEMALE' }).excluded?.total, 1)
  assert.equal(few.search({ cond: 'breast cancer', title: 'diet' }).excluded, undefined)
  assert.equal(few.search({ q: 'diet -diabetes' }).excluded, undefined)
})
