import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { medicineCodeNames } from './medicine-codes.ts'
import { medicinesIn } from './medicines.ts'
import { readBundle } from './read-bundle.ts'

const options = { vocabulary: openVocabulary(), today: '2026-11-23' }
const person = { resourceType: 'Patient', id: 'p' }

function read(...resources: readonly object[]) {
  const entry = [person, ...resources].map((resource) => ({ resource }))
  const { patient, problems } = readBundle({ resourceType: 'Bundle', entry }, options)
  assert.ok(patient)
  const found = patient.treatments.map(({ name, presence, when }) => `${name} ${presence} ${when}`)
  return { patient, found, problems: problems.map(({ kind }) => kind) }
}

const concept = { text: 'Metformin 500 MG Oral Tablet' }
const request = {
  resourceType: 'MedicationRequest',
  id: 'r',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: concept,
}
const statement = { ...request, resourceType: 'MedicationStatement', intent: undefined }

test('each status and intent says what it says', () => {
  for (const [use, expected] of [
    [request, 'metformin present now'],
    [{ ...request, status: 'on-hold' }, 'metformin present history'],
    [{ ...request, status: 'stopped' }, 'metformin present history'],
    [{ ...request, status: 'completed' }, 'metformin present history'],
    [{ ...request, status: 'cancelled' }, 'metformin mentioned now'],
    [{ ...request, status: 'draft' }, 'metformin mentioned now'],
    [{ ...request, status: 'unknown' }, 'metformin possible now'],
    [{ ...request, intent: 'proposal' }, 'metformin mentioned now'],
    [{ ...request, intent: 'plan' }, 'metformin mentioned now'],
    [{ ...request, doNotPerform: true }, 'metformin mentioned now'],
    [statement, 'metformin present now'],
    [{ ...statement, status: 'not-taken' }, 'metformin absent now'],
    [{ ...statement, status: 'intended' }, 'metformin mentioned now'],
    [
      {
        ...statement,
        status: 'recorded',
        adherence: { code: { coding: [{ code: 'not-taking' }] } },
      },
      'metformin absent now',
    ],
    [
      { ...statement, status: 'recorded', adherence: { code: { coding: [{ code: 'stopped' }] } } },
      'metformin present history',
    ],
    [
      { ...statement, resourceType: 'MedicationAdministration', status: 'in-progress' },
      'metformin present now',
    ],
    [
      { ...statement, resourceType: 'MedicationAdministration', status: 'completed' },
      'metformin present history',
    ],
    [
      { ...statement, resourceType: 'MedicationAdministration', status: 'not-done' },
      'metformin mentioned now',
    ],
    [
      { ...statement, resourceType: 'MedicationDispense', status: 'completed' },
      'metformin possible now',
    ],
    [
      { ...statement, resourceType: 'MedicationDispense', status: 'declined' },
      'metformin mentioned now',
    ],
  ] as const)
    assert.deepEqual(read(use).found, [expected], JSON.stringify(use))
  assert.deepEqual(read({ ...request, status: 'entered-in-error' }).found, [])
  assert.deepEqual(read({ ...request, status: 'constructor' }).problems, ['status'])
})

test('a time that has ended makes it past, one that has not begun a plan', () => {
  const until = (end: string, start = '2020-01-01') => ({
    ...statement,
    effectivePeriod: { start, end },
  })
  assert.deepEqual(read(until('2021-01-01')).found, ['metformin present history'])
  assert.deepEqual(read(until('9999-12-31')).found, ['metformin present now'])
  assert.deepEqual(read(until('2028-01-01', '2027-01-01')).found, ['metformin mentioned now'])
  const bounded = {
    ...request,
    dosageInstruction: [{ timing: { repeat: { boundsPeriod: { end: '2024-05-01' } } } }],
  }
  assert.deepEqual(read(bounded).found, ['metformin present history'])
  assert.deepEqual(read(until('0000-01-01')).problems, ['date'])
})

test('references lead to the medicine in every form they have', () => {
  const medicine = { resourceType: 'Medication', id: 'm', code: { text: 'Coumadin' } }
  const referred = (reference: string) => ({
    ...request,
    medicationCodeableConcept: undefined,
    medicationReference: { reference },
  })
  for (const reference of [
    'Medication/m',
    'Medication/m/_history/3',
    'https://a.example/fhir/Medication/m',
  ])
    assert.deepEqual(read(medicine, referred(reference)).found, ['coumadin present now'], reference)
  assert.deepEqual(read({ ...referred('#m'), contained: [medicine] }).found, [
    'coumadin present now',
  ])
  const r5 = {
    ...statement,
    medicationCodeableConcept: undefined,
    resourceType: 'MedicationUsage',
    status: 'recorded',
  }
  assert.deepEqual(
    read(medicine, { ...r5, medication: { reference: { reference: 'Medication/m' } } }).found,
    ['coumadin present now'],
  )
  const entry = [
    { resource: person },
    { fullUrl: 'urn:uuid:77', resource: { ...medicine, id: undefined } },
    { resource: referred('urn:uuid:77') },
  ]
  const { patient } = readBundle({ resourceType: 'Bundle', entry }, options)
  assert.deepEqual(patient?.treatments[0]?.drugs, ['warfarin'])
})

test('a reference that leads nowhere is said, unless it says its name', () => {
  const nowhere = { reference: 'Medication/none' }
  const use = { ...request, medicationCodeableConcept: undefined, medicationReference: nowhere }
  assert.deepEqual([read(use).found, read(use).problems], [[], ['reference']])
  const named = { ...use, medicationReference: { ...nowhere, display: 'Kineret' } }
  assert.deepEqual(read(named).patient.treatments[0]?.drugs, ['anakinra'])
})

