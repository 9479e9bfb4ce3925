import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertJudged } from '../../../testing/judged-lines.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'

test('a stay in a hospital that a note tells of, however short, is not presumed away', () => {
  for (const told of [
    'Hosp last month with pneumonia.',
    'Admitted in March for pneumonia.',
    'Hospit en mars pour pneumonie.',
    'Hospitalisée en réa il y a 3 semaines.',
  ])
    assertJudged(`Woman 71 years, COPD. ${told}`, `e unknown : Hospital stay within 3 months`)
})

test('a test or a procedure that a note tells of, in either language, is not presumed away', () =>
  assertJudged(
    `Homme de 59 ans, BPCO. IRM cérébrale sans anomalie. Coloscopie normale en 2025. PBH non faite.
Scinti osseuse négative. TEP en juin.`,
    `e unknown : Abnormal brain MRI
     e unknown : Polypectomy at colonoscopy within a year
     e unknown : Liver biopsy in the last year
     e unknown : Bone scan within 6 months
     e unknown : PET-CT with a hot spot
     e met : Lumbar puncture within 6 months`,
  ))

function notUnderstood(note: string): readonly string[] {
  const { notUnderstood: left = [] } = readNote(note, { vocabulary: openVocabulary() })
  return left.map(({ text }) => text)
}

test('a sentence of such a stay or of a test that found nothing is told as not understood', () => {
  const note = `Man 66 years, heart failure. Hospit for pneumonia 2 months ago. No sarcoidosis on biopsy.
MRI showed a stroke.`
  assert.deepEqual(notUnderstood(note), [
    'Hospit for pneumonia 2 months ago.',
    'No sarcoidosis on biopsy.',
  ])
})

test('a spread of one’s own cancer is not presumed away', () =>
  assertJudged(
    'Woman 60 years, breast cancer with liver metastases.',
    `e unknown : Visceral crisis
     e unknown : Symptomatic visceral spread`,
  ))
