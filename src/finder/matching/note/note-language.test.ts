import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { Patient } from '../patient/patient.ts'
import { said, taken } from '../../../testing/said-in-notes.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()

function read(note: string): Patient {
  return readNote(note, { vocabulary })
}

function measured({ measures }: Patient, what: string): readonly string[] {
  return measures
    .filter((one) => one.what === what)
    .map(({ value, unit, earlier }) => `${value} ${unit}${earlier ? ' earlier' : ''}`)
}

test('a denial does not reach what a list states anew', () => {
  const stools = read('Four stools a day, no blood in stool, mild abdominal pain.')
  assert.equal(said(stools, 'Abdominal Pain'), 'present now patient')
  const heart = read('Atrial fibrillation not anticoagulated, hypercholesterolaemia.')
  assert.equal(said(heart, 'Hypercholesterolemia'), 'present now patient')
  assert.equal(said(read('Denies fever, chills, nausea.'), 'Nausea'), 'absent now patient')
})

test('one word in the plural denies or ends a whole list', () => {
  const tests = read('Patient vu ce jour. VIH, VHB et VHC négatifs.')
  for (const term of ['HIV Infections', 'Hepatitis B', 'Hepatitis C'])
    assert.equal(said(tests, term), 'absent now patient', term)
  const over = read('Fever for 8 days, conjunctivitis and rash in July, all resolved.')
  for (const term of ['Fever', 'Conjunctivitis', 'Exanthema'])
    assert.equal(said(over, term), 'present history patient', term)
  const antibodies = read('Myasthénie anti-MuSK positive, anti-RACh négatifs chez ce patient.')
  assert.equal(said(antibodies, 'Myasthenia Gravis'), 'present now patient')
})

test('"triple negative" and "HER2-negative" deny no cancer', () => {
  const note = 'Cancer du sein gauche triple négatif chez une patiente de 50 ans.'
  assert.equal(said(read(note), 'Breast Neoplasms'), 'present now patient')
  assert.match(said(read('HER2-negative breast cancer.'), 'Breast Neoplasms') ?? '', /^present now/)
})

test('an operation or a year of diagnosis does not end an illness', () => {
  const crohn = read('Maladie de Crohn iléale chez un patient de 27 ans, opéré en 2021.')
  assert.equal(said(crohn, 'Crohn Disease'), 'present now patient')
  const leukaemia = read('LLC diagnostiquée en 2016, suivie chez ce patient.')
  assert.equal(said(leukaemia, 'Leukemia, Lymphocytic, Chronic, B-Cell'), 'present now patient')
  assert.equal(
    said(read('Depression treated with sertraline.'), 'Depressive Disorder'),
    'present now patient',
  )
})

test('what a medicine was stopped for is over with it', () => {
  for (const [note, term] of [
    ['Azathioprine stopped due to pancreatitis.', 'Pancreatitis'],
    ['Azathioprine mal supportée (pancréatite) chez le patient.', 'Pancreatitis'],
    ['Adalimumab stopped for a psoriasiform rash.', 'Exanthema'],
    ['Étoricoxib arrêté : gastrite. Le patient va bien.', 'Gastritis'],
  ] as const)
    assert.equal(said(read(note), term), 'present history patient', note)
})

test('treatments that were stopped, tried, refused or are to come are told apart', () => {
  for (const [note, name, wanted] of [
    ['Depression, off sertraline since 2022.', 'sertraline', 'present history'],
    ['Previously tried liraglutide.', 'liraglutide', 'present history'],
    ['PREVIOUSLY CARBOPLATIN, NOW STABLE.', 'carboplatin', 'present history'],
    ['Le patient : pentasa (5-ASA) arrêté.', 'pentasa', 'present history'],
    [
      'Échec d’interféron puis de fingolimod. Le patient va bien.',
      'fingolimod',
      'present history failed',
    ],
    ['Infliximab : perte de réponse chez ce patient.', 'infliximab', 'present history failed'],
    ['Venetoclax to be added.', 'venetoclax', 'possible now planned'],
    ['He declines surgery, opts for radiotherapy.', 'radiotherapy', 'possible now planned'],
    ['Plan: tranexamic acid with menses, ferrous sulfate.', 'ferrous', 'possible now planned'],
    ['Patient éligible à une chimiothérapie.', 'chimio', 'possible now planned'],
    ['No kidney transplant planned yet.', 'kidney', 'absent now'],
    ['Vedolizumab depuis janvier 2025 chez ce patient.', 'vedolizumab', 'present now'],
    ['Mépolizumab débuté en mars chez ce patient.', 'mépolizumab', 'present now'],
    ['PMH: hypertension (amlodipine), asthma.', 'amlodipine', 'present now'],
    ['Zoster prophylaxis with valacyclovir.', 'valacyclovir', 'present now'],
  ] as const)
    assert.equal(taken(read(note), name), wanted, note)
})

