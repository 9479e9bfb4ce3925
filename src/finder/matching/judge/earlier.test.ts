import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

type Row = readonly [note: string, criterion: string, verdict: string]

function hold(rows: readonly Row[]): void {
  for (const [note, criterion, verdict] of rows) {
    const patient = readNote(note, { vocabulary, today: '2026-11-23' })
    const judged = judgeCriterion(criterion, 'exclusion', patient, {
      vocabulary,
      mode: 'self-check',
    })
    assert.equal(judged.verdict, verdict, `${note} / ${criterion}`)
  }
}

const tongue = 'A man of 60 with squamous cell carcinoma of the tongue.'

test('the illness that is there now is no earlier or other one', () =>
  hold([
    [tongue, 'History of other malignancies', 'unknown'],
    [tongue, 'Prior malignancy within 5 years', 'unknown'],
    [tongue, 'Malignancy', 'not met'],
    [`${tongue} He has had no earlier cancer.`, 'History of other malignancies', 'met'],
    [`${tongue} No prior cancer.`, 'Prior malignancy within 5 years', 'met'],
    [`${tongue} He has had no earlier cancer.`, 'Malignancy', 'not met'],
    [`${tongue} He has had no earlier melanoma.`, 'Prior malignancy', 'unknown'],
    ['She had breast cancer in 2010.', 'Prior malignancy', 'not met'],
    ['She is admitted with a stroke.', 'Previous stroke', 'unknown'],
    ['She is admitted with a stroke. No earlier stroke.', 'Previous stroke', 'met'],
  ]))

test('what only the other sex has is not asked, unless other things are', () =>
  hold([
    ['An 82-year-old woman.', 'History of priapism', 'not applicable'],
    ['An 82-year-old woman.', 'Prostate cancer', 'not applicable'],
    ['A 50-year-old man.', 'Hysterectomy', 'not applicable'],
    ['A 50-year-old man.', 'Ovarian cancer', 'not applicable'],
    ['A 50-year-old man.', 'Prostate cancer', 'met'],
    ['A 50-year-old man with bladder cancer.', 'Ovarian or bladder cancer', 'not met'],
  ]))

test('a change of a medicine counts within the time asked alone', () =>
  hold([
    [
      'Amlodipine was doubled two weeks ago.',
      'Change in antihypertensive treatment within one month before screening',
      'not met',
    ],
    [
      'Sertraline was started last week.',
      'Initiation of antidepressants within 4 weeks',
      'not met',
    ],
    [
      'Sertraline was started two months ago.',
      'Initiation of antidepressants within 4 weeks',
      'unknown',
    ],
    ['He takes sertraline.', 'Change in antidepressants within 4 weeks', 'unknown'],
    [
      'Sertraline was increased two weeks ago.',
      'Initiation of antidepressants within 4 weeks',
      'unknown',
    ],
    ['Metformin was stopped two weeks ago.', 'Change in antidepressants within 4 weeks', 'met'],
  ]))
