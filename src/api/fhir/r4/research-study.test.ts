import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FhirResource, ResearchStudy } from 'fhir/r4.d.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { ProtocolSection } from '../../../finder/registry/study.ts'
import { exampleStudy } from '../../../testing/example-stored.ts'
import { enums } from '../../../finder/registry/enums.ts'
import { researchStudyR4 } from './research-study.ts'

const base = 'https://trials.example.org/fhir/R4'

function storedOf(protocol: Partial<ProtocolSection>): StoredStudy {
  return {
    study: { protocolSection: { identificationModule: { nctId: 'NCT00000001' }, ...protocol } },
    imported: '2026-11-20',
    points: [],
    history: [],
    categories: [],
  }
}

function insideOf<T extends FhirResource['resourceType']>(
  { contained = [] }: ResearchStudy,
  type: T,
): readonly Extract<FhirResource, { resourceType: T }>[] {
  return contained.filter(
    (one): one is Extract<FhirResource, { resourceType: T }> => one.resourceType === type,
  )
}

test('a study of the old XML is a whole ResearchStudy', () => {
  const study = researchStudyR4(exampleStudy('NCT02390596.2018-05-29.xml'), base)
  assert.equal(study.id, study.identifier?.[0]?.value)
  assert.deepEqual(study.identifier?.[0], {
    use: 'official',
    system: 'http://clinicaltrials.gov',
    value: 'NCT02390596',
  })
  assert.equal(study.status, 'in-review')
  assert.deepEqual(
    study.extension?.filter(({ url }) => url.endsWith('-status')).map(({ valueCode }) => valueCode),
    ['UNKNOWN', 'RECRUITING'],
  )
  assert.equal(study.category?.[0]?.text, 'Study Type: Interventional')
  assert.equal(study.meta?.source, 'https://clinicaltrials.gov/study/NCT02390596')
  const inside = new Set(study.contained?.map(({ id }) => `#${id}`))
  assert.equal(inside.size, study.contained?.length)
  for (const id of inside) assert.ok(JSON.stringify(study).includes(`"reference":"${id}"`), id)
})

test('a study of which nothing is known but its number says so, and nothing empty', () => {
  const study = researchStudyR4(storedOf({}), base)
  assert.equal(study.status, 'in-review')
  assert.equal(study.title, 'NCT00000001')
  assert.equal(study.enrollment?.[0]?.display, 'The record gives no eligibility criteria.')
  assert.deepEqual(Object.keys(study).sort(), [
    'contained',
    'enrollment',
    'id',
    'identifier',
    'meta',
    'resourceType',
    'status',
    'text',
    'title',
  ])
})

test('every status of the registry has one in R4, and only three are active', () => {
  const active = [...enums.Status].filter(
    (overallStatus) =>
      researchStudyR4(storedOf({ statusModule: { overallStatus } }), base).status === 'active',
  )
  assert.deepEqual(active.sort(), ['AVAILABLE', 'ENROLLING_BY_INVITATION', 'RECRUITING'])
  const unheard = researchStudyR4(
    storedOf({ statusModule: { overallStatus: 'SOMETHING NEW', lastKnownStatus: 'RECRUITING' } }),
    base,
  )
  assert.equal(unheard.status, 'in-review')
  assert.deepEqual(unheard.extension, [
    { url: `${base}/StructureDefinition/overall-status`, valueCode: 'SOMETHING NEW' },
    { url: `${base}/StructureDefinition/last-known-status`, valueCode: 'RECRUITING' },
  ])
})

test('what the matching app looks for is there in its words', () => {
  const study = researchStudyR4(
    storedOf({
      statusModule: { overallStatus: 'RECRUITING' },
      designModule: { studyType: 'EXPANDED_ACCESS', phases: ['PHASE1', 'PHASE2'] },
      eligibilityModule: { eligibilityCriteria: 'Inclusion:\n\n* Age \\>= 18\n* CD4 \\< 200' },
      armsInterventionsModule: {
        armGroups: [{ label: 'Arm A ', interventionNames: ['Drug: Two'] }, { label: 'Nothing' }],
        interventions: [
          { type: 'DRUG', name: 'One', armGroupLabels: ['Arm A '] },
          { type: 'DRUG', name: 'Two' },
          { type: 'DRUG', name: 'Three', armGroupLabels: ['No such arm'] },
        ],
      },
    }),
    base,
  )
  assert.deepEqual(study.category, [{ text: 'Study Type: Expanded Access' }])
  assert.equal(study.phase?.text, 'Phase 1/Phase 2')
  assert.equal(study.phase?.coding?.[0]?.code, 'phase-1-phase-2')
  assert.equal(study.enrollment?.[0]?.display, 'Inclusion:\n\n* Age >= 18\n* CD4 < 200')
  const plans = insideOf(study, 'PlanDefinition')
  assert.deepEqual(
    plans.map(({ title, subjectCodeableConcept }) => [title, subjectCodeableConcept?.text]),
    [
      ['One', 'Arm A'],
      ['Two', 'Arm A'],
    ],
  )
  assert.deepEqual(
    study.arm?.map(({ name }) => name),
    ['Arm A', 'Nothing'],
  )
})

test('contacts are given only while people may ask', () => {
  const contact = { name: 'Ada', phone: '+33 1 00', phoneExt: '7', email: 'ada@example.org' }
  const asked = (overallStatus: string): ResearchStudy =>
    researchStudyR4(
      storedOf({
        statusModule: { overallStatus },
        contactsLocationsModule: {
          centralContacts: [contact],
          locations: [{ facility: 'Clinic', city: 'Paris', contacts: [contact] }],
        },
      }),
      base,
    )
  assert.deepEqual(asked('RECRUITING').contact, [
    {
      name: 'Ada',
      telecom: [
        { system: 'phone', value: '+33 1 00 ext. 7', use: 'work' },
        { system: 'email', value: 'ada@example.org', use: 'work' },
      ],
    },
  ])
  assert.equal(insideOf(asked('RECRUITING'), 'Location')[0]?.telecom?.length, 2)
  assert.ok(!JSON.stringify(asked('COMPLETED')).includes('ada@example.org'))
})

test('a study with 2,000 sites gives all of them, each with its own id', () => {
  const locations = Array.from({ length: 2_000 }, (_, at) => ({
    facility: `Site ${at}`,
    city: 'Paris',
    country: 'France',
    status: 'RECRUITING',
    geoPoint: { lat: 48.85, lon: 2.35 },
  }))
  const study = researchStudyR4(storedOf({ contactsLocationsModule: { locations } }), base)
  assert.equal(study.site?.length, 2_000)
  const ids = new Set(insideOf(study, 'Location').map(({ id }) => `#${id}`))
  assert.equal(ids.size, 2_000)
  assert.ok(study.site?.every(({ reference }) => ids.has(reference ?? '')))
  assert.deepEqual(study.location?.[0]?.coding?.[0]?.code, 'FR')
})

test('an end before the start is told apart, because no period may hold both', () => {
  const study = researchStudyR4(
    storedOf({
      statusModule: {
        startDateStruct: { date: '2020-05' },
        completionDateStruct: { date: '2019' },
      },
    }),
    base,
  )
  assert.deepEqual(study.period, { start: '2020-05' })
  assert.deepEqual(study.extension, [
    { url: `${base}/StructureDefinition/completion-date`, valueDateTime: '2019' },
  ])
})
