import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readBundle } from './read-bundle.ts'

const options = { vocabulary: openVocabulary(), today: '2026-11-23' }

/** Words of FHIR, so that made-up resources come near real ones. */
const types = [
  'Patient',
  'Condition',
  'Observation',
  'MedicationRequest',
  'MedicationStatement',
  'MedicationDispense',
  'Medication',
  'Procedure',
  'Immunization',
  'AllergyIntolerance',
  'FamilyMemberHistory',
  'Bundle',
  'Parameters',
  'Composition',
  'Encounter',
  '__proto__',
]
const keys = [
  'code',
  'coding',
  'text',
  'display',
  'system',
  'status',
  'subject',
  'reference',
  'medicationReference',
  'medicationCodeableConcept',
  'medication',
  'concept',
  'contained',
  'valueQuantity',
  'value',
  'unit',
  'comparator',
  'valueString',
  'valueCodeableConcept',
  'effectiveDateTime',
  'onsetDateTime',
  'abatementString',
  'clinicalStatus',
  'verificationStatus',
  'component',
  'referenceRange',
  'interpretation',
  'entry',
  'resource',
  'fullUrl',
  'id',
  'meta',
  'birthDate',
  'gender',
  'ingredient',
  'itemReference',
  'modifierExtension',
  '__proto__',
  'constructor',
]
const words = fc.oneof(
  fc.constantFrom(
    'active',
    'final',
    'Patient/p',
    '#m',
    'urn:uuid:1',
    'Medication/m/_history/1',
    'http://loinc.org',
    'http://snomed.info/sct',
    '2160-0',
    '72166-2',
    'mg/dL',
    '__proto__',
    'toString',
    '0000-01-01',
    '9999-12-31',
    '2026-02-30',
    '2026-05-01T10:00:00+14:00',
    '\uD800',
    '1e999',
    'Asthma',
    'Warfarin sodium 5 MG',
    'Allergy to ',
    'Family history of ',
  ),
  anyText({ maxLength: 30 }),
)
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...keys), tie('any')), { maxLength: 5 })
    .map((pairs) => Object.fromEntries(pairs)),
}))
const resource = fc
  .tuple(fc.constantFrom(...types), value.object)
  .map(([resourceType, rest]) => ({ ...(rest as object), resourceType }))

const runs = sized(100, 20_000)

test('no JSON at all makes reading fail', () => {
  fc.assert(
    fc.property(fc.json(), fc.jsonValue(), (text, one) => {
      readBundle(text, options)
      readBundle({ resourceType: 'Bundle', entry: [{ resource: one }] }, options)
    }),
    { numRuns: runs },
  )
})

test('no resources of FHIR, however they are filled, make reading fail', () => {
  fc.assert(
    fc.property(fc.array(resource, { maxLength: 6 }), fc.boolean(), (all, asText) => {
      const entry = all.map((one) => ({ resource: one, fullUrl: 'urn:uuid:1' }))
      const record = { resourceType: 'Bundle', type: 'history', entry }
      const { patient, problems } = readBundle(asText ? JSON.stringify(record) : record, options)
      assert.ok(problems.length <= 51)
      for (const { about } of problems) assert.ok(about.length <= 12)
      for (const { evidence } of patient?.findings ?? []) assert.ok(evidence.resource)
    }),
    { numRuns: runs },
  )
})

/** In milliseconds of this process, so that a machine that does other things as well does not count. */
function timed(input: unknown): { readonly ms: number } & ReturnType<typeof readBundle> {
  const started = process.cpuUsage()
  const read = readBundle(input, options)
  const { user, system } = process.cpuUsage(started)
  return { ...read, ms: (user + system) / 1000 }
}

const person = { resourceType: 'Patient', id: 'p', birthDate: '1980-01-01' }
const many = (count: number, make: (at: number) => object) => ({
  resourceType: 'Bundle',
  entry: [
    { resource: person },
    ...Array.from({ length: count }, (_, at) => ({ resource: make(at) })),
  ],
})

test('ten thousand entries are read with a few seconds of work at most, and more are said to be left', () => {
  readBundle(
    many(1, () => ({ resourceType: 'MedicationStatement', id: 'm' })),
    options,
  )
  const kinds: readonly ((at: number) => object)[] = [
    (at) => ({
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Creatinine' },
      valueQuantity: { value: at, unit: 'mg/dL' },
    }),
    (at) => ({ resourceType: 'Condition', code: { text: `Asthma of kind ${at}` } }),
    (at) => ({
      resourceType: 'MedicationRequest',
      status: 'active',
      medicationReference: { reference: `Medication/${at}` },
    }),
    (at) => ({ resourceType: `Unheard${at}` }),
  ]
  for (const make of kinds) {
    const tries = [1, 2, 3].map(() => timed(many(12_000, make)))
    const [{ patient, problems } = { patient: undefined, problems: [] }] = tries
    assert.equal(patient?.unread, 2_001)
    assert.ok(problems.some(({ kind }) => kind === 'tooMany'))
    assert.ok(problems.length <= 51)
    assert.ok(Math.min(...tries.map(({ ms }) => ms)) < 4_000, JSON.stringify(make(1)))
  }
})

test('loops of references end', () => {
  const { patient, problems } = readBundle(
    {
      resourceType: 'Bundle',
      entry: [
        { resource: person },
        {
          resource: {
            resourceType: 'Medication',
            id: 'a',
            ingredient: [{ itemReference: { reference: 'Medication/b' } }],
          },
        },
        {
          resource: {
            resourceType: 'Medication',
            id: 'b',
            ingredient: [{ itemReference: { reference: 'Medication/a' } }],
          },
        },
        {
          resource: {
            resourceType: 'MedicationRequest',
            status: 'active',
            medicationReference: { reference: 'Medication/a' },
          },
        },
      ],
    },
    options,
  )
  assert.deepEqual(patient?.treatments, [])
  assert.deepEqual(
    problems.map(({ kind, about }) => [kind, about]),
    [['reference', ['Medication/a']]],
  )
})

test('a Bundle nested a hundred thousand deep is answered', () => {
  const deep = `${'{"resourceType":"Bundle","entry":[{"resource":'.repeat(20_000)}{}${'}]}'.repeat(20_000)}`
  assert.ok(readBundle(deep, options).problems.length > 0)
  const list = `{"resourceType":"Bundle","entry":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  assert.ok(readBundle(list, options).problems.length > 0)
})
