import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { toddler, woman } from '../../../testing/example-notes.ts'
import type { Patient } from '../patient/patient.ts'
import { readNote } from './read-note.ts'
import { workedMs } from '../../../testing/worked-ms.ts'

const vocabulary = openVocabulary()

function read(note: string, treatments: readonly string[] = []): Patient {
  return readNote(note, { vocabulary, treatments })
}

function finding(patient: Patient, term: string) {
  const found = patient.findings.find((one) => one.term === term)
  return found && `${found.presence} ${found.when} ${found.of}`
}

test('an age is read in the unit it is said in, however it is written', () => {
  for (const [note, value, unit] of [
    ['A 2-year-old boy with fever.', 2, 'year'],
    ['15 mo old infant with cough.', 15, 'month'],
    ['58 y/o man.', 58, 'year'],
    ['48 M with a cough.', 48, 'year'],
    ['74M hx of CAD.', 74, 'year'],
    ['A 62 yo female.', 62, 'year'],
    ['A three-week-old newborn.', 3, 'week'],
    ['The patient is a 3-day-old infant born at 34w of gestation.', 3, 'day'],
    ['Mrs X, age 45, has asthma.', 45, 'year'],
  ] as const) {
    const { age } = read(note)
    assert.deepEqual([age?.value, age?.unit], [value, unit], note)
  }
})

test("a relative's age and an age at some past event are not the person's", () => {
  assert.equal(read('Her 3-year-old son has a cough.').age, undefined)
  assert.equal(read('His brother had surgery at age 22. A 40-year-old man.').age?.value, 40)
  assert.equal(read('Seizures since age 13. The patient is 41 years old.').age?.value, 41)
})

test('two years are any day from the second birthday to the day before the third', () => {
  const { age } = read('A 2-year-old boy.')
  assert.ok(age && age.minDays >= 730 && age.minDays <= 731)
  assert.ok(age.maxDays >= 1094 && age.maxDays <= 1096)
})

test('sex is read from the words for the person, or from he and she; a relative does not count', () => {
  assert.equal(read('A 30-year-old lady.').sex?.value, 'FEMALE')
  assert.equal(read('62M with cough.').sex?.value, 'MALE')
  assert.equal(read('A child with cough. He sleeps badly.').sex?.value, 'MALE')
  assert.equal(read('Fever for two days.').sex, undefined)
  assert.equal(read('The mother is worried. He has fever. His rash is red.').sex?.value, 'MALE')
})

test('what is denied, feared, past or of the family is told apart', () => {
  const patient = read(toddler)
  assert.equal(finding(patient, 'Mucocutaneous Lymph Node Syndrome'), 'present now patient')
  assert.equal(finding(patient, 'Vomiting')?.split(' ')[0], 'absent')
  assert.equal(finding(patient, 'Seizures')?.split(' ')[0], 'absent')
  assert.equal(finding(patient, 'Tuberculosis')?.split(' ')[0], 'absent')
  assert.equal(finding(patient, 'Pneumonia'), 'possible now patient')
  assert.match(finding(patient, 'Asthma') ?? '', /family$/)
  assert.match(finding(patient, 'Breast Neoplasms') ?? '', /family$/)
  assert.equal(finding(patient, 'Fever'), 'present now patient')
})

test("a denial reaches over a list and ends at 'but'; doctors' shorthand is understood", () => {
  const patient = read(woman)
  for (const term of ['Chest Pain', 'Fever', 'Cough'])
    assert.match(finding(patient, term) ?? '', /^absent/, term)
  assert.match(finding(patient, 'Dyspnea') ?? '', /^present now/)
  assert.match(finding(patient, 'Hypertension') ?? '', /^present now/)
  assert.match(finding(patient, 'Diabetes Mellitus, Type 2') ?? '', /^present now/)
  assert.equal(finding(patient, 'Stroke'), 'present history patient')
  assert.match(finding(read("He doesn't have any signs of dementia."), 'Dementia') ?? '', /^absent/)
  assert.match(finding(read('No fever but a cough.'), 'Cough') ?? '', /^present/)
  assert.match(finding(read('Pneumonia cannot be ruled out.'), 'Pneumonia') ?? '', /^possible/)
  assert.match(finding(read('At risk for stroke.'), 'Stroke') ?? '', /^mentioned/)
  assert.match(finding(read('CVA (no deficits), HTN.'), 'Hypertension') ?? '', /^present/)
})

test('values are read with their units; a usual unit is taken only where size leaves one', () => {
  const { measures } = read(toddler)
  const values = Object.fromEntries(
    measures.map(({ what, value, unit }) => [what, `${value} ${unit}`]),
  )
  assert.equal(values['weight'], '12.4 kg')
  assert.equal(values['temperature'], '39.2 Cel')
  assert.equal(values['heartRate'], '140 /min')
  assert.equal(values['systolicPressure'], '95 mm[Hg]')
  assert.equal(values['hemoglobin'], '10.1 g/dL')
  assert.equal(values['leukocytes'], '18400 /uL')
  assert.equal(values['platelets'], '512 10*9/L')
  assert.equal(read('Creatinine 88.').measures[0]?.unit, 'umol/L', 'nobody has 88 mg/dL')
  assert.deepEqual(read('Creatinine 20.').measures, [], 'mg/dL or umol/L: not guessed')
})

