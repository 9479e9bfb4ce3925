import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CriterionKind } from '../../eligibility/headings.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function hold(
  note: string,
  wanted: readonly (readonly [kind: CriterionKind, text: string, verdict: string])[],
): void {
  const patient = readNote(note, { vocabulary })
  for (const [kind, text, verdict] of wanted) {
    const judged = judgeCriterion(text, kind, patient, { vocabulary, mode: 'self-check' })
    assert.equal(judged.verdict, verdict, `${kind}: ${text} | ${note}`)
    if (judged.verdict === 'not met') assert.notEqual(judged.evidence.length, 0, text)
  }
}

test('a body mass index says whether an adult is obese, and obesity what it is at least', () => {
  hold('A 45-year-old man with gout. BMI is 42.', [
    ['inclusion', 'Obese', 'met'],
    ['exclusion', 'Morbid obesity', 'not met'],
  ])
  hold('A 45-year-old man with gout. BMI is 30.', [
    ['inclusion', 'Obesity', 'met'],
    ['exclusion', 'Morbid obesity', 'met'],
  ])
  hold('A 45-year-old man with gout. BMI is 29.9.', [['inclusion', 'Obesity', 'not met']])
  hold('A 54-year-old woman with obesity.', [
    ['inclusion', 'BMI ≥ 25 kg/m2', 'met'],
    ['inclusion', 'Obese patients (BMI > 27 kg/m2)', 'met'],
    ['inclusion', 'BMI > 35 kg/m2', 'unknown'],
    ['exclusion', 'BMI > 40 kg/m2', 'unknown'],
  ])
  hold('A 9-year-old girl with obesity.', [['inclusion', 'BMI ≥ 25 kg/m2', 'unknown']])
  hold('A 9-year-old girl with asthma. BMI is 31.', [['inclusion', 'Obesity', 'unknown']])
  hold('A 45-year-old man. His mother has obesity.', [['inclusion', 'BMI ≥ 25', 'unknown']])
})

test('the stage of a chronic kidney disease follows from the eGFR; of a single value without the disease none does', () => {
  hold('A 45-year-old man with chronic kidney disease. eGFR is 30 mL/min/1.73 m2.', [
    ['inclusion', 'CKD stage 3', 'met'],
    ['inclusion', 'CKD stage 4', 'not met'],
    ['inclusion', 'Chronic kidney disease stage 3 to 5', 'met'],
  ])
  hold('A 45-year-old man with chronic kidney disease. eGFR is 29 mL/min/1.73 m2.', [
    ['inclusion', 'CKD stage 4', 'met'],
  ])
  hold('A 45-year-old man with gout. eGFR is 22 mL/min/1.73 m2.', [
    ['exclusion', 'Chronic kidney disease stage 4 or 5', 'unknown'],
  ])
})

test('a limit behind a disease says what is meant by it', () => {
  hold('A 45-year-old man. Blood pressure is 190/115 mmHg. eGFR is 22 mL/min/1.73 m2.', [
    ['exclusion', 'Uncontrolled hypertension (blood pressure > 180/110 mmHg)', 'not met'],
    ['exclusion', 'Severe renal impairment (eGFR < 30 mL/min)', 'not met'],
    ['exclusion', 'Renal impairment, defined as eGFR < 30 mL/min/1.73 m2', 'not met'],
    ['exclusion', 'History of severe renal impairment (eGFR < 30 mL/min)', 'unknown'],
    ['exclusion', 'Renal impairment unless treated (eGFR < 30 mL/min)', 'unknown'],
    ['exclusion', 'Hypertension despite treatment (blood pressure > 180/110 mmHg)', 'unknown'],
  ])
  hold('A 45-year-old man. eGFR is 30 mL/min/1.73 m2.', [
    ['exclusion', 'Severe renal impairment (eGFR < 30 mL/min)', 'met'],
  ])
})

test('one of several is enough where the list says so', () => {
  hold('A 54-year-old woman with obesity. She denies asthma.', [
    ['inclusion', 'One or more risk factors, such as diabetes, smoking or obesity', 'met'],
    ['inclusion', 'At least one of the following: hypertension, dyslipidemia, obesity', 'met'],
    ['inclusion', 'At least two of the following: hypertension, dyslipidemia, obesity', 'unknown'],
    ['inclusion', 'At least one of the following: hypertension, dyslipidemia', 'unknown'],
    ['inclusion', 'At least one of the following: diabetes, obesity in the family', 'unknown'],
    ['inclusion', 'At least one of the following: diabetes and obesity, stroke', 'unknown'],
  ])
})

