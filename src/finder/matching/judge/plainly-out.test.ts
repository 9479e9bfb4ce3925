import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import type { Verdict } from '../../eligibility/logic.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

type Pair = readonly [note: string, criterion: string]

function verdictOf([note, criterion]: Pair, kind: 'inclusion' | 'exclusion'): Verdict {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(criterion, kind, patient, { vocabulary, mode: 'self-check' }).verdict
}

function assertAll(
  verdict: Verdict,
  pairs: readonly Pair[],
  kind: 'inclusion' | 'exclusion' = 'exclusion',
): void {
  for (const pair of pairs) assert.equal(verdictOf(pair, kind), verdict, pair.join(' | '))
}

test('a value within the bounds of an exclusion keeps out, whatever name such a value has beside it', () => {
  assertAll('not met', [
    ['TA 205/125 mmHg, FC 132/min au repos', 'Heart rate >120 bpm (beats per minute) at rest.'],
    ['eGFR 41 mL/min/1.73 m2.', 'Renal failure eGFR<60 mL/min/1.73 m2'],
    [
      'Débit de filtration glomérulaire 21 ml/min.',
      'Severely impaired renal function (estimated glomerular filtration rate (eGFR) < 30 ml/min)',
    ],
    ['Potassium 5.1 mmol/L.', 'Baseline serum potassium above > 4.8 mmol/L (past 3 months)'],
    ['A woman, haemoglobin 98 g/L.', 'Anemia (Hb < 110 g/L for women, Hb < 120 g/L for men);'],
    ['AST 120 U/L (ULN 35).', 'creatinine, AST, ALT, bilirubin > 1.5 x the upper normal limits'],
  ])
})

test('a value keeps nobody out where it is of another time, of the other sex, or of those who have something else', () => {
  const egfr = 'A man, eGFR 41 mL/min/1.73 m2, haemoglobin 115 g/L.'
  for (const criterion of [
    'eGFR < 60 mL/min/1.73 m2 and proteinuria > 3 g/day',
    'History of eGFR < 60 mL/min/1.73 m2 during pregnancy',
    'Anemia (Hb < 120 g/L for women)',
  ])
    assert.notEqual(verdictOf([egfr, criterion], 'exclusion'), 'not met', criterion)
})

test('what the note dates is held against the window that a criterion gives in any wording', () => {
  assertAll('not met', [
    ['Infarctus du myocarde il y a six semaines.', 'Recent myocardial infarction (< 3 months).'],
    [
      'Infarctus du myocarde il y a un mois.',
      'Acute myocardial infarction, unstable angina or revascularization < 3 months at the time of randomization',
    ],
    ['Suicide attempt six months ago.', 'Suicide attempt within the past year (12 months)'],
    ['She had PCI of the LAD 12 days ago.', 'Revascularization within 30 days of consent'],
    ['Pontage coronarien il y a six semaines.', 'recent heart surgery (< 3 months).'],
    [
      'Néphrectomie il y a douze jours.',
      'Major surgical procedure, other than for diagnosis, within 4 weeks prior to initiation of study treatment',
    ],
    ['Prothèse totale de hanche prévue dans deux semaines.', 'Planned major surgery'],
  ])
  assertAll('met', [
    [
      'She had an NSTEMI one year ago.',
      'Myocardial infarction (MI) within one month of trial inclusion',
    ],
  ])
  for (const pair of [
    ['Nephrectomy two years ago.', 'Major surgery within 4 weeks before enrolment'],
    ['Tonsillectomy ten days ago.', 'Major surgery within 4 weeks before enrolment'],
    ['Her sister is scheduled for surgery.', 'Planned major surgery'],
  ] as const)
    assert.notEqual(verdictOf(pair, 'exclusion'), 'not met', pair.join(' | '))
})

test('what was yesterday is not held to be within the last day, in either language', () => {
  for (const note of ['Yellow fever vaccine yesterday.', 'Vaccin contre la fièvre jaune hier.']) {
    assert.notEqual(verdictOf([note, 'Live vaccine within 1 day'], 'exclusion'), 'not met', note)
    assert.equal(verdictOf([note, 'Live vaccine within 2 days'], 'exclusion'), 'not met', note)
  }
})

test('names of a value and words of a study are known as words are read, in the singular and without accents', () => {
  assertAll('not met', [
    ['HbA1c 11.2%. Type 2 diabetes.', 'Uncontrolled diabetes mellitus HbA1c > 9%'],
    [
      'Elle participe à un essai clinique d’un médicament.',
      'Participation à une autre étude clinique',
    ],
  ])
})

test('an operation that is planned keeps out of what asks for any, though a major one was asked for before', () => {
  const patient = readNote('Hernia repair is scheduled.', { vocabulary })
  const options = { vocabulary, mode: 'self-check' } as const
  const verdicts = ['Planned major surgery', 'Planned surgery', 'Planned major surgery'].map(
    (criterion) => judgeCriterion(criterion, 'exclusion', patient, options).verdict,
  )
  assert.deepEqual(verdicts, ['unknown', 'not met', 'unknown'])
})

test('a limit of age in brackets is no window of time', () => {
  assertAll('not met', [
    ['A 12-year-old boy.', 'Patients < 18 years'],
    ['Jeune fille de 16 ans.', 'Patients younger than18 years.'],
  ])
})

