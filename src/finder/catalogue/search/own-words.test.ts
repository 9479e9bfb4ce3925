import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { fewStudies } from '../../../testing/few-studies.ts'

const studies = fewStudies(
  [
    ['Arthrose', 'Osteoarthritis'],
    ['Hysteria', 'Conversion Disorder'],
    ['Conjugate vaccine', 'Pneumonia'],
    ['Cholera', 'Cholera'],
    ['Keratosis', 'Keratosis'],
  ].map(([title = '', term = '']) => ({
    identificationModule: { nctId: '', briefTitle: title },
    conditionsModule: { conditions: [title] },
    derived: { conditionBrowseModule: { meshes: [{ term }] } },
  })),
)
after(() => studies.close())

test('a right word of French or of medicine is not put right into the name of an illness', () => {
  for (const text of [
    'arthrodèse lombaire',
    'arthrodèses',
    'violences conjugales',
    'conflit conjugal',
    'colères de mon fils',
    'kératoplastie',
    'arthrodesis',
  ]) {
    const { corrections, concepts } = studies.search(text)
    assert.deepEqual([corrections, concepts], [[], []], text)
  }
})

test('what is no word is still put right', () => {
  for (const [text, meant] of [
    ['arthrosse', 'Osteoarthritis'],
    ['cholerra', 'Cholera'],
    ['keratossis', 'Keratosis'],
  ] as const)
    assert.deepEqual(
      studies.search(text).concepts.map(({ term }) => term),
      [meant],
      text,
    )
})
