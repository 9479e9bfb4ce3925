import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

function required(text: string, note: string) {
  const patient = readNote(`A 66-year-old man with gout. ${note}`, { vocabulary })
  return judgeCriterion(text, 'inclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

test('a place or a power that the note says otherwise is not met', () => {
  for (const [note, text] of [
    ['He is admitted to the intensive care unit.', 'Type of subject: Outpatient'],
    ['He is hospitalized with pneumonia.', 'Adult outpatients seen for a cough'],
    [
      'He walks with a cane.',
      'Able to walk independently without an assistive device for 5 minutes',
    ],
    ['He uses a wheelchair.', 'Able to walk 10 meters unaided'],
    ['He can no longer walk.', 'Ambulates independently'],
    ['Oxygen saturation is 97% on room air.', 'Requiring supplemental oxygen at enrolment'],
    ['He is seen in the outpatient clinic.', 'Hospitalized adults with pneumonia'],
    ['Oxygen saturation is 96% on room air.', 'Mechanically ventilated patients in the ICU'],
  ] as const)
    assert.equal(required(text, note), 'not met', `${note} | ${text}`)
})

test('a place or a power that is over, of sometimes, of another, or one of several stays unknown', () => {
  for (const [note, text] of [
    ['He is admitted to the intensive care unit.', 'Inpatients or outpatients with pneumonia'],
    ['He is admitted with gout. Tomorrow he goes home.', 'Outpatients with gout'],
    ['He was admitted two years ago.', 'Outpatients with gout'],
    ['His wife is admitted to the hospital.', 'Outpatients with gout'],
    ['He walks with a cane outdoors.', 'Able to walk unaided'],
    ['He walks with a cane.', 'Able to walk with or without a walking aid'],
    ['He does not walk with a cane.', 'Able to walk without an assistive device'],
    ['He is seen in the clinic and is referred to the ward.', 'Hospitalized patients with gout'],
    ['He is seen in the outpatient clinic.', 'Patients hospitalized within the last year'],
    ['Oxygen saturation is 84% on room air.', 'Requiring supplemental oxygen'],
    ['Oxygen saturation is 97% on room air.', 'Requiring oxygen or antibiotics'],
    ['He was on room air, then he was intubated.', 'Intubated patients in the ICU'],
  ] as const)
    assert.notEqual(required(text, note), 'not met', `${note} | ${text}`)
})
