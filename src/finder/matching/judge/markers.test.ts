import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function required(text: string, note: string) {
  const patient = readNote(`A 52-year-old woman. ${note}`, { vocabulary })
  return judgeCriterion(text, 'inclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

test('a marker or a spread that the note gives otherwise is not met', () => {
  for (const [note, text] of [
    ['The tumor is HER2 positive.', 'HER2-negative breast cancer'],
    ['Estrogen receptors are negative.', 'Estrogen receptor positive disease'],
    ['Antibodies against GAD and IA-2 are positive.', 'Islet autoantibody negative at entry'],
    ['Rheumatoid factor is negative.', 'Rheumatoid factor positive arthritis'],
    ['HLA-B27 is negative.', 'HLA-B27 positive axial spondyloarthritis'],
    ['H. pylori was negative on biopsy.', 'H. pylori positive ulcer'],
    ['CT shows a tumor of the colon (T3 N1 M0).', 'Node negative colon cancer'],
    ['CT shows a tumor of the colon (T3 N1 M0).', 'Colon cancer, cT1-2'],
    ['CT shows a tumor of the colon (T3 N1 M0).', 'Stage of N2 or N3 disease'],
    ['CT shows a tumor of the colon (T3 N0 M0).', 'Lymph node positive disease'],
    ['CT shows a tumor of the colon (T3 N0 M0).', 'M1 disease at diagnosis of the tumor'],
  ] as const)
    assert.equal(required(text, note), 'not met', `${note} | ${text}`)
})

test('a marker of before, of a relative, of two minds, or with another way in stays unknown', () => {
  for (const [note, text] of [
    ['The tumor is HER2 positive.', 'HER2 negative or triple negative breast cancer'],
    ['The tumor was HER2 positive before treatment.', 'HER2-negative breast cancer'],
    ['Her sister is BRCA1 positive.', 'BRCA1 negative'],
    ['HER2 is negative in the breast. HER2 is positive in the liver.', 'HER2 positive cancer'],
    ['Rheumatoid factor is pending.', 'Rheumatoid factor positive arthritis'],
    ['CT shows a tumor of the colon (T3 N1 M0).', 'Colon cancer, T3 or higher'],
    ['CT shows a tumor of the colon (T3 N1 M0).', 'T1-4, any N'],
    ['CT shows a tumor of the colon (T3 N1 M0).', 'T4 or N1 disease'],
    ['CT shows T3 N1 M0. After treatment T1 N0 M0.', 'Node negative colon cancer'],
  ] as const)
    assert.notEqual(required(text, note), 'not met', `${note} | ${text}`)
})