test('a medicine is known by a part of a combination and by its French end', () => {
  const fibrosis = read('He takes elexacaftor/tezacaftor/ivacaftor and efgartigimod.')
  for (const name of ['elexacaftor', 'tezacaftor', 'efgartigimod'])
    assert.equal(taken(fibrosis, name), 'present now', name)
  assert.equal(taken(read('Le patient est sous darbépoétine.'), 'darbépoétine'), 'present now')
})

test('a value belongs to the measure that is named next to it', () => {
  const ions = read('Potassium 4.9 mmol/L, ACTH 340 pg/mL, IgE 230 kU/L, eos 0.9 x10^9/L.')
  assert.deepEqual(measured(ions, 'potassium'), ['4.9 mmol/L'])
  assert.deepEqual(measured(ions, 'acth'), ['340 pg/mL'])
  assert.deepEqual(measured(ions, 'eosinophils'), ['0.9 10*9/L'])
  assert.deepEqual(measured(read('LDH 620 U/L (N<250), CRP 4 mg/L (<5).'), 'ldh'), ['620 U/L'])
})

test('numbers are read as notes write them', () => {
  for (const [note, what, wanted] of [
    ['CRP fell from 180 to 4 mg/L.', 'crp', ['180 mg/L earlier', '4 mg/L']],
    [
      'CA 19-9 1 250 U/mL (était à 3 400) chez le patient.',
      'ca199',
      ['1250 U/mL', '3400 U/mL earlier'],
    ],
    ['DEXA T-score -2.6.', 'boneDensity', ['-2.6 1']],
    ['Patient apathique, T° 36°8.', 'temperature', ['36.8 Cel']],
    ['Le patient va bien, VS 18 mm.', 'esr', ['18 mm/h']],
    ['HTA gravidique : 150/95 mmHg chez la patiente.', 'systolicPressure', ['150 mm[Hg]']],
    ['wbc 12.1, plt: 90', 'leukocytes', ['12.1 10*9/L']],
  ] as const)
    assert.deepEqual(measured(read(note), what), wanted, note)
})

test('words around a name may make something else of it', () => {
  for (const [note, term] of [
    ['CRP fell from 90 to 10 mg/L.', 'Falls'],
    ['Tetanus given, rubella immune.', 'Tetanus'],
    ['Patiente rubéole immunisée.', 'Rubella'],
    ['Sputum negative.', 'Sputum Production'],
    ['Amyloid PET positive.', 'Amyloidosis'],
    ['Mother is GBS positive, baby well.', 'Guillain-Barre Syndrome'],
    ['Asthme à éosinophiles chez la patiente.', 'Eosinophilia'],
    ['Patiente ménopausée.', 'Hot Flashes'],
    ['Désir de grossesse chez la patiente.', 'Infertility'],
    ['Le patient a une impotence fonctionnelle.', 'Erectile Dysfunction'],
    ['Patiente vue ce jour. Tension 12/7.', 'Hypertension'],
    ['Patient vu. Anévrisme cérébral recherché : absent.', 'Aortic Aneurysm'],
  ] as const)
    assert.equal(said(read(note), term), undefined, note)
})

test('an age is that of the person, whatever stands about it', () => {
  for (const [note, years] of [
    ['CKD: stage 3\nAge: 72 Sex: M', 72],
    ['50 year-old postmenopausal woman.', 50],
    ['Vitiligo in a 37yo lady.', 37],
    ['She just turned 4 and has a rash.', 4],
    ['M. Ahmed K. 70 ans hémiplégie gauche brutale.', 70],
  ] as const)
    assert.equal(read(note).age?.value, years, note)
})

test('sex is read from a sign, a label and "M." before a name', () => {
  for (const [note, sex] of [
    ['69yo ♂ with glaucoma.', 'MALE'],
    ['Patient: F, asthma.', 'FEMALE'],
    ['M. Ahmed K. 70 ans hémiplégie gauche brutale.', 'MALE'],
    ['Patient 49 ans, toux depuis hier.', 'MALE'],
    ['Vue : pte 32 ans, toux depuis hier.', 'FEMALE'],
  ] as const)
    assert.equal(read(note).sex?.value, sex, note)
})

test('a note written for a grown relative is about the relative, in its own words', () => {
  const father = read('My dad is 71 and has gout. I have asthma. He doesn’t smoke anymore.')
  assert.equal(father.age?.value, 71)
  assert.equal(father.sex?.value, 'MALE')
  assert.equal(father.smoking?.value, 'former')
  assert.equal(said(father, 'Gout'), 'present now patient')
  assert.equal(said(father, 'Asthma'), 'present now family')
  assert.match(father.age.evidence.text, /^My dad is 71/)
  const mother = read('Ma mère a 83 ans et souffre de goutte. Moi j’ai 55 ans.')
  assert.equal(mother.age?.value, 83)
  assert.equal(mother.sex?.value, 'FEMALE')
  const own = read('My mother has breast cancer. I am 40 and have gout.')
  assert.equal(said(own, 'Breast Neoplasms'), 'present now family')
})

