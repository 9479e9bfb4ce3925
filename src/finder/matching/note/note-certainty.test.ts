import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { Finding, Treatment } from '../patient/patient.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()
const read = (note: string) => readNote(note, { vocabulary })

function finding(note: string, words: string): string | undefined {
  const all = read(note).findings.filter((one) => one.words.toLowerCase().includes(words))
  return all.map(({ presence, when, of }: Finding) => `${presence} ${when} ${of}`)[0]
}

function course(note: string, name: string): string | undefined {
  const all = read(note).treatments.filter((one) => one.name.includes(name))
  return all.map(({ presence, when, course: how }: Treatment) =>
    [presence, when, how].filter(Boolean).join(' '),
  )[0]
}

test('a sign in brackets, a list of what never was and a doubt reach as far as a reader lets them', () => {
  for (const [note, words, said] of [
    ['ROS: (+) fatigue, night sweats. (-) cough, rash.', 'rash', 'absent now patient'],
    ['ROS: (+) fatigue, night sweats. (-) cough, rash.', 'night', 'present now patient'],
    ["Pas d'ATCD de phlébite, EP, AVC.", 'avc', 'absent history patient'],
    ['Exacerbation of COPD vs heart failure.', 'copd', 'possible now patient'],
    ['Pneumonia unlikely.', 'pneumonia', 'possible now patient'],
    ['Concussion last month - never confirmed.', 'concussion', 'possible history patient'],
    ['Crohn disease in remission on adalimumab.', 'crohn', 'present now patient'],
    ['Anémie ferriprive : guérie.', 'anémie', 'present history patient'],
    ['Lymphoma treated in 2010, in remission.', 'lymphoma', 'present history patient'],
    ['Latent TB treated with isoniazid in 2010.', 'latent', 'present history patient'],
    ['Tuberculose traitée par isoniazide en 2010.', 'tuberculose', 'present history patient'],
    ['Eczema as a baby, gone now.', 'eczema', 'present history patient'],
    ['She has had a cough for three weeks.', 'cough', 'present now patient'],
    ['He had a stroke.', 'stroke', 'present history patient'],
    [
      'Homme de 59 ans, cirrhose alcoolique, sevré depuis 2 ans.',
      'cirrhose',
      'present now patient',
    ],
    ['SEP depuis 2014 chez une femme de 41 ans.', 'sep', 'present now patient'],
  ] as const)
    assert.equal(finding(note, words), said, note)
})

test('whose illness it is holds over a comma, a brother and the one who brings the child', () => {
  for (const [note, words] of [
    ['70M, LUTS. Bladder cancer in brother.', 'bladder'],
    ['Garçon de 15 ans. Vit chez sa grand-mère, diabétique.', 'diabétique'],
    ['Nouveau-né de 3 jours. Mère O+, ayant présenté une pré-éclampsie.', 'éclampsie'],
  ] as const)
    assert.equal(finding(note, words)?.split(' ')[2], 'family', note)
  const child = read(
    'Mother reports her son (11 months) has had diarrhoea. She is 20 weeks pregnant herself.',
  )
  assert.equal(child.age?.value, 11)
  assert.equal(child.pregnant, undefined)
  assert.equal(child.findings[0]?.of, 'patient')
})

test('a word that means something else beside its neighbours states no disease', () => {
  for (const [note, words] of [
    ['PSA rose from 12 to 45 ng/mL.', 'psa'],
    ['PR séropositive depuis 2011.', 'séropositive'],
    ['Genou : ménisques intacts.', 'ménisques'],
    ['Stents coronaires en 2012.', 'coronaires'],
    ['Hepatitis B immune (vaccinated).', 'hepatitis'],
    ['Sous pirfénidone.', 'pirfénidone'],
  ] as const)
    assert.equal(finding(note, words), undefined, note)
  assert.equal(
    finding('Cirrhosis. HCC surveillance US: no lesion.', 'hcc'),
    'mentioned now patient',
  )
  assert.equal(read('TB screen: PPD negative.').smoking, undefined)
})

