import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeStudy } from './judge-study.ts'

const vocabulary = openVocabulary()

/** What a study with these criteria comes to for the person of a note: overall, and each verdict. */
function judged(eligibilityCriteria: string, note: string) {
  const study = {
    protocolSection: {
      identificationModule: { nctId: 'NCT00000001' },
      eligibilityModule: { eligibilityCriteria },
    },
  }
  const patient = readNote(note, { vocabulary })
  const options = { vocabulary, mode: 'self-check', today: '2026-11-29' } as const
  const result = judgeStudy(study, patient, options)
  return { overall: result?.overall, verdicts: result?.criteria.map(({ verdict }) => verdict) }
}

test('what is said against one of several lines, or against a rule of the healthy, keeps nobody out', () => {
  const note = 'Woman, 58 years. Asthma. No diabetes. BMI 36 kg/m2.'
  const flat = `Inclusion Criteria:

* Asthma
* BMI ≥ 30 kg/m2, or
* BMI of 27 to 30 kg/m2 and at least one of the following:
* Type 2 diabetes`
  assert.deepEqual(judged(flat, note).verdicts, ['met', 'met', 'unknown', 'unknown'])
  assert.notEqual(judged(flat, note).overall, 'probably not')
  const controls =
    'Inclusion Criteria:\n\n* Diagnosis of asthma\n* Healthy volunteers aged 18 or over'
  assert.notEqual(judged(controls, note).overall, 'probably not')
  const alone = 'Inclusion Criteria:\n\n* Asthma\n* BMI < 30 kg/m2'
  assert.equal(judged(alone, note).overall, 'probably not')
})

test('who fails the value in the words over a list does not meet it by a line of the list', () => {
  const text = `Inclusion Criteria:

* BMI ≥ 30 kg/m2 OR BMI ≥ 27 kg/m2 with one or more of the following:

  * Type 2 diabetes
  * Gout`
  assert.deepEqual(judged(text, 'Man, 63 years. BMI 25 kg/m2. Type 2 diabetes.').verdicts, [
    'unknown',
  ])
})

test('a nodule is no cancer of another organ, and a limit for patients of one cancer is asked of those', () => {
  const albumin =
    'Inclusion Criteria:\n\n* Albumin ≥ 30 g/L. A limit of 34 g/L is used for gastric cancer patients.'
  for (const note of ['Woman, 45 years. Thyroid nodule.', 'Woman, 45 years. Breast cancer.'])
    assert.deepEqual(judged(albumin, note).verdicts, ['unknown'], note)
  const cancer = 'Inclusion Criteria:\n\n* Histologically confirmed gastric cancer'
  assert.deepEqual(judged(cancer, 'Woman, 45 years. Thyroid nodule.').verdicts, ['unknown'])
  assert.deepEqual(judged(cancer, 'Woman, 45 years. Breast cancer.').verdicts, ['not met'])
})