test('a medicine of several, or without a name of its own, is each that is in it', () => {
  const mixed = {
    resourceType: 'Medication',
    id: 'm',
    ingredient: [
      { itemCodeableConcept: { text: 'Amlodipine' } },
      { itemReference: { reference: '#v' } },
      { item: { concept: { text: 'Ramipril' } } },
    ],
    contained: [{ resourceType: 'Medication', id: 'v', code: { text: 'Valsartan' } }],
  }
  const use = {
    ...request,
    medicationCodeableConcept: undefined,
    medicationReference: { reference: 'Medication/m' },
  }
  assert.deepEqual(
    read(mixed, use).patient.treatments.map(({ name }) => name),
    ['amlodipine', 'valsartan', 'ramipril'],
  )
})

test('brands, salts, strengths, forms and French names lead to the medicine', () => {
  for (const [label, drugs] of [
    ['24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet', 'metformin'],
    ['NDA020503 200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler', 'salbutamol'],
    ['DOLIPRANE 500 mg, comprimé', 'acetaminophen'],
    ['Amoxicilline 500 mg, gélule', 'amoxicillin'],
    ['insulin glargine 100 UNT/ML', 'insulin glargine'],
    ['1 ML Epoetin Alfa 4000 UNT/ML Injection [Epogen]', 'erythropoietin'],
    ['Augmentin', 'clavulanic acid'],
    ['Sodium chloride 0.9%', 'sodium chloride'],
  ] as const)
    assert.ok(
      medicinesIn(label).some((one) => one.drugs.includes(drugs)),
      label,
    )
  for (const label of ['Vitamin K antagonist', 'tablet', 'Foozolam sodium 5 mg', 'unknown', ''])
    assert.deepEqual(medicinesIn(label), [], label)
})

test('codes of RxNorm and ATC without words are read, others are listed', () => {
  const rxnorm = (code: string) => ({
    ...request,
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code }],
    },
  })
  const atc = {
    ...request,
    medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'L04AC03' }] },
  }
  assert.deepEqual(read(rxnorm('11289')).found, ['warfarin present now'])
  assert.deepEqual(read(atc).found, ['anakinra present now'])
  assert.deepEqual(read(rxnorm('99999')).problems, ['code'])
  for (const name of medicineCodeNames()) assert.equal(medicinesIn(name).length, 1, name)
})

test('a medicine nobody lists keeps its name, and is said', () => {
  const { found, problems } = read({
    ...request,
    medicationCodeableConcept: { text: 'Foozolam 5 mg' },
  })
  assert.deepEqual([found, problems], [['foozolam 5 mg present now'], ['medicine']])
  const none = read({ ...statement, medicationCodeableConcept: { text: 'No known medications' } })
  assert.deepEqual([none.found, none.problems], [[], []])
})

test('procedures and vaccines count by what was done', () => {
  const done = (status: string, more: object = {}) => ({
    resourceType: 'Procedure',
    status,
    code: { text: 'Splenectomy (procedure)' },
    ...more,
  })
  assert.deepEqual(read(done('completed')).found, ['splenectomy present history'])
  assert.deepEqual(read(done('not-done')).found, ['splenectomy absent now'])
  assert.deepEqual(read(done('preparation')).found, ['splenectomy mentioned now'])
  assert.deepEqual(read(done('entered-in-error')).found, [])
  assert.deepEqual(read(done('completed', { performedDateTime: '2027-02-01' })).found, [
    'splenectomy mentioned history',
  ])
  assert.ok(
    read(done('completed', { code: { text: 'Total hysterectomy' } })).patient.cannotConceive,
  )
  const shot = {
    resourceType: 'Immunization',
    status: 'completed',
    vaccineCode: { text: 'Hepatitis B' },
  }
  const { patient, found } = read(shot)
  assert.deepEqual([found, patient.findings], [['hepatitis b vaccine present history'], []])
  assert.deepEqual(read({ ...shot, status: 'not-done' }).found, ['hepatitis b vaccine absent now'])
})

test('an allergy is said with how sure it is', () => {
  const codes = (code: string) => ({ coding: [{ code }] })
  const allergy = {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: codes('active'),
    verificationStatus: codes('confirmed'),
    code: { text: 'Allergy to aspirin' },
  }
  const of = (one: object) =>
    read(one).patient.allergies.map(
      ({ name, drugs, presence }) => `${name} (${drugs?.join()}) ${presence}`,
    )
  assert.deepEqual(of(allergy), ['aspirin (acetylsalicylic acid) present'])
  assert.deepEqual(of({ ...allergy, verificationStatus: codes('refuted') }), [
    'aspirin (acetylsalicylic acid) absent',
  ])
  assert.deepEqual(of({ ...allergy, verificationStatus: codes('unconfirmed') }), [
    'aspirin (acetylsalicylic acid) possible',
  ])
  assert.deepEqual(of({ ...allergy, clinicalStatus: codes('resolved') }), [
    'aspirin (acetylsalicylic acid) possible',
  ])
  assert.deepEqual(of({ ...allergy, verificationStatus: codes('entered-in-error') }), [])
  assert.deepEqual(of({ ...allergy, code: { text: 'No known drug allergies' } }), [
    'no known drug allergies (undefined) absent',
  ])
  const { patient } = read({
    ...allergy,
    code: undefined,
    reaction: [{ substance: { text: 'Latex' } }],
  })
  assert.deepEqual([patient.allergies[0]?.name, patient.treatments], ['latex', []])
})