test('a treatment that ended, that something stands in for or that was only asked about is not taken', () => {
  for (const [note, name, said] of [
    ['Hepatitis C cured 2018 with sofosbuvir.', 'sofosbuvir', 'present history'],
    ['Lymphoma treated with rituximab in 2010.', 'rituximab', 'present history'],
    ['Sous létrozole jusqu’en 2021.', 'létrozole', 'present history'],
    ['Pochite traitée par ciprofloxacine le mois dernier.', 'ciprofloxacine', 'present history'],
    [
      'Prior therapies included infliximab, vedolizumab and ustekinumab.',
      'ustekinumab',
      'present history',
    ],
    ['A eu infliximab, védolizumab, ustékinumab.', 'ustékinumab', 'present history'],
    ['Tacrolimus; prednisone off since 2018.', 'prednisone', 'present history'],
    ['PTU started instead of carbimazole.', 'carbimazole', 'mentioned now'],
    ['On growth hormone? Not yet.', 'growth', 'absent now'],
    ['Benzodiazepines: denies.', 'benzo', 'absent now'],
    ['Rupture de traitement depuis 3 mois (aripiprazole).', 'aripiprazole', 'present history'],
    ['Prednisolone weaned to 5 mg alternate days.', 'prednisolone', 'present now'],
    ['Pre-op: 60F for L TKA.', 'tka', 'possible now planned'],
  ] as const)
    assert.equal(course(note, name), said, note)
  assert.deepEqual(read('No PCN allergy. Not allergic to penicillin.').allergies, [])
  assert.equal(read('Méropénème (anaphylaxie à la pénicilline).').allergies[0]?.presence, 'present')
})

test('numbers are of what they stand with: a gene, a loss of weight and another fluid are no values', () => {
  const values = (note: string) => read(note).measures.map(({ what, value }) => `${what} ${value}`)
  assert.deepEqual(values('EGFR exon 19 deletion.'), [])
  assert.deepEqual(values('Weight loss 6 kg.'), [])
  assert.deepEqual(values('LP: WBC 2.'), [])
  assert.deepEqual(values('Na 138 K 4.1 Cl 102 Cr 0.9 Glu 104'), [
    'sodium 138',
    'potassium 4.1',
    'chloride 102',
    'creatinine 0.9',
    'glucose 104',
  ])
  const [psa, before] = read('PSA 6.8 ng/mL (2019: 3.1).').measures
  assert.equal(psa?.earlier, undefined)
  assert.equal(before?.earlier, true)
})

test('an age is the person’s: not since when, not a baby at the breast, not a room', () => {
  for (const [note, value, unit] of [
    ["Étudiante de 19 ans, migraine depuis l'âge de 14 ans.", 19, 'year'],
    ['Pt seen with interpreter. 39F, declines as breastfeeding 5 month old.', 39, 'year'],
    ['Transmission : ch. 12, M. B. 49 a, J3 cholécystectomie.', 49, 'year'],
    ['Newborn, 36 hours old, term girl.', 1, 'day'],
    ['Sexe M Âge 63 Taille 178 cm. LLC stade A, vénétoclax en cours.', 63, 'year'],
  ] as const) {
    const { age } = read(note)
    assert.deepEqual([age?.value, age?.unit], [value, unit], note)
  }
  assert.equal(read('Nouveau-né, 5 jours de vie, adressé pour ictère.').sex, undefined)
  assert.equal(read('Ex-smoker. Walked 310 m. Stopped 1999.').sex, undefined)
})

test('what a word reaches ends where a reader ends it: a list of tests, a word for the mother, a time', () => {
  for (const [note, words, said] of [
    ['Gonorrhoea, syphilis and HIV negative.', 'gonorrhoea', 'absent now patient'],
    ['NICU. Ex-26 weeker. Maternal preeclampsia.', 'preeclampsia', 'present now family'],
    ['Fille de 3 jours. Prééclampsie maternelle.', 'prééclampsie', 'present now family'],
    ['F 82 ans, chute non vue, hanche douloureuse.', 'chute', 'present now patient'],
    ['Varicella exposure at school.', 'varicella', 'mentioned now patient'],
    ['Fabry disease. Stroke at 39 without residual.', 'stroke', 'present history patient'],
  ] as const)
    assert.equal(finding(note, words), said, note)
  assert.equal(finding('F 19 ans, douleur. DDR il y a 3 semaines.', 'ddr'), undefined)
  assert.equal(finding('H 31 ans, lymphome de Hodgkin IIA.', 'iia'), undefined)
  assert.equal(read('M. Petit, 66 ans : cancer. Sevré, 45 PA.').smoking?.value, 'former')
  assert.equal(read('40-year-old woman. 20 pack-years.').smoking, undefined)
  assert.equal(
    read('Contrôle de DAI. Fils porteur de la mutation. Patiente de 49 ans.').sex?.value,
    'FEMALE',
  )
  for (const [note, name, course_] of [
    ['PDA closed with ibuprofen.', 'ibuprofen', 'present history'],
    ['RDS resolved, extubated day 4, on CPAP 6 cm.', 'cpap', 'present now'],
    ['CMV treated with valganciclovir until June.', 'valganciclovir', 'present history'],
    ['She declined risk-reducing mastectomy for now.', 'mastectomy', 'absent now refused'],
  ] as const)
    assert.equal(course(note, name), course_, note)
})

