import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ResearchStudy } from 'fhir/r5.d.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { ProtocolSection } from '../../../finder/registry/study.ts'
import { exampleStudy } from '../../../testing/example-stored.ts'
import { researchStudyR5 } from './research-study.ts'

const base = 'https://trials.example.org/fhir/R5'

function made(protocol: Partial<ProtocolSection>): ResearchStudy {
  const stored: StoredStudy = {
    study: { protocolSection: { identificationModule: { nctId: 'NCT00000001' }, ...protocol } },
    imported: '2026-11-20',
    points: [],
    history: [],
    categories: [],
  }
  return researchStudyR5(stored, base)
}

test('a record is published, and how far the study is stands in progressStatus', () => {
  const study = researchStudyR5(exampleStudy('NCT02390596.2020-07-28.xml'), base)
  assert.equal(study.status, 'active')
  assert.deepEqual(
    study.progressStatus?.map(({ state, actual, period }) => [
      state.coding?.[0]?.code,
      actual,
      period?.start,
    ]),
    [['completed', true, '2019-02-18']],
  )
  assert.deepEqual(
    study.label?.map(({ type }) => type?.coding?.[0]?.code),
    ['official', 'acronym'],
  )
  assert.deepEqual(
    study.associatedParty?.map(({ role }) => role.coding?.[0]?.code),
    ['lead-sponsor', 'collaborator', 'primary-investigator'],
  )
  assert.equal(study.recruitment?.actualNumber, 16)
  assert.equal(study.recruitment?.eligibility?.reference, '#eligibility')
  assert.equal(study.outcomeMeasure?.[0]?.type?.[0]?.coding?.[0]?.code, 'primary')
})

test('a status that nobody knows has no code, and one that is new is said as it is', () => {
  for (const [overallStatus, text] of [
    ['UNKNOWN', 'Unknown'],
    ['WITHHELD', 'Withheld'],
    ['SOMETHING_NEW', 'Something New'],
  ] as const)
    assert.deepEqual(made({ statusModule: { overallStatus } }).progressStatus, [
      { state: { text }, actual: true },
    ])
  assert.equal(made({}).progressStatus, undefined)
})

test('a withdrawn study without sites, and an expanded access, are whole', () => {
  const withdrawn = made({
    statusModule: { overallStatus: 'WITHDRAWN', whyStopped: 'No funding \\(yet\\)' },
    designModule: { studyType: 'INTERVENTIONAL', enrollmentInfo: { count: 0, type: 'ACTUAL' } },
  })
  assert.equal(withdrawn.whyStopped?.text, 'No funding (yet)')
  assert.equal(withdrawn.recruitment?.actualNumber, 0)
  assert.equal(withdrawn.site, undefined)
  const access = made({
    statusModule: { overallStatus: 'AVAILABLE' },
    designModule: { studyType: 'EXPANDED_ACCESS', enrollmentInfo: { count: 2 ** 40 } },
  })
  assert.equal(access.studyDesign?.[0]?.coding?.[0]?.code, 'SEVCO:01038')
  assert.equal(access.progressStatus?.[0]?.state.coding?.[0]?.code, 'active')
  assert.equal(access.recruitment?.targetNumber, undefined)
  assert.deepEqual(access.classifier, [{ text: 'Study Type: Expanded Access' }])
})

test('whom to ask is a party of the study while people may ask, and not after', () => {
  const asked = (overallStatus: string): string | undefined =>
    made({
      statusModule: { overallStatus },
      contactsLocationsModule: { centralContacts: [{ name: 'Ada', email: 'ada@example.org' }] },
    }).associatedParty?.[0]?.role.coding?.[0]?.code
  assert.equal(asked('RECRUITING'), 'recruitment-contact')
  assert.equal(asked('COMPLETED'), undefined)
})
