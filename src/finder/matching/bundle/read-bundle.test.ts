import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readBundle } from './read-bundle.ts'

const options = { vocabulary: openVocabulary(), today: '2026-11-23' }

function bundle(...resources: readonly object[]) {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  }
}

function read(...resources: readonly object[]) {
  const { patient, problems } = readBundle(bundle(...resources), options)
  assert.ok(patient, problems[0]?.kind ?? 'no patient')
  return patient
}

const child = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '2024-05-01' }
const asthma = { text: 'Asthma' }
const codes = (code: string) => ({ coding: [{ code }] })

test('age is counted to the day, in the unit people say; sex and death are read', () => {
  const { age, sex } = read(child)
  assert.deepEqual([age?.value, age?.unit, age?.born], [2, 'year', '2024-05-01'])
  assert.equal(age?.minDays, age?.maxDays)
  assert.equal(sex?.evidence.resource, 'Patient/p')
  assert.equal(read({ ...child, birthDate: '2026-10-12' }).age?.value, 6)
  assert.equal(read({ ...child, birthDate: '2026-10-12' }).age?.unit, 'week')
  assert.equal(read({ ...child, deceasedDateTime: '2025' }).deceased?.value, true)
})

test('a birth year alone leaves the age open by a year; one in the future is no age', () => {
  const { age } = read({ ...child, birthDate: '1980' })
  assert.ok(age && age.maxDays - age.minDays >= 364 && age.born === undefined)
  assert.equal(read({ ...child, birthDate: '2030-01-01' }).age, undefined)
  assert.equal(read({ ...child, birthDate: '2024-13-45' }).age, undefined)
})

test('a refuted condition is absent, an unconfirmed possible, a resolved past; entered in error is nothing', () => {
  const condition = (id: string, more: object) => ({
    resourceType: 'Condition',
    id,
    code: asthma,
    ...more,
  })
  const { findings } = read(
    child,
    condition('1', { clinicalStatus: codes('active') }),
    condition('2', { verificationStatus: codes('refuted') }),
    condition('3', { verificationStatus: codes('provisional') }),
    condition('4', { clinicalStatus: codes('resolved') }),
    condition('5', { verificationStatus: codes('entered-in-error') }),
  )
  assert.deepEqual(
    findings.map(({ presence, when, evidence }) => `${evidence.resource} ${presence} ${when}`),
    [
      'Condition/1 present now',
      'Condition/2 absent now',
      'Condition/3 possible now',
      'Condition/4 present history',
    ],
  )
})

test('values come with UCUM units, components and upper limits; a cancelled one does not count', () => {
  const { measures } = read(
    child,
    {
      resourceType: 'Observation',
      id: 'alt',
      status: 'final',
      code: { coding: [{ code: '1742-6' }] },
      valueQuantity: { value: 90, code: 'U/L' },
      referenceRange: [{ high: { value: 40, code: 'U/L' } }],
      effectiveDateTime: '2026-11-01',
    },
    {
      resourceType: 'Observation',
      id: 'bp',
      status: 'final',
      code: { text: 'Blood pressure' },
      component: [
        { code: codes('8480-6'), valueQuantity: { value: 110, code: 'mm[Hg]' } },
        { code: { text: 'Diastolic blood pressure' }, valueQuantity: { value: 70, unit: 'mmHg' } },
      ],
    },
    {
      resourceType: 'Observation',
      status: 'entered-in-error',
      code: codes('718-7'),
      valueQuantity: { value: 1, code: 'g/dL' },
    },
  )
  assert.deepEqual(
    measures.map(({ what, value, unit, upperLimit }) => [what, value, unit, upperLimit]),
    [
      ['alt', '90', 'U/L', '40'],
      ['systolicPressure', '110', 'mm[Hg]', undefined],
      ['diastolicPressure', '70', 'mm[Hg]', undefined],
    ],
  )
})

test('medicines of R4 and R5 and procedures are treatments; one not taken is absent', () => {
  const { treatments } = read(
    child,
    {
      resourceType: 'MedicationStatement',
      id: '1',
      status: 'active',
      medicationCodeableConcept: { text: 'Anakinra' },
    },
    {
      resourceType: 'MedicationUsage',
      id: '2',
      status: 'recorded',
      medication: { concept: { text: 'Aspirin' } },
    },
    {
      resourceType: 'MedicationStatement',
      id: '3',
      status: 'not-taken',
      medicationCodeableConcept: { text: 'Warfarin' },
    },
    { resourceType: 'Procedure', id: '4', status: 'completed', code: { text: 'Appendectomy' } },
  )
  assert.deepEqual(
    treatments.map(({ name, presence, when }) => `${name} ${presence} ${when}`),
    [
      'anakinra present now',
      'aspirin present now',
      'warfarin absent now',
      'appendectomy present history',
    ],
  )
})

test('what is no record of one person is refused, and why', () => {
  for (const [input, kind] of [
    ['not json', 'notJson'],
    ['null', 'notRecord'],
    ['[1,2]', 'notRecord'],
    ['{"resourceType":', 'notJson'],
    [{ resourceType: 'Patient' }, 'notBundle'],
    [{ resourceType: 'Bundle' }, 'empty'],
    [{ resourceType: 'Bundle', entry: 'x' }, 'notList'],
    [bundle(child, { ...child, id: 'q' }), 'severalPeople'],
  ] as const) {
    const { patient, problems } = readBundle(input, options)
    assert.equal(patient, undefined)
    assert.equal(problems.at(-1)?.kind, kind)
  }
})

test('a resource of the wrong shape is left out and named; the rest is read', () => {
  const { patient, problems } = readBundle(
    bundle(
      child,
      { resourceType: 'Condition', id: 'x', code: 7 },
      { resourceType: 'Condition', code: asthma },
    ),
    options,
  )
  assert.deepEqual(problems, [{ kind: 'shape', place: 'Condition/x', about: ['code'], count: 1 }])
  assert.equal(patient?.findings.length, 1)
})

test('a list of resources and lines of them are read as a Bundle is', () => {
  const condition = { resourceType: 'Condition', code: asthma, clinicalStatus: codes('active') }
  const list = [child, condition]
  for (const input of [
    list,
    JSON.stringify(list),
    list.map((one) => JSON.stringify(one)).join('\n'),
  ]) {
    const { patient, problems } = readBundle(input, options)
    assert.deepEqual(problems, [])
    assert.equal(patient?.age?.value, 2)
    assert.equal(patient?.findings[0]?.term, 'Asthma')
  }
})

test('a Bundle in a Bundle is read, and of a resource given twice the newest version', () => {
  const version = (versionId: string, code: string) => ({
    resourceType: 'Condition',
    id: 'c',
    meta: { versionId },
    code: asthma,
    clinicalStatus: codes(code),
  })
  const inner = bundle(version('1', 'active'), version('2', 'resolved'))
  const { findings } = read(child, inner)
  assert.deepEqual(
    findings.map(({ when }) => when),
    ['history'],
  )
})
