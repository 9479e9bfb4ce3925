import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

type Row = readonly [note: string, criterion: string]

function verdictOf([note, criterion]: Row): string {
  const patient = readNote(note, { vocabulary, today: '2026-11-23' })
  return judgeCriterion(criterion, 'exclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

function all(rows: readonly Row[], verdict: string): void {
  const others = rows.map((row) => [...row, verdictOf(row)]).filter((row) => row[2] !== verdict)
  assert.deepEqual(others, [])
}

const operated: readonly Row[] = [
  [
    'A 70-year-old man. A pacemaker was implanted in 2019.',
    'Presence of a pacemaker or defibrillator',
  ],
  ['A 70-year-old man with an ICD.', 'Implantable cardioverter-defibrillator'],
  ['A 70-year-old man with an ICD.', 'Cardiac pacemaker, ICD or cochlear implant'],
  ['A woman of 60 with a pacemaker.', 'Any implanted electronic device'],
  ['She had a right hemicolectomy five years ago.', 'History of abdominal surgery'],
  ['She had a right hemicolectomy five years ago.', 'Previous bowel or bladder surgery'],
  ['He underwent sleeve gastrectomy in 2018.', 'Prior bariatric surgery'],
  ['He underwent sleeve gastrectomy in 2018.', 'Previous gastric surgery or bowel resection'],
  ['Kidney transplant in 2012.', 'Solid organ transplant recipients'],
  ['Kidney transplant in 2012.', 'History of organ transplantation'],
  ['Liver transplantation four years ago.', 'Kidney or liver transplant'],
  ['He had CABG three years ago.', 'Previous cardiac surgery'],
  ['He had a total hip replacement in 2015.', 'Joint replacement'],
  ['He underwent CABG two weeks ago.', 'Cardiac surgery within 3 months'],
  ['Six weeks ago she had a cholecystectomy.', 'Abdominal surgery within the last 6 months'],
  ['She had a lumbar laminectomy last month.', 'Spinal surgery within 6 months prior to screening'],
  ['Femme de 60 ans, porteuse d’un pacemaker.', 'Pacemaker ou défibrillateur'],
  ['Homme de 50 ans. Greffe rénale en 2010.', 'Transplantation d’organe'],
]

test('an operation had or a device borne keeps out, of any kind of what is named', () =>
  all(operated, 'not met'))

const operatedPerhaps: readonly Row[] = [
  ['A pacemaker is planned.', 'Pacemaker'],
  ['His mother has a pacemaker.', 'Pacemaker in the family'],
  ['The pacemaker was removed last year.', 'Pacemaker'],
  ['He had a hemicolectomy five years ago.', 'Abdominal surgery within 3 months'],
  ['He had a hemicolectomy in 2018.', 'Abdominal surgery within 3 months'],
  ['He had CABG three months ago.', 'Cardiac surgery within 3 months'],
  ['He had CABG in 2018.', 'Planned cardiac surgery'],
  ['He had CABG in 2018.', 'Cardiac surgery required during the study'],
  ['He had CABG in 2018.', 'Recent cardiac surgery'],
  ['He had CABG in 2018.', 'Cardiac surgery'],
  ['Kidney transplant evaluation.', 'Kidney transplant'],
  ['She donated a kidney for transplant to her son.', 'Kidney transplant'],
  ['He had a fecal transplant.', 'Organ transplant'],
  ['He has an ICD.', 'Pacemaker dependent patients unless an ICD is implanted'],
  ['She had a gastrectomy in 2011.', 'Gastric surgery complicated by leakage'],
  ['She had a gastrectomy in 2011.', 'Gastric surgery and hepatectomy'],
]

test('what was planned, removed, long ago or is asked more closely stays open', () =>
  all(
    operatedPerhaps.filter((row) => verdictOf(row) === 'not met'),
    'unknown',
  ))

test('"never had back surgery" answers for every kind of it', () => {
  all(
    [
      ['He has never had back surgery.', 'Previous lumbar spine surgery'],
      ['She has never had a transplant.', 'Prior kidney transplantation'],
    ],
    'met',
  )
  all([['He has never had lumbar surgery.', 'Previous spinal surgery']], 'unknown')
})

const alternatives: readonly Row[] = [
  ['A woman of 60 with epilepsy.', 'Stroke, epilepsy, or uncontrolled hypertension'],
  ['A woman of 60 with gout.', 'Gout or severe psoriasis'],
  ['A woman of 60 with gout.', 'Patients with gout, pseudogout, or rheumatoid arthritis'],
  ['He had a stroke two years ago.', 'History of seizures, stroke or brain tumor'],
  ['A man with asthma.', 'COPD/asthma'],
  ['A man with cirrhosis.', 'Cirrhosis (any cause) or portal vein thrombosis'],
  ['She takes warfarin.', 'Hemophilia, or use of anticoagulants'],
]

test('one of several things that an exclusion names keeps out by itself', () =>
  all(alternatives, 'not met'))

const narrowed: readonly Row[] = [
  ['A man with hypertension.', 'Uncontrolled diabetes or hypertension'],
  ['A man with asthma.', 'Asthma or COPD exacerbation'],
  ['A man with asthma.', 'Asthma or COPD requiring oxygen'],
  ['A man with diabetes.', 'Diabetes or hypertension medication'],
  ['A man with diabetes.', 'Cancer or diabetes related complications'],
  ['A man with asthma.', 'Treatment of eczema or asthma'],
  ['A man with asthma.', 'Family history of eczema or asthma'],
  ['A man with asthma.', 'Eczema or asthma in the mother'],
  ['A man with gout.', 'Psoriasis or gout, unless treated'],
  ['A man with gout.', 'Psoriasis and gout, or lupus'],
  ['A man with gout.', 'Any two of: psoriasis, gout or lupus'],
  ['A man with gout.', 'Suspected psoriasis or gout'],
  ['He had a stroke ten years ago.', 'Stroke or seizure within 6 months'],
  ['A man with hepatitis B.', 'Hepatitis B or C vaccination'],
]

test('a word that may be meant for all of a list leaves each of it open', () => {
  for (const row of narrowed) assert.notEqual(verdictOf(row), 'not met', row.join(' / '))
})

const qualified: readonly Row[] = [
  ['She has severe asthma.', 'Severe asthma'],
  ['She has severe asthma.', 'History of severe asthma'],
  ['He has moderate to severe hearing loss.', 'Moderate to severe hearing loss'],
  ['He has severe hearing loss.', 'Moderate to severe hearing loss'],
  ['He has uncontrolled hypertension.', 'Uncontrolled hypertension'],
  ['A man with metastatic breast cancer.', 'Metastatic breast cancer'],
  ['A man with acute pancreatitis.', 'Acute pancreatitis'],
  ['A man with type 1 diabetes.', 'Diabetes mellitus, type 1'],
  ['He is admitted with pneumonia.', 'Pneumonia within the past 4 weeks'],
  ['He is admitted with pneumonia.', 'Pneumonia in the previous 3 months'],
]

test('a disease said with the words that the criterion narrows it by is the disease asked', () =>
  all(qualified, 'not met'))

const otherwiseQualified: readonly Row[] = [
  ['She has asthma.', 'Severe asthma'],
  ['She has mild asthma.', 'Severe asthma'],
  ['He has hypertension.', 'Uncontrolled hypertension'],
  ['He has severe asthma.', 'Severe asthma (FEV1 < 50%)'],
  ['He has severe asthma.', 'Severe asthma requiring oral steroids'],
  ['Severe pain, asthma.', 'Severe asthma'],
  ['He has no severe asthma but asthma.', 'Severe asthma'],
  ['He had severe pneumonia in 2010.', 'Severe pneumonia'],
  ['He may have severe asthma.', 'Severe asthma'],
  ['He had pneumonia last winter.', 'Pneumonia within the past 4 weeks'],
]

test('another degree, or none, leaves it open', () => {
  for (const row of otherwiseQualified) assert.notEqual(verdictOf(row), 'not met', row.join(' / '))
})
