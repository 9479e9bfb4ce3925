import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
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

test('an eGFR is per 1.73 m2, written or not, and its formula and visit change nothing', () => {
  const notes = ['eGFR 58 mL/min.', 'eGFR 58 mL/min/1.73 m2.']
  for (const note of notes) {
    assert.equal(judge('eGFR < 25 mL/min', 'exclusion', note).verdict, 'met')
    assert.equal(judge('eGFR < 60 mL/min/1.73 m2 (CKD-EPI)', 'exclusion', note).verdict, 'not met')
    assert.equal(judge('eGFR ≥ 60 mL/min (MDRD formula)', 'inclusion', note).verdict, 'not met')
    assert.equal(
      judge('eGFR <25 mL/min/1.73 m2 (CKD-EPI formula) at Visit 1.', 'exclusion', note).verdict,
      'met',
    )
  }
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
  assert.equal(judge('Known allergy to aspirin', 'exclusion', toddler).verdict, 'unknown')
  assert.equal(judge('Taking steroids', 'exclusion', woman).reason, 'stated facts')
})

const takes =
  'A 40-year-old woman takes ketoconazole and lisinopril. She is allergic to penicillin. She was on warfarin until last year. Aspirin 81 mg daily.'

test('a medicine counts for its class, and what only may be meant or was before is never clear', () => {
  const told: readonly (readonly [string, string])[] = [
    ['Use of ACE inhibitors or ARBs', 'not met'],
    ['ACE inhibitors and ARBs', 'unknown'],
    ['Use of ACE inhibitors within 4 weeks before randomization', 'not met'],
    ['ACE inhibitor use within 4 weeks of myocardial infarction', 'unknown'],
    ['ACE inhibitor use unless stopped 7 days before', 'unknown'],
    ['Antihypertensive drugs other than ACE inhibitors', 'unknown'],
    ['Antiplatelet therapy', 'not met'],
    ['Current use of NSAIDs', 'unknown'],
    ['Patients taking anticoagulants', 'unknown'],
    ['Prior anticoagulant therapy', 'not met'],
    ['Failure of ACE inhibitor therapy', 'unknown'],
    ['Use of strong CYP3A4 inhibitors or inducers', 'unknown'],
    ['Drugs that prolong the QT interval', 'unknown'],
    ['Alcohol or drug abuse', 'met'],
    ['Immunosuppressants', 'met'],
  ]
  for (const [text, verdict] of told)
    assert.equal(judge(text, 'exclusion', takes).verdict, verdict, text)
})

test('a requirement of treatments is told from what is taken, or that nothing is', () => {
  const told: readonly (readonly [string, string])[] = [
    ['ACE inhibitor or ARB', 'met'],
    ['On stable dose of ACE inhibitor', 'unknown'],
    ['Treated with ACE inhibitor and beta-blocker', 'unknown'],
    ['Anticoagulant-naive', 'not met'],
    ['Never treated with ACE inhibitors', 'not met'],
    ['No anticoagulants', 'unknown'],
    ['Not taking beta-blockers', 'met'],
  ]
  for (const [text, verdict] of told)
    assert.equal(judge(text, 'inclusion', takes).verdict, verdict, text)
  const nothing = 'A 50-year-old man takes no medications. NKDA.'
  const all = 'A 50-year-old man. His only medicines are metformin and ramipril.'
  for (const [note, text, verdict] of [
    [all, 'Use of anticoagulants or statins', 'met'],
    [all, 'Use of ACE inhibitors', 'not met'],
    [all, 'Prior use of anticoagulants', 'met'],
    ['He takes metformin and no other drugs.', 'Current use of opioids', 'met'],
  ] as const)
    assert.equal(judge(text, 'exclusion', note).verdict, verdict, text)
  assert.notEqual(
    judge('Use of opioids', 'exclusion', 'She takes only paracetamol for her pain.').reason,
    'stated facts',
  )
  assert.equal(judge('Prior use of anticoagulants', 'exclusion', all).reason, 'presumed clear')
  assert.equal(judge('Statin therapy', 'inclusion', nothing).verdict, 'not met')
  assert.equal(judge('No anticoagulants', 'inclusion', nothing).verdict, 'met')
  assert.equal(judge('History of statin use', 'inclusion', nothing).verdict, 'unknown')
  const others = 'A 50-year-old man takes no other medications.'
  assert.equal(judge('Statin therapy', 'inclusion', others).verdict, 'unknown')
})

