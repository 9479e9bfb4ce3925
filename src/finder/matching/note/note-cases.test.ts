import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import type { Patient } from '../patient/patient.ts'
import { said, taken } from '../../../testing/said-in-notes.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()

function read(note: string, today?: string): Patient {
  return readNote(note, { vocabulary, ...(today && { today }) })
}

function months({ age }: Patient): number {
  return Math.round((age?.minDays ?? -1) / 30.4375)
}

test('parts of a year and years with months are counted to the month', () => {
  for (const [note, wanted] of [
    ['A 1.5-year-old boy with sarcoidosis.', 18],
    ['A boy, 2 years 3 months old, with sarcoidosis.', 27],
    ['Girl aged 4 and a half years, well.', 54],
    ['Enfant de 3 ans et demi, toux.', 42],
    ['Il a 2 ans et 5 mois. Il tousse.', 29],
    ['Nourrisson de 8 mois, fièvre.', 8],
    ['Forty-two-year-old man with gout.', 504],
    ['Femme de soixante-quinze ans, HTA.', 900],
  ] as const)
    assert.equal(months(read(note)), wanted, note)
  assert.equal(read('Neonate of 5 days with jaundice.').age?.value, 5)
})

test('an age from the day of birth is that on the date of the note, or else today', () => {
  assert.equal(read('Clinic 3 May 2025. DOB 10 June 2015. Girl with asthma.').age?.value, 9)
  assert.equal(read('Le 04/02/2026. Garçon né le 20/11/2024, toux.').age?.value, 14)
  assert.equal(read('DOB 10 June 2015. A girl with asthma.', '2026-01-01').age?.value, 10)
  assert.equal(read('DOB 10 June 2015. A girl with asthma.').age, undefined)
})

test('temperatures, catheters, tracers and doses are no ages', () => {
  for (const note of [
    'Temp 102 F and a 16F catheter.',
    '18F-FDG PET was negative.',
    'Sonde 18F en place, fièvre depuis 3 mois.',
    'Takes 40 mg of furosemide since 2 years.',
  ])
    assert.equal(read(note).age, undefined, note)
})

test('sex is read from labels, boxes and French agreement', () => {
  for (const [note, sex] of [
    ['Sex: Female\nAge: 34\nDx: sarcoidosis', 'FEMALE'],
    ['Sexe : M\nAge : 57 ans', 'MALE'],
    ['F [ ] M [x]. Asthma.', 'MALE'],
    ['72F with a cough.', 'FEMALE'],
    ['Mme D., 51 ans, toux.', 'FEMALE'],
    ['Âgée de 19 ans, asthme.', 'FEMALE'],
    ['H 64 ANS, TOUX.', 'MALE'],
  ] as const)
    assert.equal(read(note).sex?.value, sex, note)
})

test('smoking is the person’s own, and "no" as an answer is no', () => {
  for (const [note, smoking] of [
    ['40-year-old woman with sarcoidosis. She is not a smoker.', 'never'],
    ['40-year-old woman with sarcoidosis. Tobacco use: Never.', 'never'],
    ['8-month-old boy with sarcoidosis. Father smokes 10 cigarettes a day.', undefined],
    ['A 50-year-old man. Smoking: Yes.', 'current'],
    ['Homme de 50 ans, tabac sevré en 2015.', 'former'],
    ['Femme de 40 ans, non fumeuse.', 'never'],
    ['Homme de 60 ans, tabac 20 cig/j.', 'current'],
  ] as const)
    assert.equal(read(note).smoking?.value, smoking, note)
})

test('a denial ends where the history begins, and answers do not reach the next item', () => {
  const past = read('60-year-old man with sarcoidosis, no fever, s/p myocardial infarction.')
  assert.match(said(past, 'Fever') ?? '', /^absent/)
  assert.equal(said(past, 'Myocardial Infarction'), 'present history patient')
  const list = read('60-year-old woman with sarcoidosis. DM: no, asthma: yes, pneumonia: no')
  assert.match(said(list, 'Diabetes Mellitus') ?? '', /^absent/)
  assert.equal(said(list, 'Asthma'), 'present now patient')
  assert.match(said(list, 'Pneumonia') ?? '', /^absent/)
  const french = read(
    'Femme de 40 ans. Pas de fièvre, toux depuis 3 jours. Ni diarrhée ni vomissement.',
  )
  assert.match(said(french, 'Fever') ?? '', /^absent/)
  assert.equal(said(french, 'Cough'), 'present now patient')
  assert.match(said(french, 'Diarrhea') ?? '', /^absent/)
  assert.match(said(french, 'Vomiting') ?? '', /^absent/)
})

test('what relatives have is theirs, what parents tell is the child’s', () => {
  const boy = read('8-year-old boy with sarcoidosis. Mom has diabetes. Grandma had breast cancer.')
  assert.match(said(boy, 'Diabetes Mellitus') ?? '', /family$/)
  assert.match(said(boy, 'Breast Neoplasms') ?? '', /family$/)
  const brought = read(
    '3-year-old girl brought in by her parents with a cough. Dad reports vomiting.',
  )
  assert.equal(said(brought, 'Cough'), 'present now patient')
  assert.equal(said(brought, 'Vomiting'), 'present now patient')
  const french = read('Fille de 6 ans, amenée par sa mère pour céphalées. Père asthmatique.')
  assert.equal(said(french, 'Headache'), 'present now patient')
  assert.match(said(french, 'Asthma') ?? '', /family$/)
})

