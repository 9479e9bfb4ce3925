import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { deniedPhrases } from './denied-phrases.ts'
import { judgeCriterion } from './judge.ts'
import { requiredCore } from './required-core.ts'

const vocabulary = openVocabulary()

function required(text: string, note: string) {
  const patient = readNote(note, { vocabulary })
  return judgeCriterion(text, 'inclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

const man = 'A 61-year-old man is seen in clinic.'

test('a requirement whose core the note denies is not met, whatever else it asks', () => {
  for (const [note, text] of [
    ['Endoscopy shows no gastric varices.', 'Gastric varices of at least 1 cm with red signs'],
    ['CT shows no hemorrhage.', 'Spontaneous intracerebral hemorrhage seen on CT within 12 hours'],
    ['He has never had peritoneal dialysis.', 'On peritoneal dialysis for at least 3 months'],
    ['He has never received immunotherapy.', 'Prior immunotherapy with progression'],
    ['He has had no earlier chemotherapy.', 'Completed concurrent chemoradiotherapy in 2 months'],
    ['Ultrasound shows no pleural effusion.', 'Pleural effusion of more than 500 ml on imaging'],
    ['He has no asthma, sleep apnea or heart disease.', 'Heart failure with LVEF of 40% or less'],
    [
      'He has no asthma, sleep apnea or heart disease.',
      'Moderate sleep apnea confirmed by a study',
    ],
    ['Tests for hepatitis B and HIV are negative.', 'Decompensated hepatitis B cirrhosis'],
    ['Hepatitis C serology is negative.', 'Chronic hepatitis C, genotype 1 or 3, treatment naive'],
    ['He denies depression.', 'Depression of moderate severity for 6 weeks'],
    ['There is no spinal stenosis or fracture.', 'Lumbar spinal stenosis, confirmed by MRI or CT'],
    ['He has never had a kidney transplant.', 'Recipients of a previous kidney transplant'],
  ] as const)
    assert.equal(required(text, `${man} ${note}`), 'not met', `${note} | ${text}`)
})

test('what is denied of one part of the body says nothing of another', () => {
  for (const kind of ['inclusion', 'exclusion'] as const) {
    const judged = (note: string) =>
      judgeCriterion('Hip fracture', kind, readNote(`${man} ${note}`, { vocabulary }), {
        vocabulary,
        mode: 'self-check',
      }).verdict
    assert.equal(judged('X-ray of the knee shows no fracture.'), 'unknown')
    const isOut = kind === 'inclusion' ? 'not met' : 'met'
    assert.equal(judged('There is no fracture.'), isOut)
    assert.equal(judged('He denies heart disease, fracture and stroke.'), isOut)
  }
})

test('what a person never had before may be what they come with today', () => {
  const pain = `${man} He has crushing chest pain since an hour ago with ST elevation.`
  const never = `${pain} He has never had a heart attack or diabetes.`
  assert.equal(required('Anterior wall STEMI with pain for 30 minutes', never), 'unknown')
  assert.equal(required('Acute myocardial infarction', never), 'unknown')
  assert.equal(required('Type 2 diabetes', never), 'not met')
  assert.equal(required('Acute myocardial infarction', `${man} ECG: no infarction.`), 'not met')
})

test('what is denied in part, of another time, place or person, or beside another way in, stays unknown', () => {
  for (const [note, text] of [
    ['He has no pain at rest.', 'Pain of at least 4 on a scale of 10'],
    ['He has had no seizures since 2019.', 'Seizures, at least 2 in a month'],
    ['He had a fever of 39 C for five days. Today he has no fever.', 'Fever for at least 5 days'],
    ['Ultrasound of the thyroid shows no cyst.', 'Renal cyst of more than 3 cm'],
    ['His brother has no asthma.', 'Asthma with FEV1 below 80%'],
    ['He has no asthma.', 'Asthma or COPD with a smoking history'],
    ['He has no asthma.', 'Asthma confirmed by spirometry, or COPD'],
    ['He has no asthma.', 'At risk of asthma by family history'],
    ['He has no asthma.', 'No asthma that is uncontrolled'],
    ['He has had no stroke.', 'Prevention of stroke in atrial fibrillation is intended'],
    ['He has never had a kidney transplant.', 'Kidney transplant planned within 6 months'],
    ['He has had no earlier chemotherapy.', 'Receiving chemotherapy with cisplatin every 3 weeks'],
    ['He has no further bleeding.', 'Bleeding from the upper gastrointestinal tract'],
    ['CT to rule out pneumonia is planned.', 'Pneumonia acquired in the community'],
    ['He has no fever, severe cough and chills.', 'Cough for at least 8 weeks'],
    ['There is no recurrent hernia.', 'Inguinal hernia of the left side'],
    ['There is no significant stenosis.', 'Carotid stenosis of at least 50%'],
  ] as const)
    assert.notEqual(required(text, `${man} ${note}`), 'not met', `${note} | ${text}`)
})

test('the things of a list are denied together only where "or" closes it', () => {
  const said = (note: string) =>
    deniedPhrases(readNote(note, { vocabulary })).map(
      ({ words, when }) => `${words.join(' ')} ${when}`,
    )
  assert.deepEqual(said('He has no asthma, angina or gout.'), [
    'asthma now',
    'angina now',
    'gout now',
  ])
  assert.deepEqual(said('He has no asthma, severe angina and gout.'), ['asthma now'])
  assert.deepEqual(said('He has never had a stroke.'), ['stroke ever'])
  assert.deepEqual(said('No previous surgery.'), ['surgery before'])
  assert.deepEqual(said('His mother had no asthma.'), [])
})

test('the core of a requirement ends where its qualifiers begin, and has no alternative', () => {
  assert.equal(requiredCore('Patients with severe asthma, FEV1 < 50%')?.text, 'severe asthma')
  assert.equal(requiredCore('Diagnosis of psoriasis for at least 6 months')?.text, 'psoriasis')
  assert.equal(requiredCore('Asthma or COPD'), undefined)
  assert.equal(requiredCore('No asthma'), undefined)
  assert.equal(requiredCore('Parents of children with asthma'), undefined)
})
