import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { diseaseCodeNames } from './disease-codes.ts'
import { diseasesIn } from './disease-names.ts'
import { readBundle } from './read-bundle.ts'

const vocabulary = openVocabulary()
const options = { vocabulary, today: '2026-11-23' }
const person = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '1990-06-01' }
const codes = (code: string) => ({ coding: [{ code }] })

/** The person's facts from Conditions: `term presence when of`, and the kinds of problems. */
function read(...conditions: readonly object[]) {
  const entry = [
    person,
    ...conditions.map((one, at) => ({
      resourceType: 'Condition',
      id: `c${at}`,
      clinicalStatus: codes('active'),
      ...one,
    })),
  ].map((resource) => ({ resource }))
  const { patient, problems } = readBundle({ resourceType: 'Bundle', entry }, options)
  assert.ok(patient)
  const found = patient.findings.map(
    ({ term, presence, when, of }) => `${term}: ${presence} ${when} ${of}`,
  )
  return { patient, found, problems: problems.map(({ kind }) => kind) }
}

function standings(label: string): readonly string[] {
  return read({ code: { text: label } }).found
}

test('an abatement in any form makes it past, one to come does not', () => {
  const asthma = { code: { text: 'Asthma' } }
  for (const abated of [
    { abatementDateTime: '2020' },
    { abatementDateTime: '2026-11-22T10:00:00+01:00' },
    { abatementAge: { value: 12, unit: 'a' } },
    { abatementPeriod: { start: '2019-01-01', end: '2019-02' } },
    { abatementRange: { low: { value: 3 }, high: { value: 5 } } },
    { abatementString: 'in her teens' },
    { abatementBoolean: true },
    { clinicalStatus: 'resolved' },
    { clinicalStatus: { text: 'In remission' } },
    { clinicalStatus: { coding: [{ display: 'Inactive' }] } },
  ])
    assert.deepEqual(read({ ...asthma, ...abated }).found, ['Asthma: present history patient'])
  for (const lasting of [
    { abatementDateTime: '2027-01-01' },
    { abatementString: 'not resolved' },
    { abatementBoolean: false },
    { abatementAge: { value: 80, unit: 'a' } },
  ])
    assert.deepEqual(read({ ...asthma, ...lasting }).found, ['Asthma: present now patient'])
})

test('what is refuted is absent, what is not sure is possible, what nobody knows is said', () => {
  const gout = { code: { text: 'Gout' } }
  for (const [code, presence] of [
    ['confirmed', 'present'],
    ['refuted', 'absent'],
    ['unconfirmed', 'possible'],
    ['provisional', 'possible'],
    ['differential', 'possible'],
  ])
    assert.deepEqual(read({ ...gout, verificationStatus: codes(code ?? '') }).found, [
      `Gout: ${presence} now patient`,
    ])
  assert.deepEqual(read({ ...gout, verificationStatus: codes('entered-in-error') }).found, [])
  const strange = read({ ...gout, verificationStatus: codes('perhaps') })
  assert.deepEqual(strange.found, ['Gout: possible now patient'])
  assert.deepEqual(strange.problems, ['status'])
  const unborn = read({ ...gout, onsetDateTime: '2031-01-01' })
  assert.deepEqual([unborn.found, unborn.problems], [['Gout: mentioned now patient'], ['date']])
})

test('a visit of years ago with no status is past; an active problem of then is not', () => {
  const visit = {
    code: { text: 'Pneumonia' },
    category: [codes('encounter-diagnosis')],
    recordedDate: '2019-03-01',
  }
  assert.deepEqual(read({ ...visit, clinicalStatus: undefined }).found, [
    'Pneumonia: present history patient',
  ])
  assert.deepEqual(read(visit).found, ['Pneumonia: present now patient'])
})

test('the words of a label say whose it is and whether it is so', () => {
  for (const [label, expected] of [
    [
      'Family history of diabetes mellitus (situation)',
      'Diabetes Mellitus: present history family',
    ],
    ['FH: Asthma', 'Asthma: present history family'],
    ['No family history of stroke', 'Stroke: absent history family'],
    ['Mother has epilepsy', 'Epilepsy: present history family'],
    ['History of myocardial infarction', 'Myocardial Infarction: present history patient'],
    [
      'Personal history of malignant neoplasm of breast',
      'Breast Neoplasms: present history patient',
    ],
    ['Old myocardial infarction', 'Myocardial Infarction: present history patient'],
    ['Acute myeloid leukemia, in remission', 'Leukemia, Myeloid, Acute: present history patient'],
    ['No history of asthma', 'Asthma: absent now patient'],
    ['Epilepsy ruled out', 'Epilepsy: absent now patient'],
    ['Tuberculosis test negative', 'Tuberculosis: absent now patient'],
    ['Suspected pulmonary embolism', 'Pulmonary Embolism: possible now patient'],
    ['Probable sarcoidosis', 'Sarcoidosis: possible now patient'],
    ['At risk of stroke', 'Stroke: mentioned now patient'],
    ['Stroke risk', 'Stroke: mentioned now patient'],
    ['High-risk neuroblastoma', 'Neuroblastoma: present now patient'],
    ['Neuroblastoma, high risk', 'Neuroblastoma: present now patient'],
    ['Exposure to tuberculosis', 'Tuberculosis: mentioned now patient'],
    ['Encounter for screening for osteoporosis', 'Osteoporosis: mentioned now patient'],
    ['Vaccination for hepatitis B', 'Hepatitis B: mentioned now patient'],
    ['Antécédents familiaux de psoriasis', 'Psoriasis: present history family'],
    ['Non-small cell lung cancer', 'Carcinoma, Non-Small-Cell Lung: present now patient'],
    ['Triple negative breast cancer', 'Triple Negative Breast Neoplasms: present now patient'],
  ] as const)
    assert.deepEqual(standings(label), [expected], label)
})

