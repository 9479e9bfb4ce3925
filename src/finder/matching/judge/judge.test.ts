import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { judgeCriterion } from './judge.ts'
import { toddler, woman } from '../../../testing/example-notes.ts'
import { readNote } from '../note/read-note.ts'

const vocabulary = openVocabulary()

function judge(
  text: string,
  kind: 'inclusion' | 'exclusion',
  note: string,
  mode: 'self-check' | 'screening' = 'self-check',
) {
  return judgeCriterion(text, kind, readNote(note, { vocabulary }), { vocabulary, mode })
}

test('ages and values are weighed exactly, and the sentence that says so is named', () => {
  assert.equal(judge('Age ≥ 18 years', 'inclusion', toddler).verdict, 'not met')
  assert.equal(judge('Age 3 months to 17 years', 'inclusion', toddler).verdict, 'met')
  assert.equal(judge('Hemoglobin ≥ 10.1 g/dL', 'inclusion', toddler).verdict, 'met')
  assert.equal(judge('Hemoglobin ≥ 10.2 g/dL', 'inclusion', toddler).verdict, 'not met')
  assert.equal(judge('Platelets < 100,000/mm3', 'exclusion', toddler).verdict, 'met')
  assert.match(judge('Weight ≥ 10 kg', 'inclusion', toddler).evidence[0]?.text ?? '', /12\.4 kg/)
})

test('an age that may lie on either side of a limit is unknown', () => {
  assert.equal(judge('Age ≥ 30 months', 'inclusion', toddler).verdict, 'unknown')
  assert.equal(judge('Age ≥ 24 months', 'inclusion', toddler).verdict, 'met')
  assert.equal(judge('Age ≥ 36 months', 'inclusion', toddler).verdict, 'not met')
})

test("a relative's, past, suspected or denied disease never keeps anybody out", () => {
  for (const criterion of ['Asthma', 'Breast cancer', 'Pneumonia', 'Tuberculosis', 'Seizures'])
    assert.notEqual(judge(criterion, 'exclusion', toddler).verdict, 'not met', criterion)
  assert.notEqual(judge('Stroke', 'exclusion', woman).verdict, 'not met')
})

test('a disease that is said keeps out, its narrower forms only where they are said', () => {
  assert.equal(judge('Hypertension', 'exclusion', woman).verdict, 'not met')
  assert.equal(judge('Diabetes mellitus', 'exclusion', woman).verdict, 'not met', 'type 2 is one')
  assert.equal(judge('Severe hypertension', 'exclusion', woman).verdict, 'unknown')
  assert.equal(judge('Kawasaki disease', 'inclusion', toddler).verdict, 'met')
})

test('pregnancy asks nothing of a male, a small child or a woman past it', () => {
  const criterion = 'Pregnant or breast-feeding women'
  for (const note of [toddler, woman, 'A 40-year-old man.', 'An 85 yo lady.'])
    assert.equal(judge(criterion, 'exclusion', note).verdict, 'not applicable', note.slice(0, 20))
  assert.equal(judge(criterion, 'exclusion', 'A 30-year-old woman.').verdict, 'unknown')
  assert.equal(judge(criterion, 'exclusion', 'A 30 yo pregnant woman.').verdict, 'not met')
  assert.equal(judge('Pregnancy', 'exclusion', 'A 30 yo woman, not pregnant.').verdict, 'met')
})

test('silence: a self-check presumes an exclusion clear, screening never does, a requirement stays open', () => {
  const silent = judge('Active hepatitis B', 'exclusion', toddler)
  assert.deepEqual([silent.verdict, silent.reason], ['met', 'presumed clear'])
  assert.equal(judge('Active hepatitis B', 'exclusion', toddler, 'screening').verdict, 'unknown')
  assert.equal(judge('Active hepatitis B', 'inclusion', toddler).verdict, 'unknown')
})

test('an exclusion near what the person has is for the site to tell', () => {
  const judged = judge('Coronary aneurysm in Kawasaki disease', 'exclusion', toddler)
  assert.notEqual(judged.verdict, 'met')
})

test('consent counts only where it is stated', () => {
  const criterion = 'Written informed consent of the parents'
  assert.equal(judge(criterion, 'inclusion', toddler).verdict, 'met')
  assert.equal(judge(criterion, 'inclusion', woman).verdict, 'unknown')
  assert.equal(judge('History of non-compliance', 'exclusion', woman).verdict, 'not met')
})

test('a treatment the person has is never presumed clear; one that is all that is asked decides', () => {
  assert.equal(judge('Use of metformin', 'exclusion', woman).verdict, 'not met')
  assert.equal(judge('Metformin above 2 g a day', 'exclusion', woman).verdict, 'unknown')
  assert.equal(judge('ACE inhibitors', 'exclusion', woman).verdict, 'unknown')
  assert.equal(judge('Known allergy to aspirin', 'exclusion', toddler).verdict, 'unknown')
  assert.equal(judge('Taking steroids', 'exclusion', woman).reason, 'stated facts')
})

test('smoking decides where nothing else is asked', () => {
  assert.equal(judge('Current smokers', 'exclusion', woman).verdict, 'not met')
  assert.equal(judge('Non-smoker', 'inclusion', woman).verdict, 'not met')
  assert.equal(judge('Smoker', 'exclusion', 'A 40 yo man. He never smoked.').verdict, 'met')
  assert.notEqual(judge('Smoking more than 20 a day', 'exclusion', woman).verdict, 'not met')
})

test('about nobody, nothing but limits of silence can be told', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300, unit: 'binary' }),
      fc.constantFrom('inclusion' as const, 'exclusion' as const, 'unspecified' as const),
      (text, kind) => {
        const patient = readNote('', { vocabulary })
        const judged = judgeCriterion(text, kind, patient, { vocabulary, mode: 'screening' })
        assert.notEqual(judged.verdict, 'not met')
      },
    ),
  )
})

test('"not met" always names its evidence', () => {
  const criteria = [
    'Hypertension',
    'Age < 18 years',
    'ECOG ≥ 1',
    'Female',
    'Current smoker',
    'Dyspnea',
  ]
  for (const kind of ['inclusion', 'exclusion'] as const)
    for (const criterion of criteria) {
      const judged = judge(criterion, kind, woman)
      if (judged.verdict === 'not met') assert.ok(judged.evidence.length > 0, criterion)
    }
})