test('treatments are read by name, by the end of the name, or from a list; a denied one is absent', () => {
  const { treatments } = read(woman)
  const by = Object.fromEntries(treatments.map(({ name, presence }) => [name, presence]))
  assert.equal(by['metformin'], 'present')
  assert.equal(by['lisinopril'], 'present')
  assert.equal(by['steroids'], 'absent')
  assert.equal(read('Treated with zorbaxin.').treatments.length, 0)
  assert.equal(read('Treated with zorbaxin.', ['Zorbaxin']).treatments[0]?.name, 'zorbaxin')
})

test('smoking, pregnancy, performance, consent and keeping to treatment are read', () => {
  const patient = read(woman)
  assert.equal(patient.smoking?.value, 'current')
  assert.equal(patient.cannotConceive?.value, true)
  assert.equal(patient.noncompliant?.value, true)
  assert.ok(patient.measures.some(({ what, value }) => what === 'ecog' && value === '1'))
  assert.equal(read(toddler).consents?.value, true)
  assert.equal(read('She denies smoking.').smoking?.value, 'never')
  assert.equal(read('A former smoker.').smoking?.value, 'former')
  assert.equal(read('She is at 11 weeks gestation.').pregnant?.value, 'yes')
  assert.equal(read('Her pregnancy test is negative.').pregnant?.value, 'no')
  assert.equal(read('An infant born at 34 weeks gestation.').pregnant, undefined)
})

test('every fact names the sentence that says it, at its place in the note', () => {
  const patient = read(toddler)
  for (const { evidence } of [...patient.findings, ...patient.measures, ...patient.treatments])
    assert.equal(toddler.slice(evidence.start, evidence.end), evidence.text)
})

test('any text is read without error, and places stay true', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 400 }), (note) => {
      for (const { evidence } of read(note).lines)
        assert.ok((evidence.start ?? -1) >= 0 && (evidence.end ?? 0) <= note.length)
    }),
  )
})

test('NUL, bidi marks and halves of characters do not hide what is said', () => {
  const patient = read('A 4-year-old\u0000 boy \u202Ewith asthma\uD800 and \u2066no fever.')
  assert.equal(patient.age?.value, 4)
  assert.match(finding(patient, 'Asthma') ?? '', /^present/)
  assert.match(finding(patient, 'Fever') ?? '', /^absent/)
  assert.ok(patient.lines.every(({ evidence }) => evidence.text.isWellFormed()))
})

test('a note of a megabyte, however odd, is read in time, and what was left unread is said', async () => {
  for (const piece of [toddler, 'no ', 'a', '1 ', 'mother ', 'fever, ', '\n', '(', '. ']) {
    const note = piece.repeat(Math.ceil(1_000_000 / piece.length))
    const worked = await workedMs(() => assert.ok((read(note).unread ?? 0) > 0))
    assert.ok(worked < 4_000, `${piece.slice(0, 10)} took too long`)
  }
})

test('of a value before an event and the one now, the one now counts', () => {
  for (const [note, what, before, now] of [
    ['HbA1c 8.4% before pregnancy, now 6.9%.', 'hba1c', '8.4', '6.9'],
    ['LVEF 25% at diagnosis, recovered to 55%.', 'lvef', '25', '55'],
    ['FEVG 30 % en 2021, récupérée à 50 %.', 'lvef', '30', '50'],
    ['FEVG 30 % avant resynchronisation, actuellement 45 %.', 'lvef', '30', '45'],
  ] as const)
    assert.deepEqual(
      read(note).measures.map((one) => [one.what, one.value, one.earlier === true]),
      [
        [what, before, true],
        [what, now, false],
      ],
      note,
    )
  for (const note of [
    'HbA1c 7% after metformin, now 2 tablets daily.',
    'Creatinine 1.2 mg/dL after surgery, now on 3 drugs.',
  ])
    assert.equal(read(note).measures.length, 1, note)
})

test('what answers a treatment hurts nobody, and an operation or a test is no illness', () => {
  for (const [note, term, isThere] of [
    ['Rechute sensible au platine.', 'Pain', false],
    ['Tumeur sensible à la chimiothérapie.', 'Pain', false],
    ['Abdomen sensible à la palpation.', 'Pain', true],
    ['On envisage une chirurgie bariatrique.', 'Obesity, Morbid', false],
    ['Test de la sueur négatif.', 'Sweating', false],
  ] as const)
    assert.equal(finding(read(note), term) !== undefined, isThere, note)
})