test('what a label says the disease is without is absent, and the disease is not', () => {
  assert.ok(standings('Asthma without status asthmaticus').includes('Asthma: present now patient'))
  assert.ok(
    !standings('Asthma without status asthmaticus').includes(
      'Status Asthmaticus: present now patient',
    ),
  )
  assert.ok(
    standings('Type 2 diabetes mellitus with or without hypertension').includes(
      'Hypertension: mentioned now patient',
    ),
  )
})

test('French names in a label are read', () => {
  assert.deepEqual(standings('Maladie de Kawasaki'), [
    'Mucocutaneous Lymph Node Syndrome: present now patient',
  ])
})

test('common codes without words are read, others are listed', () => {
  const sct = (code: string) => ({ code: { coding: [{ system: 'http://snomed.info/sct', code }] } })
  const icd = (code: string) => ({
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] },
  })
  assert.deepEqual(read(sct('34000006')).found, ['Crohn Disease: present now patient'])
  assert.deepEqual(read(icd('G43.909')).found, ['Migraine Disorders: present now patient'])
  assert.deepEqual(read(icd('I48.92')).found, [], 'flutter is not fibrillation')
  assert.deepEqual(read(icd('Z80.3')).found, ['Breast Neoplasms: present history family'])
  const { patient, found, problems } = read(sct('99999999999'), icd('Q99.9'))
  assert.deepEqual([found, problems], [[], ['code']])
  assert.deepEqual(
    patient.notUnderstood?.map(({ text }) => text),
    ['snomed 99999999999', 'icd10 Q99.9'],
  )
})

test('every disease in the tables of codes is in the vocabulary, or is no disease', () => {
  const others =
    /^(?:Pregnancy|Smokes tobacco daily|Ex-smoker|Never smoked tobacco|Tobacco smoker|Postmenopausal state)$/
  for (const name of diseaseCodeNames())
    assert.ok(others.test(name) || diseasesIn(name, vocabulary).length > 0, name)
})

test('a disease nobody lists keeps its words, and is said', () => {
  const { patient, problems } = read({ code: { text: 'Zorblax fever of the elbow' } })
  assert.ok(patient.lines.some(({ affirmed }) => affirmed.includes('Zorblax')))
  assert.deepEqual(problems, [])
  const other = read({ code: { text: 'Zorblax of the elbow' } })
  assert.deepEqual(other.problems, ['disease'])
  assert.equal(other.patient.notUnderstood?.[0]?.text, 'Zorblax of the elbow')
  assert.deepEqual(read({ text: { div: '<div>Asthma</div>' } }).problems, ['narrative'])
  assert.deepEqual(read({ code: { text: 'No known problems' } }).problems, [])
})

test('allergies, smoking, pregnancy and the menopause are read from Conditions', () => {
  const pregnant = { code: { text: 'Pregnancy' }, onsetDateTime: '2026-07-01' }
  assert.equal(read(pregnant).patient.pregnant?.value, 'yes')
  const old = read({ ...pregnant, onsetDateTime: '2024-07-01' })
  assert.equal(old.patient.pregnant, undefined)
  assert.deepEqual(old.problems, ['old'])
  assert.equal(read({ ...pregnant, abatementDateTime: '2026-08' }).patient.pregnant, undefined)
  assert.equal(read({ code: { text: 'Ectopic pregnancy' } }).patient.pregnant, undefined)
  assert.equal(read({ code: { text: 'Ex-smoker (finding)' } }).patient.smoking?.value, 'former')
  assert.ok(read({ code: { text: 'Postmenopausal state' } }).patient.cannotConceive)
  const [allergy] = read({ code: { text: 'Allergy to ibuprofen (finding)' } }).patient.allergies
  assert.deepEqual(
    [allergy?.name, allergy?.drugs, allergy?.presence],
    ['ibuprofen', ['ibuprofen'], 'present'],
  )
})

test('a relative’s history names the family', () => {
  const entry = [
    person,
    {
      resourceType: 'FamilyMemberHistory',
      id: 'f',
      status: 'completed',
      condition: [{ code: { text: 'Colon cancer' } }, { code: codes('x') }],
    },
  ].map((resource) => ({ resource }))
  const { patient, problems } = readBundle({ resourceType: 'Bundle', entry }, options)
  assert.deepEqual(
    patient?.findings.map(({ term, of }) => [term, of]),
    [['Colonic Neoplasms', 'family']],
  )
  assert.deepEqual(
    problems.map(({ kind, about }) => [kind, about]),
    [['code', ['x']]],
  )
})