test('how long something has lasted does not make it past', () => {
  const gait = read('She has a two year history of urinary incontinence.')
  assert.equal(said(gait, 'Urinary Incontinence'), 'present now patient')
  assert.equal(said(read('History of pneumonia.'), 'Pneumonia'), 'present history patient')
  const old = read('La patiente a une HTA ancienne, une toux, un reflux.')
  assert.equal(said(old, 'Gastroesophageal Reflux'), 'present now patient')
})

test('a maternal illness is a relative’s in a child’s note', () => {
  const child = read('A 6-year-old boy with rash. Maternal asthma.')
  assert.equal(said(child, 'Asthma'), 'present now family')
})

test('what a label answers with a year or with childhood is past', () => {
  const note = read('Homme de 63 ans.\nAsthme : dans l’enfance\nAVC : 2018, sans séquelle')
  assert.equal(said(note, 'Asthma'), 'present history patient')
  assert.equal(said(note, 'Stroke'), 'present history patient')
})

test('a treatment of what was before, or with its length behind it, is past', () => {
  for (const [note, name, wanted] of [
    ['Il a eu une otite le mois dernier traitée par augmentin.', 'augmentin', 'present history'],
    ['Syphilis 2021 treated with penicillin.', 'penicillin', 'present history'],
    ['Nouveau-né de 6 jours, CPAP 48 h.', 'cpap', 'present history'],
    ['Pour ce patient, arrêter Tahor, poursuivre Kardégic.', 'tahor', 'present history'],
    ['Pour ce patient, arrêter Tahor, poursuivre Kardégic.', 'kardégic', 'present now'],
    ['Doxycycline, clindamycin all failed.', 'doxycycline', 'present history failed'],
    ['Patiente, TENS refusé.', 'tens', 'absent now refused'],
  ] as const)
    assert.equal(taken(read(note), name), wanted, note)
  const tried = read(
    'Chez la patiente ont été essayés : Laroxyl (somnolence), Lyrica (prise de poids).',
  )
  assert.equal(said(tried, 'Weight Gain'), 'present history patient')
})

test('what no list names is kept as it is written where the sentence says what it is', () => {
  assert.equal(said(read('Marrow: no blast excess today.'), 'Blast excess'), 'absent now patient')
  assert.equal(said(read('No history, no change, no treatment.'), 'Change'), undefined)
  assert.equal(taken(read('Zorbinexol 20 mg daily.'), 'zorbinexol'), 'present now')
  assert.equal(taken(read('Le patient est sous Zorbinexol.'), 'zorbinexol'), 'present now')
  assert.deepEqual(read('Lost 20 mg, weight 80 kg, urine protein 20 mg.').treatments, [])
})

test('what was done in a month is not to come, and what was found long ago is not over', () => {
  const graft = read('Il a eu une autogreffe en juin et il prend du Revlimid.')
  assert.equal(taken(graft, 'autogreffe'), 'present history')
  assert.equal(taken(graft, 'revlimid'), 'present now')
  assert.equal(taken(read('Tacrolimus was swapped for MMF in May.'), 'mmf'), 'present now')
  const found = read('On lui a trouvé un myélome il y a un an, le patient va bien.')
  assert.equal(said(found, 'Multiple Myeloma'), 'present now patient')
  assert.equal(
    said(read('Message from mum: he coughs. I have gout.'), 'Gout'),
    'present now family',
  )
})

test('a parent or partner who writes in a sentence or two is understood', () => {
  const boy = read('My son, 8 months old, has Kawasaki disease. My mother has diabetes.')
  assert.equal(boy.age?.value, 8)
  assert.equal(boy.sex?.value, 'MALE')
  assert.equal(said(boy, 'Mucocutaneous Lymph Node Syndrome'), 'present now patient')
  assert.equal(said(boy, 'Diabetes Mellitus'), 'present now family')
  for (const [note, sex, term] of [
    ['My 3-year-old daughter has epilepsy.', 'FEMALE', 'Epilepsy'],
    ['My husband, 60, has lung cancer.', 'MALE', 'Lung Neoplasms'],
    ['Mon mari a un cancer de la prostate.', 'MALE', 'Prostatic Neoplasms'],
    ['Mon fils est asthmatique et ma femme est diabétique.', 'MALE', 'Asthma'],
    ['My son has asthma and my daughter is healthy.', 'MALE', 'Asthma'],
  ] as const) {
    assert.equal(read(note).sex?.value, sex, note)
    assert.equal(said(read(note), term), 'present now patient', note)
  }
})

test('who tells of their own age or illness is the person, whoever else is named', () => {
  const own = read('I am 40 and have lupus. My son has asthma.')
  assert.equal(own.age?.value, 40)
  assert.equal(own.sex, undefined)
  assert.equal(said(own, 'Lupus Erythematosus, Systemic'), 'present now patient')
  assert.equal(said(own, 'Asthma'), 'present now family')
  assert.equal(read('My partner has gout.').sex, undefined)
})
