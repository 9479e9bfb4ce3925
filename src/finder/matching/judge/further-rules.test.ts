import { test } from 'node:test'
import { assertJudged } from '../../../testing/judged-lines.ts'

test('who is pregnant is kept out by pregnancy itself, and not by a kind of it', () =>
  assertJudged(
    'A 27-year-old woman, 24 weeks pregnant, presents with headache and a blood pressure of 165/110 mm Hg.',
    `i not met : Negative pregnancy test
     i not met : Non-pregnant, non-lactating females
     i not met : Women must not be pregnant
     i not met : Women of childbearing potential must have a negative serum pregnancy test within 7 days
     e not met : Pregnancy or breast feeding
     e not met : Positive pregnancy test
     e not met : Minors, prisoners, pregnant women
     e unknown : Pregnancy with multiple fetuses
     e unknown : Pregnancy complicated by diabetes
     e unknown : Pregnancy within the last 6 months that ended in a loss`,
  ))

test('an illness that must have been known before is not had by who was well until now', () => {
  assertJudged(
    'A 22-year-old man, previously healthy, comes to the clinic with a sore throat for 3 days. He takes no medications.',
    `i not met : Known history of asthma for at least one year
     i not met : Previously diagnosed type 2 diabetes
     i unknown : History of tonsillitis
     i unknown : Family history of asthma
     i unknown : Known or suspected asthma, or COPD
     i not met : Currently receiving metformin monotherapy at a stable dose for 8 weeks
     i not met : Treated with at least one antihypertensive drug
     i unknown : Previous treatment with metformin
     i unknown : Scheduled to receive metformin`,
  )
  assertJudged(
    'Un homme de 71 ans, sans antécédent particulier, consulte pour une dyspnée. Il ne prend aucun traitement.',
    `i not met : Known history of asthma
     i not met : Antécédent de diabète de type 2
     i not met : Treated with a stable dose of an ACE inhibitor
     i unknown : Antécédent familial de diabète`,
  )
  assertJudged(
    'A 40-year-old man was previously healthy except for asthma.',
    'i unknown : Known history of epilepsy',
  )
})

test('what only the other sex has or is keeps out of a requirement', () => {
  assertJudged(
    'A 22-year-old man comes with a cough.',
    `i not met : Postmenopausal women
     i not met : Histologically confirmed cervical cancer
     i met : Male and female
     i met : Men and women
     i not applicable : Women must use contraception
     i unknown : Breast cancer
     i unknown : Ovarian cancer in the mother`,
  )
  assertJudged('A 60-year-old woman has a cough.', 'i not met : Men with prostate cancer')
})

test('a requirement that something be not so is judged as the exclusion that says the same', () => {
  assertJudged(
    'A 45-year-old woman with type 2 diabetes takes metformin. She had a stroke 2 years ago.',
    `i met : No history of seizures
     i met : No prior organ transplant
     i met : Absence of tuberculosis
     i met : At least 2 weeks since any major surgery
     i not met : No history of stroke
     i unknown : No major medical illness
     i unknown : No seizures, unless they were febrile
     i unknown : No change in diet for a month
     i unknown : No more than 2 prior lines of therapy`,
  )
})

test('a result that is normal meets no requirement of another, and a value is high only where it surely is', () => {
  assertJudged(
    'A 48-year-old woman has been tired for six months. She is afebrile. Chest X-ray is normal. The ECG is normal. Glucose is normal. Rheumatoid factor is negative. Troponin is normal. CRP is 48 mg/L. Hemoglobin is 13.5 g/dL. She has a normal ejection fraction.',
    `i not met : Fever ≥ 38 °C
     i not met : Abnormal ECG
     i not met : ST elevation on ECG
     i not met : Infiltrate on chest x-ray
     i not met : Elevated troponin
     i not met : Positive rheumatoid factor
     i not met : LVEF < 40%
     i not met : Low hemoglobin
     i met : Elevated CRP
     i met : Normal hemoglobin
     i met : LVEF ≥ 50%
     e met : Abnormal ECG
     e met : LVEF < 40%
     e not met : Elevated CRP
     i unknown : History of an abnormal ECG
     i unknown : Elevated CRP or a positive culture
     i unknown : Normal chest x-ray and age`,
  )
  assertJudged(
    'A 50-year-old man. The ECG was normal two weeks ago. Creatinine is 1.25 mg/dL.',
    `i unknown : Abnormal ECG
     i unknown : Elevated creatinine`,
  )
})

test('who takes a medicine for an illness is not naive of it', () =>
  assertJudged(
    'A 58-year-old man with type 2 diabetes takes metformin. He quit smoking 10 years ago.',
    `i not met : Drug-naive type 2 diabetes
     i not met : Never smokers
     i unknown : Untreated hypertension
     i unknown : Drug-naive type 2 diabetes or a washout of 8 weeks`,
  ))

test('either of two illnesses within a time, and one of a list with an "and" at its end, is enough', () =>
  assertJudged(
    'A 58-year-old man with type 2 diabetes and ischemic stroke five months ago. BMI 31 kg/m2.',
    `i met : Stroke or TIA within the previous 12 months
     i met : One or more risk factors, such as smoking, obesity (BMI > 25), diabetes, and ECG abnormality
     i met : At least one cardiovascular risk factor (dyslipidemia, diabetes, or smoking)
     e not met : Prior stroke
     e not met : Stroke or TIA within 6 months
     i unknown : Stroke and TIA within 12 months`,
  ))

test('a weight that everybody of that age has needs no scales', () => {
  assertJudged(
    'A 2-year-old boy has had a fever for 5 days. His mother is in nursing school.',
    `i met : Weight ≥ 5 kg
     e met : Body weight < 5 kg
     i unknown : Weight ≥ 12 kg
     i unknown : Weight between 5 and 10 kg
     i unknown : Birth weight > 2 kg
     i unknown : Nursing home residents`,
  )
  assertJudged('A 2-year-old boy with failure to thrive.', 'i unknown : Weight ≥ 5 kg')
})

test('smoking is read in French criteria, too', () =>
  assertJudged(
    'Un homme de 71 ans consulte pour une dyspnée. Il fume 20 cigarettes par jour.',
    `i not met : Non-fumeur
     e not met : Tabagisme actif`,
  ))
