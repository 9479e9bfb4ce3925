import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { judgeCriterion } from './judge/judge.ts'
import { readBundle } from './bundle/read-bundle.ts'

const vocabulary = openVocabulary()

/** Records that were once misread, with what is right in each. */
function read(...resources: readonly object[]) {
  const person = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '1986-03-04' }
  const entry = [person, sarcoidosis, ...resources].map((resource) => ({ resource }))
  const { patient, problems } = readBundle(
    { resourceType: 'Bundle', type: 'collection', entry },
    { vocabulary, today: '2026-11-23' },
  )
  assert.ok(patient)
  assert.deepEqual(problems, [])
  return patient
}

function status(kind: 'clinical' | 'ver-status', code: string) {
  const system = `http://terminology.hl7.org/CodeSystem/condition-${kind}`
  return { coding: [{ system, code }] }
}

const confirmed = {
  resourceType: 'Condition',
  clinicalStatus: status('clinical', 'active'),
  verificationStatus: status('ver-status', 'confirmed'),
}
const sarcoidosis = { ...confirmed, id: 'sarc', code: { text: 'Sarcoidosis' } }
const order = { resourceType: 'MedicationRequest', id: 'r', status: 'active', intent: 'order' }

function smokes(id: string, effectiveDateTime: string, text: string, coding: object[] = []) {
  const tobacco = { system: 'http://loinc.org', code: '72166-2', display: 'Tobacco smoking status' }
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { text: 'Tobacco smoking status', coding: [tobacco] },
    effectiveDateTime,
    valueCodeableConcept: { text, coding },
  }
}

function lab(
  text: string,
  code: string,
  value: number,
  unit: string,
  more: object = { effectiveDateTime: '2026-06-01' },
) {
  return {
    resourceType: 'Observation',
    status: 'final',
    code: { text, coding: [{ system: 'http://loinc.org', code, display: text }] },
    valueQuantity: { value, unit, code: unit, system: 'http://unitsofmeasure.org' },
    ...more,
  }
}

function excluded(text: string, patient: ReturnType<typeof read>) {
  return judgeCriterion(text, 'exclusion', patient, { vocabulary, mode: 'self-check' }).verdict
}

test('a pneumonia that ended in 2019 is past, though its status was never changed', () => {
  const patient = read({
    ...confirmed,
    id: 'c',
    code: { text: 'Pneumonia' },
    onsetDateTime: '2019-01-02',
    abatementDateTime: '2019-02-01',
  })
  assert.equal(patient.findings.find(({ term }) => term === 'Pneumonia')?.when, 'history')
  assert.equal(excluded('Pneumonia', patient), 'unknown')
})

test('a medicine by reference is taken', () => {
  const patient = read(
    { resourceType: 'Medication', id: 'm', code: { text: 'Warfarin sodium 5 MG Oral Tablet' } },
    { ...order, medicationReference: { reference: 'Medication/m' } },
  )
  const [warfarin] = patient.treatments
  assert.deepEqual(
    [warfarin?.name, warfarin?.drugs, warfarin?.presence, warfarin?.when],
    ['warfarin', ['warfarin'], 'present', 'now'],
  )
  assert.equal(excluded('Taking warfarin', patient), 'not met')
})

test('a medicine that is not to be given is not taken', () => {
  const patient = read({
    ...order,
    doNotPerform: true,
    medicationCodeableConcept: { text: 'Warfarin' },
  })
  assert.equal(patient.treatments[0]?.presence, 'mentioned')
  assert.notEqual(excluded('Taking warfarin', patient), 'not met')
})

test('somebody who smokes daily smokes', () => {
  const display = 'Smokes tobacco daily (finding)'
  const coding = [{ system: 'http://snomed.info/sct', code: '449868002', display }]
  const patient = read(smokes('o', '2026-05-01', display, coding))
  assert.equal(patient.smoking?.value, 'current')
  assert.equal(excluded('Current smokers', patient), 'not met')
})

test('what was said of smoking last counts', () => {
  const [old, late] = [
    smokes('o1', '2008-05-01', 'Never smoker'),
    smokes('o2', '2026-05-01', 'Current every day smoker'),
  ]
  for (const both of [
    [old, late],
    [late, old],
  ]) {
    const patient = read(...both)
    assert.equal(patient.smoking?.value, 'current')
    assert.equal(excluded('Current smokers', patient), 'not met')
  }
})