test('a known disease is the disease', () => {
  hold('A 45-year-old man. He has diabetes and hypertension.', [
    ['exclusion', 'Known hypertension', 'not met'],
    ['exclusion', 'Known other hypertension', 'unknown'],
    ['inclusion', 'Normotensive', 'not met'],
  ])
  hold('A 45-year-old man. His father has hypertension.', [
    ['inclusion', 'Normotensive', 'unknown'],
  ])
})

test('sinus rhythm and fibrillation are not on one tracing', () => {
  hold('A 60-year-old woman. ECG shows normal sinus rhythm.', [
    ['exclusion', 'Atrial fibrillation on ECG', 'met'],
  ])
  hold('A 60-year-old woman with atrial fibrillation.', [
    ['inclusion', 'Sinus rhythm', 'not met'],
    ['inclusion', 'Sinus rhythm after cardioversion', 'unknown'],
    ['exclusion', 'Atrial fibrillation on ECG', 'unknown'],
  ])
  hold('A 60-year-old woman. ECG shows sinus rhythm. Paroxysmal AF in March.', [
    ['exclusion', 'Atrial fibrillation on ECG', 'unknown'],
  ])
})

test('who never smoked has smoked no amount', () => {
  hold('A 52-year-old man with asthma. He has never smoked.', [
    ['inclusion', 'Current smoker of at least 10 cigarettes a day', 'not met'],
    ['inclusion', 'Smoking history of at least 10 pack-years', 'not met'],
    ['exclusion', 'Smoking history of more than 20 pack-years', 'met'],
    ['inclusion', 'Smoking history of less than 10 pack-years', 'unknown'],
  ])
})

test('metastases named by their place are metastatic, and a heart attack is a coronary syndrome', () => {
  hold('A 60-year-old woman with breast cancer and liver metastases.', [
    ['inclusion', 'Metastatic breast cancer', 'met'],
  ])
  hold('A 60-year-old woman with breast cancer. No metastases.', [
    ['inclusion', 'Metastatic breast cancer', 'not met'],
  ])
  hold('A 54-year-old woman with ST-elevation myocardial infarction.', [
    ['inclusion', 'Acute coronary syndrome', 'met'],
  ])
  hold('A 60-year-old woman with ER-positive, HER2-negative breast cancer.', [
    ['inclusion', 'Breast cancer, estrogen receptor negative', 'not met'],
    ['inclusion', 'Breast cancer, estrogen receptor positive', 'met'],
  ])
})

test('an age to below another is a range, and one that a word leaves open is never presumed clear', () => {
  hold('A 7-year-old boy with asthma.', [
    ['inclusion', 'Age 6 months to less than 13 years of age (<13)', 'met'],
    ['inclusion', 'Ages 2 years to under 12 years', 'met'],
    ['inclusion', 'Ages 2 years to under 7 years', 'not met'],
  ])
  hold('A 12-year-old girl with asthma.', [['exclusion', 'Children', 'unknown']])
  hold('A 40-year-old woman with asthma.', [['exclusion', 'Children', 'met']])
})

test('what the note says in other words of the same thing is not presumed clear', () => {
  hold('A 54-year-old woman with two lesions on the arm.', [
    ['exclusion', 'Skin disease at the site of application', 'unknown'],
  ])
  hold('A 54-year-old woman with a swelling in the front of the neck.', [
    ['exclusion', 'Thyroiditis', 'unknown'],
  ])
  hold('A 54-year-old woman on immunosuppressive treatment.', [
    ['exclusion', 'HIV infection', 'unknown'],
  ])
  hold('A 54-year-old woman with gout.', [['exclusion', 'HIV infection', 'met']])
  hold('A 54-year-old woman with a positive tuberculin skin test.', [
    ['exclusion', 'Positive PPD', 'unknown'],
  ])
  hold('A 54-year-old woman with gout.', [['exclusion', 'Positive PPD', 'met']])
})

test('the hospital of a note is where the person is', () => {
  hold('A 60-year-old woman admitted to the hospital with pneumonia.', [
    ['inclusion', 'Outpatients', 'not met'],
    ['inclusion', 'Patients hospitalised for pneumonia', 'met'],
  ])
  hold('A 60-year-old woman with pneumonia.', [
    ['inclusion', 'Patients hospitalised for pneumonia', 'unknown'],
  ])
})

test('pregnancy beside another thing leaves the other asked', () => {
  hold('A 45-year-old man with gout.', [
    ['exclusion', 'Pregnancy, gout', 'not met'],
    ['exclusion', 'Pregnant women or dialysis', 'met'],
    ['exclusion', 'Pregnant or breastfeeding', 'not applicable'],
    ['exclusion', 'Pregnancy, breastfeeding or plan to become pregnant', 'not applicable'],
  ])
  hold('A 2-year-old boy with fever.', [
    ['exclusion', 'Preterm infants and neonates, pregnancy', 'met'],
  ])
})
