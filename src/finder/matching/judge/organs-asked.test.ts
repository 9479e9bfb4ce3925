import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()
const today = '2026-11-23'

function exclusion(criterion: string, note: string): string {
  const patient = readNote(note, { vocabulary, today })
  return judgeCriterion(criterion, 'exclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

test('an exclusion of the disease of an organ is never clear for who has any illness of that organ', () => {
  for (const [note, criterion] of [
    ['Constrictive pericarditis.', 'Pericardial disease'],
    ['Péricardite constrictive.', 'Active pericardial disease'],
    ['Aortic stenosis.', 'Significant valvular disease'],
    ['Endocarditis of the mitral valve.', 'Valve disorder'],
    ['Nephrotic syndrome.', 'Renal disease'],
    ['Hepatic steatosis.', 'Hepatic disorder'],
    ['Graves disease.', 'Thyroid disorder'],
    ['Retinal detachment.', 'Retinopathy'],
    ['Macular degeneration.', 'Any retinal pathology'],
    ['Addison disease.', 'Disorders of the adrenal glands'],
    ['Achalasia.', 'Esophageal disorders'],
    ['Achalasie.', 'Maladie de l’œsophage'],
    ['Rotator cuff tear.', 'Shoulder pathology'],
    ['Diverticulitis.', 'Colonic disease'],
    ['Varicose veins.', 'Venous disease'],
    ['Polymyositis.', 'Muscle disease'],
    ['Onychomycosis.', 'Nail, hair or scalp disorders'],
    ['He has a frozen shoulder.', 'Prior injury or disease of the shoulder'],
  ] as const)
    assert.notEqual(exclusion(criterion, note), 'met', `${note} / ${criterion}`)
})

test('an illness of one organ leaves the diseases of another clear, and so does what is normal', () => {
  for (const [note, criterion] of [
    ['A man with gout.', 'Pericardial disease'],
    ['Retinal detachment.', 'Esophageal disorders'],
    ['Fundoscopy: retina normal.', 'Retinal disease'],
    ['Dental caries.', 'Oral anticoagulants for cardiac disease'],
    ['A wrist fracture.', 'Hand, foot and mouth disease'],
    ['Sinus rhythm.', 'Nasal disease'],
  ] as const)
    assert.equal(exclusion(criterion, note), 'met', `${note} / ${criterion}`)
})