test('a value of a period is dated by it', () => {
  const patient = read(
    lab('Creatinine', '2160-0', 4.1, 'mg/dL', { effectiveDateTime: '2012-01-01' }),
    lab('Creatinine', '2160-0', 0.9, 'mg/dL', {
      effectivePeriod: { start: '2026-06-01', end: '2026-06-01' },
    }),
  )
  assert.deepEqual(
    patient.measures.map(({ value, at }) => [value, at]),
    [
      ['0.9', '2026-06-01'],
      ['4.1', '2012-01-01'],
    ],
  )
  assert.equal(excluded('Creatinine > 2.0 mg/dL', patient), 'met')
})

test('an allergy is known by what it is to', () => {
  const patient = read({
    resourceType: 'AllergyIntolerance',
    id: 'a',
    clinicalStatus: { coding: [{ code: 'active' }] },
    verificationStatus: { coding: [{ code: 'confirmed' }] },
    code: { text: 'Penicillin' },
  })
  const [allergy] = patient.allergies
  assert.deepEqual(
    [allergy?.name, allergy?.drugs, allergy?.presence, allergy?.evidence.resource],
    ['penicillin', ['penicillins'], 'present', 'AllergyIntolerance/a'],
  )
  assert.deepEqual(patient.treatments, [])
})

test('a relative’s disease is not the person’s', () => {
  const display = 'Family history of breast cancer (situation)'
  const coding = [{ system: 'http://snomed.info/sct', code: '429740004', display }]
  const patient = read({ ...confirmed, id: 'c', code: { text: display, coding } })
  const found = patient.findings.filter(({ term }) => term === 'Breast Neoplasms')
  assert.deepEqual(
    found.map(({ of }) => of),
    ['family'],
  )
  assert.notEqual(excluded('Breast cancer', patient), 'not met')
})

test('a value below 15 is below 30', () => {
  const egfr = lab('eGFR', '33914-3', 15, 'mL/min/{1.73_m2}')
  const patient = read({ ...egfr, valueQuantity: { ...egfr.valueQuantity, comparator: '<' } })
  assert.deepEqual(
    patient.measures.map(({ value, comparator }) => [value, comparator]),
    [['15', '<']],
  )
  assert.equal(excluded('eGFR < 30 mL/min/1.73 m2', patient), 'not met')
})

test('values keep the unit that they were given in', () => {
  const patient = read(
    lab('Hemoglobin', '718-7', 65, 'g/L'),
    lab('Albumin', '1751-7', 21, 'g/L'),
    lab('Creatinine', '2160-0', 400, 'umol/L'),
  )
  assert.deepEqual(
    patient.measures.map(({ what, value, unit }) => `${what} ${value} ${unit}`),
    ['hemoglobin 65 g/L', 'albumin 21 g/L', 'creatinine 400 umol/L'],
  )
})

test('an order in draft, a lost value, an attached text and a disease to come are no silence', () => {
  const person = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '1986-03-04' }
  const judged = (criterion: string, resource: object) => {
    const entry = [person, resource].map((one) => ({ resource: one }))
    const { patient } = readBundle(
      { resourceType: 'Bundle', entry },
      { vocabulary, today: '2026-11-23' },
    )
    assert.ok(patient)
    return excluded(criterion, patient)
  }
  const draft = {
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'draft',
    intent: 'order',
    medicationCodeableConcept: { text: 'warfarin' },
  }
  assert.equal(judged('Taking warfarin', draft), 'unknown')
  const { valueQuantity: _, ...asked } = lab('Creatinine', '2160-0', 1, 'mg/dL')
  const lost = { ...asked, dataAbsentReason: { text: 'haemolysed' } }
  assert.equal(judged('Creatinine > 2.0 mg/dL', lost), 'unknown')
  const data = Buffer.from('<p>Known asthma.</p>').toString('base64')
  const attachment = { contentType: 'text/html', data }
  const letter = { resourceType: 'DocumentReference', id: 'd', content: [{ attachment }] }
  assert.equal(judged('Asthma', letter), 'unknown')
  const toCome = { ...confirmed, id: 'c', code: { text: 'Asthma' }, onsetDateTime: '2030-01-01' }
  assert.equal(judged('Asthma', toCome), 'unknown')
})
