import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function required(text: string, note: string) {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(text, 'inclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

const woman =
  'A 63-year-old woman with atrial fibrillation. Heart rate is 112 in atrial fibrillation, and body mass index is 24 kg/m2. She has a painful swollen knee.'

test('a requirement of values and words is met where all of them are said', () => {
  for (const text of [
    'BMI (body mass index) higher or equal to 18.5 kg/m2',
    'Atrial fibrillation with a heart rate ≥ 100 bpm at randomization',
    'Painful swollen knee and BMI < 30 kg/m2 at screening',
  ])
    assert.equal(required(text, woman), 'met', text)
})

test('a value at odds, a word that is not said or another way in leaves it unmet or unknown', () => {
  for (const text of [
    'Atrial fibrillation with a heart rate ≥ 120 bpm at randomization',
    'Permanent atrial fibrillation with a heart rate ≥ 100 bpm',
    'Painful swollen elbow and BMI < 30 kg/m2',
    'Painful swollen knee and BMI < 30 kg/m2, unless treated',
    'History of BMI < 30 kg/m2 with a painful swollen knee',
    'Painful swollen knee, BMI < 30 kg/m2 and pain of 4 of 10',
  ])
    assert.notEqual(required(text, woman), 'met', text)
})

test('what is planned is met where the note plans the same', () => {
  const planned = 'A 71-year-old man. Total knee replacement of the left side is scheduled for May.'
  for (const text of [
    'Scheduled for total knee replacement',
    'Total knee replacement (TKR) planned',
  ])
    assert.equal(required(text, planned), 'met', text)
  for (const [note, text] of [
    [planned, 'Scheduled for total hip replacement'],
    [planned, 'Scheduled for bilateral total knee replacement'],
    [
      'A 71-year-old man. Total knee replacement was planned but he refused.',
      'Planned total knee replacement',
    ],
    [
      'A 71-year-old man. Total knee replacement of his wife is planned.',
      'Planned total knee replacement',
    ],
    ['A 71-year-old man had a total knee replacement.', 'Scheduled for total knee replacement'],
  ] as const)
    assert.notEqual(required(text, note), 'met', `${note} | ${text}`)
})