test('an abbreviation of several meanings is read only where the note supports one', () => {
  assert.equal(said(read('60-year-old woman. SpO2 98% RA.'), 'Arthritis, Rheumatoid'), undefined)
  assert.equal(
    said(read('Seropositive RA on methotrexate, 50-year-old woman.'), 'Arthritis, Rheumatoid'),
    'present now patient',
  )
  const capitals = read('ALL SYSTEMS NEGATIVE. 60-year-old woman with sarcoidosis.')
  assert.ok(!capitals.findings.some(({ term }) => term.includes('Leukemia')))
  assert.equal(said(read('40-year-old man. H/o MS.'), 'Multiple Sclerosis'), undefined)
  assert.equal(
    said(read('Femme de 33 ans, SEP traitée par natalizumab.'), 'Multiple Sclerosis'),
    'present now patient',
  )
})

test('a treatment is taken, ended, planned or refused; an allergy is none of these', () => {
  assert.equal(
    taken(read('60-year-old woman. Warfarin was discontinued last year.'), 'warfarin'),
    'present history',
  )
  const mixed = read(
    'Stop ramipril. Started losartan. To begin insulin next week. Declines statins.',
  )
  assert.equal(taken(mixed, 'ramipril'), 'present history')
  assert.equal(taken(mixed, 'losartan'), 'present now')
  assert.equal(taken(mixed, 'insulin'), 'possible now planned')
  assert.equal(taken(mixed, 'statins'), 'absent now refused')
  const intolerant = read('60-year-old woman with sarcoidosis. Intolerant of metformin.')
  assert.deepEqual(intolerant.treatments, [])
  assert.equal(intolerant.allergies[0]?.name, 'metformin')
  const french = read('Homme de 50 ans sous Xarelto. Aspirine arrêtée. Allergie à la pénicilline.')
  assert.equal(taken(french, 'xarelto'), 'present now')
  assert.equal(taken(french, 'aspirine'), 'present history')
  assert.match(french.allergies[0]?.name ?? '', /pénicilline/)
  assert.equal(read('NKDA. Takes aspirin.').allergies[0]?.presence, 'absent')
})

test('what is measured is no treatment', () => {
  const { treatments } = read(
    'Creatinine 0.9 mg/dL, glucose 95 mg/dL, sodium 140 mmol/L. A man of 50.',
  )
  assert.deepEqual(treatments, [])
})

test('the newer value is the latest one, the other is marked as earlier', () => {
  const { measures } = read(
    '60-year-old woman. Creatinine was 4.1 mg/dL on admission, now 0.9 mg/dL. CRP 90 mg/L -> 12 mg/L.',
  )
  assert.deepEqual(
    measures.map(({ what, value, earlier }) => `${what} ${value}${earlier ? ' before' : ''}`),
    ['creatinine 4.1 before', 'creatinine 0.9', 'crp 90 before', 'crp 12'],
  )
})

test('French numbers, units and pressures are read', () => {
  const { measures } = read(
    'Homme de 60 ans. TA 13/8, Hb 10,7 g/dL, plaquettes 188 G/L, LDL 1,72 g/L.',
  )
  assert.deepEqual(
    measures.map(({ what, value, unit }) => `${what} ${value} ${unit}`),
    [
      'systolicPressure 130 mm[Hg]',
      'diastolicPressure 80 mm[Hg]',
      'hemoglobin 10.7 g/dL',
      'platelets 188 10*9/L',
      'ldl 1.72 g/L',
    ],
  )
})

test('negative tests deny the disease, antibodies alone make it possible', () => {
  const negative = read(
    'A man of 60. Hepatitis B surface antigen negative. HIV negative. Quantiferon negative.',
  )
  for (const term of ['Hepatitis B', 'HIV Infections', 'Tuberculosis'])
    assert.match(said(negative, term) ?? '', /^absent/, term)
  assert.match(
    said(read('Ac anti-VHC positif chez un homme de 50 ans.'), 'Hepatitis C') ?? '',
    /^possible/,
  )
  assert.ok(
    !read('Anti-HBs positive after vaccination.').findings.some(
      ({ term }) => term === 'Hepatitis B',
    ),
  )
})

test('vital signs are findings by a named rule, by age; karyotypes name a disease', () => {
  const fever = read('A 30-year-old man. T 38.6 °C, HR 112, BP 82/50.')
  for (const term of ['Fever', 'Tachycardia', 'Hypotension'])
    assert.equal(fever.findings.find((one) => one.term === term)?.rule, 'vital-sign@1', term)
  const baby = read('A 3-month-old boy. HR 150, BP 82/50.')
  assert.equal(baby.findings.length, 0)
  assert.equal(said(read('Girl of 10. Karyotype 45,X.'), 'Turner Syndrome'), 'present now patient')
})

test('a note in another language states nothing, and every sentence is one not understood', () => {
  const note =
    'Der Patient ist ein 54-jähriger Mann mit Diabetes und hat seit drei Tagen Fieber. Er ist nicht krank.'
  const patient = read(note)
  assert.equal(patient.language, 'other')
  assert.deepEqual([patient.age, patient.findings, patient.treatments], [undefined, [], []])
  assert.ok((patient.notUnderstood ?? []).length > 0)
})
