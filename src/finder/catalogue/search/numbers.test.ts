import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fewStudies } from '../../../testing/few-studies.ts'

function numbered(org: string, ...secondary: string[]) {
  return {
    identificationModule: {
      nctId: '',
      orgStudyIdInfo: { id: org },
      secondaryIdInfos: secondary.map((id) => ({ id })),
    },
  }
}

test('a study is found by its number elsewhere, however it is written, before those that only name it', () => {
  const few = fewStudies([
    numbered('P140921', '2014-002715-41'),
    numbered('CA209-227', '2023-509110-41-00', 'ISRCTN12345678'),
    {
      identificationModule: { nctId: '', briefTitle: 'Goes on from 2014-002715-41' },
    },
    numbered('NCT 5', 'EudraCT 2010-019262-86-DE'),
  ])
  const first = (q: string) => few.search(q).hits[0]?.nctId
  for (const q of ['EudraCT 2014-002715-41', 'EUCTR2014-002715-41-FR', '2014-002715-41', 'p140921'])
    assert.equal(first(q), 'NCT00000001', q)
  assert.deepEqual(few.find('2014-002715-41'), [1, 3])
  for (const q of ['EU CT 2023-509110-41-00', 'CTIS 2023-509110-41', 'ISRCTN 12345678', 'ca209227'])
    assert.equal(first(q), 'NCT00000002', q)
  assert.equal(first('EudraCT: 2010-019262-86'), 'NCT00000004')
  for (const q of [
    'NCT 00000003',
    'nct00000003',
    'NCT3',
    'https://clinicaltrials.gov/study/NCT00000003',
  ])
    assert.deepEqual(few.find(q), [3], q)
  assert.deepEqual(few.find('EudraCT 1999-999999-99'), [])
  few.close()
})

test('a formula is no number', () => {
  const few = fewStudies([numbered('5103'), numbered('510382'), numbered('77')])
  assert.deepEqual(few.find('5103*'), [1, 2])
  assert.deepEqual(few.find('-5103'), [2, 3])
  assert.deepEqual(few.find('5103'), [1])
  few.close()
})

test('HTML in a record is searched as its words', () => {
  const few = fewStudies([
    {
      identificationModule: { nctId: '', briefTitle: 'Crohn&#x27;s disease &amp; diet' },
      descriptionModule: { briefSummary: '<p>Two</p><ul><li>zebra&nbsp;fish</li></ul>' },
      eligibilityModule: { eligibilityCriteria: '<ul><li>Quokka</li></ul>' },
    },
  ])
  for (const q of ['crohn', '"zebra fish"', 'quokka', { elig: 'quokka' }])
    assert.deepEqual(few.find(q), [1])
  for (const q of ['x27', 'li', 'amp', 'nbsp', { elig: 'ul' }]) assert.deepEqual(few.find(q), [])
  few.close()
})
