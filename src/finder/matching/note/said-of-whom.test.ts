import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { Patient } from '../patient/patient.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()
const read = (note: string): Patient => readNote(note, { vocabulary })
/** How a note speaks of a term: `present`, `absent`, `possible`, `past`, `family` or nothing. */
function saidOf(note: string, term: string): string | undefined {
  const found = read(note).findings.find((one) => one.term === term)
  if (!found) return undefined
  if (found.of === 'family') return 'family'
  return found.presence === 'present' && found.when === 'history' ? 'past' : found.presence
}
const usedIn = (note: string, name: string) =>
  read(note).treatments.find((one) => one.name === name || one.drugs?.includes(name))

test('a measured insulin is not taken, in whichever language', () => {
  for (const note of ['Insuline à jeun à 12 mUI/L.', 'Fasting insulin 14 mU/L.'])
    assert.equal(usedIn(`Femme de 62 ans. ${note}`, 'insuline'), undefined, note)
})

test('what is on the child, the twin or the mother who brings is not the person’s', () => {
  const mother = '34-year-old woman consulting about a rash on the face of her child.'
  assert.equal(saidOf(mother, 'Exanthema'), 'family')
  assert.equal(
    saidOf('Garçon de 4 ans amené par sa mère, qui est asthmatique.', 'Asthma'),
    'family',
  )
  assert.equal(saidOf('Homme de 70 ans. Père dément (Alzheimer).', 'Alzheimer Disease'), 'family')
  const twin = read('Enfant de 8 ans, mucoviscidose. Sa sœur jumelle est colonisée au pyo.')
  assert.equal(twin.sex, undefined)
})

test('having no home denies nothing else', () => {
  assert.equal(
    saidOf('50-year-old man, no fixed abode, COPD.', 'Pulmonary Disease, Chronic Obstructive'),
    'present',
  )
})

test('a doubt is of what follows it, and a question or a visitor’s asking states nothing', () => {
  assert.equal(saidOf("78-year-old man. Dementia likely Alzheimer's.", 'Dementia'), 'present')
  assert.equal(
    saidOf("78-year-old man. Dementia likely Alzheimer's.", 'Alzheimer Disease'),
    'possible',
  )
  assert.equal(
    saidOf('Homme 64 ans. FA connue ? Aucun dossier.', 'Atrial Fibrillation'),
    'possible',
  )
  const lynch = 'Colorectal Neoplasms, Hereditary Nonpolyposis'
  assert.equal(saidOf('55-year-old man. Daughter asked about Lynch.', lynch), 'mentioned')
  assert.equal(saidOf('34 y man. Never treated for TB before.', 'Tuberculosis'), 'mentioned')
  const care = 'Femme de 82 ans. Pas de prothèse valvulaire mécanique.'
  assert.equal(saidOf(care, 'Heart Valve Diseases'), undefined)
})

test('after a birth is now, and a use that ended is past', () => {
  assert.equal(saidOf('3 months post partum, 30 years, mastitis.', 'Mastitis'), 'present')
  assert.equal(read('3 months post partum, 30 years, mastitis.').age?.value, 30)
  const student = '33 yo man. Heavy cannabis as a student, none for 6 years.'
  assert.equal(saidOf(student, 'Marijuana Use'), 'past')
})

test('failures in a list are past, and what is planned once a week is not taken', () => {
  const note = 'Patient de 29 ans. Deux échecs antérieurs : olanzapine 20 mg, aripiprazole.'
  assert.equal(usedIn(note, 'aripiprazole')?.course, 'failed')
  const plan = 'T2DM 55 y male. Plan semaglutide 0.25 weekly if endocrine OK.'
  assert.equal(usedIn(plan, 'semaglutide')?.course, 'planned')
})

test('pack-years are no share of a breath, and "K+" names its value', () => {
  const smoker = read('Homme, 63 ans, BPCO, VEMS 41 %, 45 PA.').measures
  assert.deepEqual(
    smoker.map(({ what, value }) => `${what} ${value}`),
    ['fev1 41'],
  )
  assert.equal(read('Homme 71 ans. K+ 4,6 mmol/L.').measures[0]?.what, 'potassium')
  assert.equal(read('Leo, a 7-year-old boy (24 kg) with asthma.').measures[0]?.what, 'weight')
})

test('what stands behind a colon denies, or tells of an illness that is there, or leaves it open', () => {
  for (const [note, term, said] of [
    ['54-year-old man. HIV: negative. Hepatitis B: negative.', 'HIV Infections', 'absent'],
    ['Homme de 54 ans. VIH : négatif.', 'HIV Infections', 'absent'],
    [
      '62-year-old woman. Breast cancer: ER positive, HER2 negative.',
      'Breast Neoplasms',
      'present',
    ],
    ['62-year-old woman. Asthma: moderate persistent, spirometry planned.', 'Asthma', 'present'],
    ['Femme de 62 ans. Cancer du sein : opéré, scanner en attente.', 'Breast Neoplasms', 'present'],
    [
      'Femme de 62 ans. Sclérose en plaques : IRM non encore faite.',
      'Multiple Sclerosis',
      'possible',
    ],
    ['40-year-old man. Asthma: suspected by his doctor.', 'Asthma', 'possible'],
    ['40-year-old man. Syphilis: RPR negative.', 'Syphilis', 'possible'],
  ] as const)
    assert.equal(saidOf(note, term), said, note)
})

test('attention is a name as well as a warning, and what is done by a plan is no hearsay', () => {
  for (const [note, term, said] of [
    ['Garçon de 8 ans. Troubles de l’attention, épilepsie.', 'Epilepsy', 'present'],
    ['Homme de 60 ans. Attention, asthme sévère.', 'Asthma', 'present'],
    ['Homme de 60 ans. Attention au diabète.', 'Diabetes Mellitus', 'mentioned'],
    ['Femme de 60 ans. Cancer du sein traité d’après la RCP.', 'Breast Neoplasms', 'present'],
    ['Homme de 60 ans. Diabète équilibré selon le dernier bilan.', 'Diabetes Mellitus', 'present'],
    ['Homme de 40 ans. Asthme selon sa mère.', 'Asthma', 'possible'],
    [
      '60-year-old woman. Breast cancer graded according to the guidelines.',
      'Breast Neoplasms',
      'present',
    ],
    ['60-year-old man. Asthma according to his wife.', 'Asthma', 'possible'],
  ] as const)
    assert.equal(saidOf(note, term), said, note)
})

test('a share of the white cells is not taken for their number', () => {
  const eosinophils = (note: string) =>
    read(`54-year-old man. ${note}`).measures.find(({ what }) => what === 'eosinophils')?.unit
  assert.equal(eosinophils('Eosinophils 4.'), undefined)
  assert.equal(eosinophils('Eosinophils 0.4.'), '10*9/L')
  assert.equal(eosinophils('Eosinophils 450.'), '/uL')
})
