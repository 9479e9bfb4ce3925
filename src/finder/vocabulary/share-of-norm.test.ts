import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDrugs } from './drugs.ts'
import { careIn } from './note-names.ts'

const medicinesIn = (text: string): readonly string[] => [
  ...careIn(text, 'en').flatMap(({ kind, name }) => (kind === 'drug' ? name : [])),
  ...openDrugs()
    .inText(text)
    .map(({ start, end }) => text.slice(start, end)),
]

test('percent predicted is a value of the lungs, and no prednisone', () => {
  for (const text of [
    'PEF 64% pred.',
    'FVC 91 % pred, DLCO 58% Pred',
    'FEV1 pred 70%',
    'spirometry at 80% of pred',
    'FEV1 1.9 L (pred 2.6)',
  ])
    assert.deepEqual(medicinesIn(text), [], text)
})

test('the same letters with a dose, or taken, are prednisone', () => {
  for (const text of ['pred 30 mg for 5 days', 'weaning pred.', 'PEF 60% on pred'])
    assert.deepEqual(medicinesIn(text), ['prednisone'], text)
})