test('a mother who nurses, a pregnancy told in weeks and a man whose brother is ill are who the note is about', () => {
  const nursing = read('Breastfeeding mother, mastitis of the left breast.')
  assert.equal(nursing.sex?.value, 'FEMALE')
  assert.equal(read('Allaitante, 30 ans, dépression.').sex?.value, 'FEMALE')
  assert.equal(read('34 y/o G3P2 presenting at 31w with bleeding.').pregnant?.value, 'yes')
  assert.equal(
    read('Patient is a 67-year-old man whose brother died of colon cancer.').age?.value,
    67,
  )
})

test('what is asked before a treatment is begun is neither said nor denied', () => {
  for (const note of [
    'Will start propranolol if no asthma.',
    'Start propranolol unless asthmatic.',
    'If no contraindication and no asthma, start propranolol.',
    'Débuter propranolol si pas d’asthme.',
    'En l’absence d’asthme, débuter un bêtabloquant.',
  ])
    assert.equal(finding(note, 'asthm'), 'mentioned now patient', note)
  assert.equal(finding('No asthma, start propranolol.', 'asthma'), 'absent now patient')
  assert.equal(course('No asthma, start propranolol.', 'propranolol'), 'possible now planned')
})

test('what somebody fears, thinks or is sure to have is possible', () => {
  for (const [note, words] of [
    ['He fears he has Alzheimer disease.', 'alzheimer'],
    ['She is convinced that she has Lyme disease.', 'lyme'],
    ['Mother thinks he has asthma.', 'asthma'],
    ['Il pense avoir une maladie de Lyme.', 'lyme'],
    ['Craint d’avoir un cancer du pancréas.', 'cancer'],
  ] as const)
    assert.equal(finding(note, words), 'possible now patient', note)
})

test('what another pregnancy had, and drink that was given up, is of before', () => {
  for (const [note, words] of [
    ['Diabète gestationnel lors de la première grossesse.', 'gestationnel'],
    ['1ère grossesse compliquée de diabète gestationnel.', 'gestationnel'],
    ['First pregnancy complicated by preeclampsia.', 'preeclampsia'],
    ['Alcohol: quit 2 years ago.', 'alcohol'],
    ['EtOH: sober since 2019.', 'etoh'],
    ['Alcool : sevré.', 'alcool'],
  ] as const)
    assert.equal(finding(note, words), 'present history patient', note)
  assert.equal(read('Alcohol: quit 2 years ago.').smoking, undefined)
  assert.equal(read('Gestational diabetes in her first pregnancy.').pregnant, undefined)
})

test('the illness of whom one gives an organ to or cares for is theirs', () => {
  for (const [note, words] of [
    ['Donated a kidney to her sister with kidney failure.', 'kidney failure'],
    ['Gave a kidney to his brother for end-stage renal disease.', 'end-stage'],
    ['A donné un rein à sa sœur en IRC terminale.', 'irc'],
    ['Don de rein à son frère insuffisant rénal.', 'insuffisant'],
    ['Cares for his wife with dementia.', 'dementia'],
  ] as const)
    assert.equal(finding(note, words), 'present now family', note)
  assert.equal(
    finding('Donated a kidney to her sister. Has hypertension.', 'hypert'),
    'present now patient',
  )
})

test('a heading without a colon tells what its list is', () => {
  const note =
    'PMH\n- Appendectomy\nMEDS\n- levothyroxine\nALLERGIES\n- sulfa\nFH\n- mother: ovarian cancer'
  assert.equal(course(note, 'levothyroxine'), 'present now')
  assert.deepEqual(
    read(note).allergies.map(({ name }) => name),
    ['sulfa'],
  )
  assert.equal(finding(note, 'ovarian'), 'present now family')
})

test('treatment since a year goes on although another failed, and tobacco zero is none', () => {
  assert.equal(course('PR sous MTX depuis 2018, échec de l’Humira.', 'mtx'), 'present now')
  assert.equal(read('Homme de 70 ans. Diabète : non. Tabagisme : 0.').smoking?.value, 'never')
  assert.equal(
    read('Sa femme est suivie pour un lymphome. Lui-même a une dépression.').sex?.value,
    'MALE',
  )
})

test('who comes is told after the lists, and a day of illness is no unit', () => {
  assert.equal(
    finding('PMH\n- Appendectomy\n71 y/o male with falls.', 'falls'),
    'present now patient',
  )
  const { measures } = read('Enfant de 18 mois. Fièvre 39,2 J2, otite gauche.')
  assert.deepEqual(
    measures.map(({ what, value }) => [what, value]),
    [['temperature', '39.2']],
  )
  assert.equal(read('44F. SH: no tob, no EtOH.').smoking?.value, 'never')
  assert.equal(read('73 ans, F. Diabète.').sex?.value, 'FEMALE')
})
