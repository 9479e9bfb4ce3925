import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

const rows: readonly (readonly [note: string, criterion: string, exclusion: string])[] = [
  ['She has fallen twice in the last month.', 'Two or more falls in the past 6 months', 'not met'],
  [
    'She has fallen twice in the last month.',
    'History of > 1 fall within the past 3 months',
    'not met',
  ],
  [
    'She has fallen twice in the last month.',
    'More than two falls in the past 3 months',
    'unknown',
  ],
  ['She has fallen twice in the last year.', 'At least 2 falls in the past 6 months', 'unknown'],
  ['She fell once in the past year.', '≥ 2 falls in the past 6 months', 'met'],
  [
    'He had three exacerbations in the past year.',
    '≥ 2 exacerbations in the previous 12 months',
    'not met',
  ],
  [
    'He had three exacerbations in the past year.',
    '≥ 2 exacerbations requiring steroids in the past year',
    'unknown',
  ],
  [
    'She had two seizures in the last week.',
    'At least one seizure within the last 4 weeks',
    'not met',
  ],
  ['She has never fallen.', '≥ 2 falls in the past 6 months', 'met'],
  ['Her mother fell three times in the last month.', '≥ 2 falls in the past 6 months', 'unknown'],
  [
    'He has needed paracentesis four times in the last ten months.',
    'At least 3 paracenteses in the past year',
    'not met',
  ],
]

test('what happened is counted within the time asked, or left open', () => {
  for (const [note, criterion, verdict] of rows) {
    const patient = readNote(note, { vocabulary, today: '2026-11-23' })
    const options = { vocabulary, mode: 'self-check' } as const
    const judged = judgeCriterion(criterion, 'exclusion', patient, options)
    if (verdict === 'unknown') assert.notEqual(judged.verdict, 'not met', criterion)
    else assert.equal(judged.verdict, verdict, `${note} / ${criterion}`)
    if (verdict !== 'not met') continue
    assert.equal(judgeCriterion(criterion, 'inclusion', patient, options).verdict, 'met', criterion)
    assert.ok(judged.evidence.length > 0)
  }
})
