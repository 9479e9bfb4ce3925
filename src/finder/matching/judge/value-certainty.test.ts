import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function verdict(kind: 'inclusion' | 'exclusion', criterion: string, note: string): string {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(criterion, kind, patient, { vocabulary, mode: 'self-check' }).verdict
}

test('a value asked of some persons only says nothing of others', () => {
  const woman = '60-year-old woman. QTc 460 ms. Weight 70 kg.'
  const qtc = 'QTc > 450 ms (male) or > 470 ms (female)'
  assert.equal(verdict('exclusion', qtc, woman), 'unknown')
  assert.equal(verdict('inclusion', 'Infants: weight < 10 kg', woman), 'unknown')
  const infants = 'Weight at least 5 kg for infants under 1 year'
  assert.equal(verdict('inclusion', infants, woman), 'unknown')
})

test('a value of today does not settle what is asked of any time before', () => {
  const man = '60-year-old man. LVEF 55%. HR 80. Temperature 37 °C.'
  for (const criterion of [
    'History of LVEF < 40%',
    'LVEF < 40% at any time',
    'Previous diagnosis of reduced ejection fraction (EF <40%)',
    'Heart rate >100 bpm within the prior 3 months',
    'Temperature > 38 °C in the last 48 hours',
  ])
    assert.equal(verdict('exclusion', criterion, man), 'unknown', criterion)
  const screened = 'LVEF < 40% within 14 days prior to enrolment'
  assert.equal(verdict('exclusion', screened, man), 'met')
  const old = '60-year-old man. LVEF 55% in 2012.'
  assert.equal(verdict('inclusion', 'LVEF ≤40%', old), 'unknown')
})

test('a limit no person can be near is a unit gone wrong, and nothing is compared with it', () => {
  const man = '60M. Hemoglobin 10 g/dL. Platelets 250 x10^9/L.'
  assert.equal(verdict('exclusion', 'Anaemia (haemoglobin <11 mg/dL)', man), 'unknown')
  assert.equal(verdict('exclusion', 'Platelet count <100,000 x 109/L', man), 'unknown')
  assert.equal(verdict('exclusion', 'Haemoglobin <11 g/dL', man), 'not met')
})

test('a fasting, a random and a two-hour glucose are three; direct bilirubin is not the total', () => {
  const random = '60-year-old man. Random glucose 180 mg/dL.'
  const fasting = '60-year-old man. Fasting glucose 180 mg/dL.'
  const criterion = 'Fasting glucose level > 126 mg/dL'
  assert.equal(verdict('exclusion', criterion, random), 'unknown')
  assert.equal(verdict('exclusion', criterion, fasting), 'not met')
  const bilirubin = '60M. Bilirubin 1.0 mg/dL.'
  assert.equal(verdict('inclusion', 'Direct bilirubin <= 0.3 mg/dL', bilirubin), 'unknown')
})

test('a later sentence that lets in others leaves a requirement open', () => {
  const criterion = 'ECOG 0 to 1. Patients with PS 2 will be considered if good rationale is given.'
  assert.equal(verdict('inclusion', criterion, '60M with lung cancer. ECOG 2.'), 'unknown')
  assert.equal(verdict('inclusion', 'ECOG 0 to 1.', '60M with lung cancer. ECOG 2.'), 'not met')
})

test('classes and performance are read in every list of them', () => {
  const nyha = 'NYHA class I, II, or III'
  assert.equal(verdict('inclusion', nyha, '60M with heart failure, NYHA III.'), 'met')
  assert.equal(verdict('inclusion', nyha, '60M with heart failure, NYHA IV.'), 'not met')
  const ecog = 'Eastern Cooperative Oncology Group Performance Status of 0 or 1.'
  assert.equal(verdict('inclusion', ecog, '60M with lung cancer. ECOG 1.'), 'met')
  assert.equal(verdict('inclusion', ecog, '60M with lung cancer. ECOG 3.'), 'not met')
})

test('what is said of an illness must not be the opposite of what is asked of it', () => {
  for (const [criterion, note] of [
    ['Active tuberculosis', '40-year-old man, latent tuberculosis.'],
    ['Acute pancreatitis', '60-year-old man, chronic pancreatitis.'],
    ['Stage I or II breast cancer', '60-year-old woman, stage IV breast cancer.'],
    ['Child-Pugh class A cirrhosis', '54-year-old man with cirrhosis, Child-Pugh class C.'],
  ] as const)
    assert.notEqual(verdict('inclusion', criterion, note), 'met', criterion)
  const latent = '40-year-old man, latent tuberculosis.'
  assert.equal(verdict('inclusion', 'Latent tuberculosis', latent), 'met')
})

test('scores are limits like others, and nursing keeps out as pregnancy does', () => {
  const psoriasis = '40-year-old man with psoriasis, PASI 4.'
  assert.equal(verdict('inclusion', 'PASI ≥ 12', psoriasis), 'not met')
  const dementia = "80-year-old woman with Alzheimer's disease. MMSE 9/30."
  assert.equal(verdict('inclusion', 'MMSE between 20 and 26', dementia), 'not met')
  const nursing = '30-year-old woman, breastfeeding.'
  assert.equal(verdict('exclusion', 'Pregnant or breastfeeding women', nursing), 'not met')
})
