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

const pregnant =
  'A 31-year-old pregnant woman is admitted at 30 weeks and 4 days with contractions.'
const newborn =
  'A boy was born at 29+3 weeks because of bleeding. Now three days old, he is ventilated.'

test('a gestational age is compared in days: of a pregnancy today, of a small child at birth', () => {
  for (const [note, text, verdict] of [
    [pregnant, 'Gestational age between 24+0 and 29+6 weeks', 'not met'],
    [pregnant, 'Gestational age ≥ 34 weeks', 'not met'],
    [pregnant, 'Gestational age of 24 to 30 weeks', 'unknown'],
    [pregnant, 'Gestational age < 30 weeks with intact membranes', 'not met'],
    [pregnant, 'Gestational age 30+5 to 36+6 weeks', 'not met'],
    [pregnant, 'Gestational age from 28 to 33 weeks', 'met'],
    [newborn, 'Preterm infants born at less than 28 weeks of gestation', 'not met'],
    [newborn, 'Gestational age at birth between 30 and 35 weeks', 'not met'],
    [newborn, 'Gestational age < 32 weeks', 'met'],
    [
      newborn,
      'Newborns with a gestational age of at least 36 weeks and a birth weight above 2 kg',
      'not met',
    ],
  ] as const)
    assert.equal(required(text, note), verdict, text)
})

test('a gestational age at its limit, at a birth to come, of another child or with another way in stays unknown', () => {
  for (const [note, text] of [
    [pregnant, 'Gestational age > 30 weeks'],
    [pregnant, 'Gestational age at delivery of at least 34 weeks'],
    [pregnant, 'Gestational age < 28 weeks, or cervical length below 15 mm'],
    [pregnant, 'Gestational age < 28 weeks, unless growth is restricted'],
    [pregnant, 'Gestational age < 32 weeks and severe pre-eclampsia'],
    [
      'A 31-year-old woman. Her previous pregnancy ended at 28 weeks.',
      'Gestational age ≥ 34 weeks',
    ],
    ['A 6-year-old boy, born at 29 weeks, has asthma.', 'Gestational age ≥ 34 weeks'],
    ['A 31-year-old man has had a cough for 30 weeks.', 'Gestational age ≥ 34 weeks'],
  ] as const)
    assert.equal(required(text, note), 'unknown', text)
})
