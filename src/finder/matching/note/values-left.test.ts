import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readNote } from './read-note.ts'

const vocabulary = openVocabulary()
const read = (note: string) => readNote(note, { vocabulary })
const left = (note: string) => (read(note).notUnderstood ?? []).map(({ text }) => text)
const findings = (note: string) =>
  read(note).findings.map(({ term, presence, when, of }) => `${term} ${presence} ${when} ${of}`)
const courses = (note: string) =>
  read(note).treatments.map(({ name, presence, when }) => `${name} ${presence} ${when}`)

test('a value or a result that was not read is told, though the rest of its sentence was', () => {
  for (const [note, words] of [
    ['Man 58, TSH 3, T3 1.8.', 'T3 1.8'],
    ['Woman 31, SLE, C4 low.', 'C4 low'],
    ['Man 40, TSH 1.1, T4 15.', 'T4 15'],
    ['COPD GOLD 4, HR 92.', 'GOLD 4'],
    ['Homme de 60 ans, cirrhose, Child C.', 'Child C'],
    [
      'Femme de 30 ans, asthme, 6 semaines après son accouchement.',
      '6 semaines après son accouchement',
    ],
  ] as const)
    assert.deepEqual(left(note), [words], note)
  for (const note of [
    'Man 58, TSH 3, HR 92.',
    'Woman of 61, CD19 positive lymphoma.',
    'Femme de 62 ans, AVC 2019, IMC 31.',
    'Asthma, on MTX 15 mg weekly.',
  ])
    assert.deepEqual(left(note), [], note)
})

test('one half of a blood pressure is read by its own name', () => {
  const values = read('SBP 84, HR 118. PAD à 45 mmHg.').measures
  const pressures = values.filter(({ what }) => /Pressure/.test(what))
  assert.deepEqual(
    pressures.map(({ what, value }) => [what, value]),
    [
      ['systolicPressure', '84'],
      ['diastolicPressure', '45'],
    ],
  )
  assert.deepEqual(findings('PAD à 45 mmHg.'), [])
  assert.deepEqual(read('SBP treated with ceftriaxone 2 years ago.').measures, [])
})

test('a word that is no illness there is read as none', () => {
  for (const note of [
    'GAD-7 15.',
    'Anticorps antiphospholipides positifs.',
    'Two exacerbations this winter.',
    'Aucune pathologie connue.',
    'Ascites drained twice.',
    'Une goutte de sang.',
  ])
    assert.ok(
      !findings(note).some((one) => / present /.test(one) && !one.startsWith('Ascites')),
      `${note} ${findings(note).join()}`,
    )
  assert.deepEqual(findings('Homme de 48 ans, goutte.'), ['Gout present now patient'])
  assert.deepEqual(findings('Cirrhosis, varices on beta blockers.'), [
    'Liver Cirrhosis present now patient',
    'Esophageal and Gastric Varices present now patient',
  ])
  assert.deepEqual(findings('Lymphoma in 2001. Nephrotic syndrome, two relapses.').length, 2)
})

test('met is not had, of before is not of now, and of a child or a wife not of the patient', () => {
  for (const [note, said] of [
    ['Scarlatine : contage à la crèche.', 'Scarlet Fever mentioned now patient'],
    ['Former smoker and ex-alcoholic, epilepsy.', 'Epilepsy present now patient'],
    ['AVC : AIT en juin dernier.', 'Ischemic Attack, Transient present history patient'],
    ['Une bronchiolite à 4 mois.', 'Bronchiolitis present history patient'],
    ['Homme de 70 ans. Fille : psoriasis.', 'Psoriasis present now family'],
    ['Man of 40. Wife 28/40 with asthma.', 'Asthma present now family'],
    ['Grossesse : pré-éclampsie 0, fièvre 0.', 'Pre-Eclampsia absent now patient'],
    ['VHC : Ac négatif.', 'Hepatitis C absent now patient'],
    ['HBV: DNA undetectable.', 'Hepatitis B possible now patient'],
  ] as const)
    assert.ok(findings(note).includes(said), `${note} ${findings(note).join('; ')}`)
})

test('a medicine with its end right behind it is not taken', () => {
  for (const [note, said] of [
    ['Lithium off (tremor).', 'lithium present history'],
    ["Methotrexate '21: stopped.", 'methotrexate present history'],
    ['Enzalutamide : arrêt.', 'enzalutamide present history'],
    ['Duloxétine essayée 3 mois, nausées.', 'duloxétine present history'],
  ] as const)
    assert.deepEqual(courses(note), [said], note)
})

test('of allergies, each thing is named, and neither a count, nor an effect, nor one outgrown', () => {
  const allergies = (note: string) =>
    read(note).allergies.map(({ name, presence }) => `${name} ${presence}`)
  for (const [note, all] of [
    [
      'Allergies: hazelnut, three reactions; amoxicillin.',
      ['hazelnut present', 'amoxicillin present'],
    ],
    ['Allergies: latex, three reactions; amoxicillin.', ['amoxicillin present', 'latex present']],
    ['Egg allergy with anaphylaxis.', ['egg present']],
    ['Allergies: tramadol - nausea only.', ['tramadol possible']],
    ['Food allergy: milk as a baby, drinks milk now.', ['milk possible']],
  ] as const)
    assert.deepEqual(allergies(note), all, note)
})
