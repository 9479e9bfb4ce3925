import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type FewStudy, fewStudies } from '../../../testing/few-studies.ts'

function about(title: string, conditions: readonly string[], terms: readonly string[]): FewStudy {
  return {
    identificationModule: { nctId: '', briefTitle: title },
    conditionsModule: { conditions },
    derived: { conditionBrowseModule: { meshes: terms.map((term) => ({ term })) } },
  }
}

const studies = fewStudies([
  about(
    'Cancer and HIV',
    ['HIV Infections', 'Lymphoma', 'Breast Cancer'],
    ['HIV Infections', 'Lymphoma', 'Breast Neoplasms'],
  ), // 1
  about('Drug X in solid tumors', ['Lung Cancer', 'Breast Cancer'], ['Breast Neoplasms']), // 2
  about(
    'Pain after an operation for breast cancer in a hospital',
    ['Breast Cancer', 'Pain'],
    ['Breast Neoplasms', 'Pain'],
  ), // 3
  about('Drug Y after an operation for breast cancer', ['Breast Cancer'], ['Breast Neoplasms']), // 4
  about('Asthma that comes at night', ['Asthma', 'Anxiety'], ['Asthma', 'Anxiety Disorders']), // 5
  about('Asthma in a city', ['Asthma'], ['Asthma']), // 6
  about('Asthma of cyclists', ['Asthma'], ['Asthma']), // 7
])
after(() => studies.close())

const inOrder = (q: string): readonly number[] =>
  studies.search(q).hits.map(({ nctId }) => Number(nctId.slice(3)))

test('a study of nothing but the illness asked for comes first, then one that has it beside another in its title', () => {
  for (const q of ['breast cancer', 'my mother has breast cancer', 'cancer du sein']) {
    const [first, second, ...others] = inOrder(q)
    assert.deepEqual([first, second, others.toSorted((a, b) => a - b)], [4, 3, [1, 2]], q)
  }
})

test('another word of a sentence decides between equals and never against the illness', () => {
  assert.equal(inOrder('my son has asthma and loves cyclists')[0], 7)
  assert.equal(inOrder('my son has asthma that comes at night')[2], 5)
})
