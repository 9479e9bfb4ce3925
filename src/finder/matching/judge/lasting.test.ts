import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'
import { lengthsSaid } from './lengths-said.ts'

const vocabulary = openVocabulary()

function required(text: string, note: string) {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(text, 'inclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

const back = 'A 41-year-old man has had low back pain running down the right leg for nine weeks.'
const tired = 'A 30-year-old woman comes with a two-week history of fatigue.'

test('what has not lasted as long as is asked, or longer, is not met', () => {
  for (const [note, text, verdict] of [
    [back, 'Duration of chronic low back pain for ≥ 3 months, and a job', 'not met'],
    [back, 'Low back pain for at least 6 months with leg pain', 'not met'],
    [back, 'Low back pain lasting less than 6 weeks', 'not met'],
    [back, 'Duration of symptoms: 6 or more weeks', 'met'],
    [back, 'At least 12 weeks of low back pain', 'not met'],
    [tired, 'Fatigue for at least 6 months in spite of rest', 'not met'],
    [tired, 'Symptoms for more than 4 weeks', 'not met'],
    [
      'A 70-year-old man. He has been intubated and ventilated for six hours.',
      'Ventilator care for 3 or more days',
      'not met',
    ],
    [
      'A 62-year-old man has been on hemodialysis for five years.',
      'Hemodialysis for less than 2 years',
      'not met',
    ],
  ] as const)
    assert.equal(required(text, note), verdict, text)
})

test('a length of another thing, of a treatment, near its limit or not plain stays unknown', () => {
  for (const [note, text] of [
    [
      'A 41-year-old man has asthma and has been coughing for two weeks.',
      'Asthma for at least 6 months in a clinic',
    ],
    [
      'A 41-year-old man has had gout for about two years.',
      'Gout for at least 5 years and a tophus',
    ],
    [
      'A 41-year-old man has had gout for over two years.',
      'Gout for at least 5 years and a tophus',
    ],
    [back, 'Treatment of low back pain for at least 6 months'],
    [back, 'Low back pain for at least 3 months, or sciatica'],
    [back, 'Stable dose of a drug for low back pain for at least 3 months'],
    [back, 'Diagnosis of ankylosing spondylitis for at least 6 months'],
    [back, 'Neck pain for at least 3 months'],
    [
      'His wife has had fatigue for two weeks. A 50-year-old man.',
      'Fatigue for at least 6 months in spite of rest',
    ],
  ] as const)
    assert.notEqual(required(text, note), 'not met', text)
})

test('a length belongs to the words of its own clause', () => {
  const said = lengthsSaid(
    readNote('He has had asthma for ten years and a cough for two weeks.', { vocabulary }),
  )
  assert.deepEqual(
    said.map(({ words, span }) => [words.at(-1), span.least]),
    [
      ['asthma', 3652.5],
      ['cough', 14],
    ],
  )
})
