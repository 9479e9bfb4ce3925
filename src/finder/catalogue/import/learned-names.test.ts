import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FewStudy, fewStudies } from '../../../testing/few-studies.ts'

function study(name: string, otherNames: readonly string[], briefTitle = 'A study'): FewStudy {
  return {
    identificationModule: { nctId: 'NCT00000000', briefTitle },
    armsInterventionsModule: { interventions: [{ type: 'DRUG', name, otherNames }] },
  }
}

test('a name that a record gives its medicine is a name of that medicine', () => {
  const few = fewStudies([
    study('Pembrolizumab', ['XQ-4711', 'Zanubrex']),
    study('Keytruda', []),
    study('Other', [], 'Zanubrex in melanoma'),
  ])
  for (const name of ['XQ-4711', 'zanubrex', 'pembrolizumab'])
    assert.deepEqual(few.find(name), [1, 2, 3], name)
  assert.deepEqual(few.search('Zanubrex').drugs, [{ words: 'Zanubrex', name: 'Pembrolizumab' }])
  few.close()
})

test('what records call several medicines, or what else is written much, is no name', () => {
  const few = fewStudies([
    study('Rituximab', ['Qwelimab', 'Vehicle', 'Standard of care', 'Moonlight']),
    study('Anakinra', ['Qwelimab']),
    ...Array.from({ length: 6 }, () => study('Other', [], 'Walks in the moonlight')),
  ])
  for (const words of ['Qwelimab', 'vehicle', 'standard of care', 'moonlight'])
    assert.deepEqual(few.search(words).drugs, [], words)
  few.close()
})
