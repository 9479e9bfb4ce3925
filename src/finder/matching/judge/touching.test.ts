import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readBundle } from '../bundle/read-bundle.ts'
import { readNote } from '../note/read-note.ts'
import type { Patient } from '../patient/patient.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()
const today = '2026-11-23'

const ofNote = (note: string): Patient => readNote(note, { vocabulary, today })

function ofRecord(resource: object): Patient {
  const person = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '1990-06-01' }
  const entry = [person, { subject: { reference: 'Patient/p' }, ...resource }]
  const { patient } = readBundle(
    { resourceType: 'Bundle', entry: entry.map((one) => ({ resource: one })) },
    { vocabulary, today },
  )
  assert.ok(patient)
  return patient
}

const reasonOf = (criterion: string, patient: Patient): string =>
  judgeCriterion(criterion, 'exclusion', patient, { vocabulary, mode: 'self-check' }).reason

/** What is said, and an exclusion that it bears on without the same words. */
const bearsOn: readonly (readonly [string, string])[] = [
  ['On hemodialysis three times weekly.', 'Severe renal impairment'],
  ['Homme de 60 ans, dialysé.', 'Chronic renal failure'],
  ['He had a heart attack in 2019.', 'Coronary artery disease'],
  ['Patient with a pacemaker.', 'Implanted electronic devices'],
  ['s/p CABG', 'Ischemic heart disease'],
  ['She drinks a bottle of wine a day.', 'Alcohol abuse'],
  ['He had his spleen removed.', 'Asplenia'],
  ['Wheelchair-bound.', 'Unable to walk 6 minutes'],
  ['She had a kidney transplant in 2015.', 'Solid organ transplant recipients'],
  ['She hears voices.', 'Psychosis'],
  ['He tried to kill himself last year.', 'Suicide attempt within a year'],
  ['Elle est sous chimiothérapie.', 'Chemotherapy within 4 weeks'],
  ['A woman with cirrhosis.', 'Hepatic dysfunction'],
  ['A man with glioblastoma.', 'Brain tumor'],
  ['Acute leukemia in 2020.', 'Hematologic malignancy'],
  ['A boy with hemophilia A.', 'Bleeding disorder'],
  ['Cellulitis of the left leg.', 'Active infection'],
  ['Known Crohn disease.', 'Autoimmune disease'],
  ['She fell in her kitchen last month.', 'Recurrent falls'],
  ['He takes macrogol for chronic constipation.', 'History of gastrointestinal disease'],
  ['MRI shows a disc herniation that presses on the L5 root.', 'Lumbar radiculopathy'],
  ['A newborn girl with a birth weight of 1,150 g.', 'Body weight < 2.5 kg'],
  ['He walks with a rollator.', 'Limited mobility'],
  ['She has lost the use of her right arm with aphasia; alteplase was given.', 'Stroke'],
  ['He passes 200 ml of urine a day.', 'Oliguria'],
  ['She sleeps on three pillows and has orthopnea.', 'Heart failure'],
  ['She has been fainting for a month.', 'History of syncope'],
  ['He broke his hip two years ago.', 'Osteoporotic fracture'],
  ['He snores and is sleepy by day.', 'Sleep apnea'],
  ['Elle est tombée deux fois.', 'Chutes à répétition'],
  ['He uses a hearing aid.', 'Hearing impairment'],
  ['An ulcer of the tongue.', 'Disease of the oral cavity'],
  ['The knee is swollen, with a tear of the meniscus.', 'Joint disease'],
  ['Occlusion of the middle cerebral artery; no earlier stroke.', 'Participants with stroke'],
  ['No other cancer.', 'Cancer'],
]

test('what is said in other words is near, and never makes an exclusion clear', () => {
  for (const [note, criterion] of bearsOn)
    assert.notEqual(reasonOf(criterion, ofNote(note)), 'presumed clear', `${note} / ${criterion}`)
})

test('a value out of its usual range speaks for its area, one within it does not', () => {
  const pairs = [
    ['BP 190/120.', 'BP 118/76.', 'Uncontrolled hypertension'],
    ['Creatinine 4.5 mg/dL.', 'Creatinine 0.8 mg/dL.', 'Renal insufficiency'],
    ['SpO2 82 %.', 'SpO2 98 %.', 'Respiratory failure'],
    ['Temp 39.5 C.', 'Temp 36.8 C.', 'Active infection'],
    ['LVEF 20 %.', 'LVEF 60 %.', 'Heart failure'],
  ] as const
  for (const [bad, good, criterion] of pairs) {
    assert.equal(reasonOf(criterion, ofNote(bad)), 'near what the person has', bad)
    assert.equal(reasonOf(criterion, ofNote(good)), 'presumed clear', good)
  }
})

test('another illness of the same field leaves one disease clear, and so does what is normal', () => {
  for (const [note, criterion] of [
    ['A boy with fever and conjunctivitis.', 'Active tuberculosis infection'],
    ['Lungs clear, heart regular.', 'Severe lung disease'],
    ['A man with gout.', 'Breast cancer'],
  ] as const)
    assert.equal(reasonOf(criterion, ofNote(note)), 'presumed clear', note)
})

test('the words of resources that are not read bear on what they name', () => {
  const asked = [{ text: 'Do you have asthma?', answer: [{ valueBoolean: true }] }]
  const activity = [{ detail: { code: { text: 'cisplatin infusion' } } }]
  const conclusion = 'Large hepatocellular carcinoma'
  const reasonCode = [{ text: 'Asthma attack' }]
  for (const [resource, criterion] of [
    [{ resourceType: 'QuestionnaireResponse', status: 'completed', item: asked }, 'Asthma'],
    [{ resourceType: 'CarePlan', status: 'active', activity }, 'Treatment with cisplatin'],
    [{ resourceType: 'DiagnosticReport', status: 'final', conclusion }, 'Active malignancy'],
    [{ resourceType: 'Encounter', status: 'finished', reasonCode }, 'Asthma'],
  ] as const)
    assert.equal(reasonOf(criterion, ofRecord(resource)), 'near what the person has', criterion)
})

test('a disease by a code that nobody knows may be any; a medicine so bears on treatments alone', () => {
  const coded = { coding: [{ system: 'http://snomed.info/sct', code: '999999999' }] }
  const disease = ofRecord({ resourceType: 'Condition', code: coded })
  assert.equal(reasonOf('Gout', disease), 'near what the person has')
  const order = { resourceType: 'MedicationRequest', status: 'active', intent: 'order' }
  const medicine = ofRecord({ ...order, medicationReference: { reference: 'Medication/gone' } })
  assert.equal(reasonOf('Use of anticoagulants', medicine), 'near what the person has')
  assert.equal(reasonOf('Gout', medicine), 'presumed clear')
})

test('of a record that was not read to its end nothing is presumed', () => {
  const patient = { ...ofNote('A 40-year-old woman.'), unread: 3 }
  assert.equal(reasonOf('Gout', patient), 'nothing said')
})