test('whoever is in another study, or was within the time asked, is kept out by it', () => {
  assertAll('not met', [
    [
      'Elle participe déjà à un essai avec un médicament expérimental.',
      'Is currently participating in a study of an investigational agent or using an investigational device;',
    ],
    [
      'He took part in a drug trial that ended six weeks ago.',
      'Participation in clinical trials of drugs less than 3 months before signing the informed consent.',
    ],
    [
      'Il a participé il y a deux mois à un essai clinique.',
      'To have participated in another interventional study in the same field within the last six months.',
    ],
  ])
  for (const pair of [
    [
      'He took part in a drug trial two years ago.',
      'Participation in another drug trial within 30 days',
    ],
    ['She would like to take part in a trial.', 'Participation in another clinical trial'],
    [
      'Her mother took part in a drug trial last month.',
      'Participation in another clinical trial within 3 months',
    ],
  ] as const)
    assert.notEqual(verdictOf(pair, 'exclusion'), 'not met', pair.join(' | '))
})

test('who cannot consent is kept out where consent is asked of the person', () => {
  const note = 'She has advanced dementia and cannot give consent.'
  assertAll('not met', [[note, 'Unable to provide informed consent']])
  assertAll('not met', [[note, 'Signed informed consent']], 'inclusion')
  for (const criterion of [
    'Parent or legal guardian gave written informed consent.',
    'Participants must be between 18 and 90 years of age at the time of signing the informed consent.',
  ])
    assert.notEqual(verdictOf([note, criterion], 'inclusion'), 'not met', criterion)
})

test('medicines, tests and amounts that the note says are the ones that a criterion names', () => {
  assertAll('not met', [
    ['He takes empagliflozin.', 'Already taking dapagliflozin or other SGLT2 inhibitors'],
    [
      'Earlier treatment: epirubicin.',
      'Patients having received previous anthracycline therapy or contraindication to anthracycline.',
    ],
    [
      'She takes carvedilol.',
      'Patients taking medication that may affect LV function (b-blockers, carvedilol, or digoxin).',
    ],
    [
      'Anti-HCV positive.',
      'is positive for hepatitis B surface antigen, hepatitis C antibodies or HIV',
    ],
    [
      'Prednisone 20 mg par jour depuis un an.',
      'Steroid therapy at doses of greater than 10 mg/day',
    ],
    ['Ex-smoker, 25 pack-years, stopped in 2018.', 'Tobacco within 1 year or >5 pack years.'],
  ])
  for (const pair of [
    ['Prednisone 5 mg a day.', 'Steroid therapy at doses of greater than 10 mg/day'],
    ['Anti-HCV negative.', 'positive for hepatitis C antibodies'],
    ["He doesn't smoke or use any illicit drugs.", 'Known history of drug or alcohol abuse.'],
    ['A boy with acute asthma.', 'Known hypersensitivity to ZS.'],
    ['Liver cirrhosis.', 'Cirrhosis Child B-C'],
  ] as const)
    assert.notEqual(verdictOf(pair, 'exclusion'), 'not met', pair.join(' | '))
})

test('of illnesses of which a person has but one kind, the one that is said rules out the one that is asked', () => {
  const note = 'Carcinome bronchique à petites cellules, prouvé par biopsie.'
  assertAll('not met', [[note, 'Histologically confirmed Stage IIIB/C or IV NSCLC.']], 'inclusion')
  assert.notEqual(verdictOf([note, 'NSCLC or small cell lung cancer'], 'inclusion'), 'not met')
})

test('how a person lives and what is done for them keeps out in the words of the note, in French as in English', () => {
  assertAll('not met', [
    ['A man on veno-venous ECMO.', 'Patients submitted to extracorporeal circulation (ECC)'],
    [
      'Il ne peut pas avaler de comprimés.',
      'Inability to swallow a tablet or malabsorption syndrome',
    ],
    ['He works night shifts.', 'Special lifestyle (work at night, extreme physical activity).'],
    ['Il parle très peu le français.', 'To have a poor understanding of the French language.'],
    [
      'Vaccin vivant contre la fièvre jaune il y a deux semaines.',
      'Patients who received live attenuated vaccination within 30 days before the first dose;',
    ],
    [
      'A boy with a stomach cancer. Testicular cancer two years ago.',
      'History of another primary malignancy within 5 years.',
    ],
    [
      'A man with NYHA class III heart failure.',
      'cardiac function class III-IV according to NYHA cardiac function classification',
    ],
  ])
  for (const pair of [
    ['He speaks French and English.', 'Poor understanding of the French language'],
    ['She swallows tablets without difficulty.', 'Inability to swallow tablets'],
    ['Weaned from ECMO last week.', 'Patients on extracorporeal circulation'],
    ['Influenza vaccine two weeks ago.', 'Live vaccine within 30 days before the first dose'],
    [
      'A boy with a stomach cancer. Basal cell carcinoma of the skin two years ago.',
      'History of another malignancy within 5 years',
    ],
  ] as const)
    assert.notEqual(verdictOf(pair, 'exclusion'), 'not met', pair.join(' | '))
})