test('a cream or drops are not a medicine of the whole body', () => {
  const note = 'A 40-year-old man uses dexamethasone eye drops.'
  assert.equal(judge('Systemic corticosteroids', 'exclusion', note).verdict, 'unknown')
  const pills = 'A 40-year-old man takes prednisone 10 mg daily.'
  assert.equal(judge('Systemic corticosteroids', 'exclusion', pills).verdict, 'not met')
  assert.equal(judge('No systemic corticosteroids', 'inclusion', pills).verdict, 'not met')
  const inhaled = 'A 40-year-old man uses inhaled budesonide.'
  assert.equal(judge('Systemic corticosteroids', 'exclusion', inhaled).verdict, 'unknown')
})

test('an allergy that is known keeps out, one that is denied does not, a severe one is not guessed', () => {
  assert.equal(
    judge('Allergy to penicillin or cephalosporins', 'exclusion', takes).verdict,
    'not met',
  )
  assert.equal(judge('Severe penicillin allergy', 'exclusion', takes).verdict, 'unknown')
  assert.equal(judge('Known hypersensitivity to study drug', 'exclusion', takes).verdict, 'unknown')
  const none = judge('Known allergy to aspirin', 'exclusion', 'A man of 50 years. NKDA.')
  assert.deepEqual([none.verdict, none.reason], ['met', 'stated facts'])
})

const dated =
  'A 45-year-old man had a myocardial infarction 3 years ago and a stroke two weeks ago. He has had cough for 4 days. 5 days of high fever. Headache for over 2 weeks.'

test('a disease with a time is told by the time that a note gives it, and rounding is left room', () => {
  const told: readonly (readonly ['i' | 'e', string, string])[] = [
    ['e', 'Recent myocardial infarction (within 6 months)', 'met'],
    ['e', 'Myocardial infarction within 3 years', 'unknown'],
    ['e', 'Stroke within the last 3 months', 'not met'],
    ['e', 'Stroke within 6 months after PCI', 'unknown'],
    ['i', 'Onset of stroke within the previous 60 days', 'met'],
    ['i', 'Stroke within 24 hours', 'unknown'],
    ['i', 'Cough for at least 8 weeks', 'not met'],
    ['i', 'Fever for at least 5 days', 'met'],
    ['i', 'Fever > 7 days', 'not met'],
    ['i', 'Headache for at least 1 month', 'unknown'],
  ]
  for (const [kind, text, verdict] of told)
    assert.equal(
      judge(text, kind === 'i' ? 'inclusion' : 'exclusion', dated).verdict,
      verdict,
      text,
    )
  const clear = judge('Myocardial infarction within 6 months', 'exclusion', dated)
  assert.equal(clear.reason, 'presumed clear', 'there may have been another since')
  assert.equal(
    judge('Myocardial infarction within 6 months', 'exclusion', dated, 'screening').verdict,
    'unknown',
  )
})

test('a requirement of pregnancy keeps out who cannot be pregnant', () => {
  const criterion = 'Pregnant women at 24-34 weeks of gestation'
  assert.equal(judge(criterion, 'inclusion', dated).verdict, 'not met')
  assert.equal(judge('Pregnant women', 'inclusion', 'A 30 yo pregnant woman.').verdict, 'met')
  assert.equal(judge('Negative pregnancy test', 'inclusion', dated).verdict, 'not applicable')
})

test('what only grown people do is not asked of a small child', () => {
  for (const text of ['Alcoholism (drunk at least once a week)', 'Army recruit', 'Prisoners'])
    assert.equal(judge(text, 'exclusion', toddler).verdict, 'not applicable', text)
  assert.notEqual(
    judge('Alcohol use of the mother', 'exclusion', toddler).verdict,
    'not applicable',
  )
})

test('a disease of an organ that a criterion names in other words is never clear', () => {
  const note = 'A 70-year-old man with CKD.'
  assert.equal(judge('Moderate to severe renal impairment', 'exclusion', note).verdict, 'unknown')
  assert.equal(judge('Hepatic impairment', 'exclusion', note).verdict, 'met')
})

test('smoking decides where nothing else is asked', () => {
  assert.equal(judge('Current smokers', 'exclusion', woman).verdict, 'not met')
  assert.equal(judge('Non-smoker', 'inclusion', woman).verdict, 'not met')
  assert.equal(judge('Smoker', 'exclusion', 'A 40 yo man. He never smoked.').verdict, 'met')
  const former = 'A 40 yo man. He stopped smoking 5 years ago.'
  assert.equal(judge('Smokers or ex-smokers', 'exclusion', former).verdict, 'not met')
  assert.equal(judge('Smokers', 'exclusion', former).verdict, 'unknown')
  assert.equal(judge('Current smokers', 'exclusion', former).verdict, 'met')
  assert.notEqual(judge('Smoking more than 20 a day', 'exclusion', woman).verdict, 'not met')
})

test('about nobody, nothing but limits of silence can be told', () => {
  fc.assert(
    fc.property(
      anyText({ maxLength: 300 }),
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
