import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Study } from '../../registry/study.ts'
import { publicRecord } from './public-record.ts'
import type { StoredStudy } from './stored.ts'

const ask = { name: 'Dr Ask', phone: '555 1234567', email: 'ask@site.example' }

function stored(overallStatus: string, siteStatus?: string): StoredStudy {
  const study: Study = {
    protocolSection: {
      identificationModule: { nctId: 'NCT00000001' },
      statusModule: { overallStatus },
      contactsLocationsModule: {
        centralContacts: [ask],
        overallOfficials: [{ name: 'Dr Lead' }],
        locations: [
          { facility: 'A', ...(siteStatus && { status: siteStatus }), contacts: [ask] },
          { facility: 'B' },
        ],
      },
    },
  }
  return { study, imported: '2026-11-20', points: [], history: [], categories: [] }
}

test('contacts are given while a study may take people, and not once it takes nobody; the store keeps them', () => {
  for (const status of ['RECRUITING', 'NOT_YET_RECRUITING', 'UNKNOWN', 'AVAILABLE'])
    assert.match(JSON.stringify(publicRecord(stored(status))), /ask@site/, status)
  for (const status of [
    'COMPLETED',
    'ACTIVE_NOT_RECRUITING',
    'TERMINATED',
    'WITHDRAWN',
    'SUSPENDED',
    'ENROLLING_BY_INVITATION',
  ]) {
    const kept = stored(status, 'RECRUITING')
    const text = JSON.stringify(publicRecord(kept))
    assert.doesNotMatch(text, /ask@site|555|Dr Ask/, status)
    assert.match(text, /Dr Lead/)
    assert.match(JSON.stringify(kept), /ask@site/)
  }
})

test('a site that is closed gives no contact while its study goes on recruiting elsewhere', () => {
  const { contactsLocationsModule } = publicRecord(stored('RECRUITING', 'COMPLETED')).study
    .protocolSection
  assert.deepEqual(contactsLocationsModule?.locations, [
    { facility: 'A', status: 'COMPLETED' },
    { facility: 'B' },
  ])
  assert.deepEqual(contactsLocationsModule?.centralContacts, [ask])
})

test('a change of contacts is told without the contacts, and the names of researchers stay', () => {
  const module = 'protocolSection.contactsLocationsModule'
  const fields = ['centralContacts', 'locations.contacts', 'overallOfficials'].map((path) => ({
    field: 'contacts' as const,
    path: `${module}.${path}`,
    before: 'Dr Old, old@site.example',
    after: 'Dr New',
  }))
  const [change] = publicRecord({
    ...stored('RECRUITING'),
    history: [{ imported: '2026-11-20', fields }],
  }).history
  assert.deepEqual(change?.fields, [
    { field: 'contacts', path: `${module}.centralContacts` },
    { field: 'contacts', path: `${module}.locations.contacts` },
    fields[2],
  ])
})

test('what is in a record and not the registry’s is not given out', () => {
  const one = stored('RECRUITING')
  const module = {
    ...one.study.protocolSection.contactsLocationsModule,
    locations_nested: [{ a: 1 }],
  }
  const protocolSection = { ...one.study.protocolSection, contactsLocationsModule: module }
  const shown = publicRecord({ ...one, study: { ...one.study, protocolSection } })
  assert.doesNotMatch(JSON.stringify(shown), /locations_nested/)
})

test('results are not read where nobody looks at them', () => {
  const one = stored('COMPLETED')
  let looked = 0
  const study = {
    ...one.study,
    get resultsSection() {
      looked++
      return { participantFlowModule: {} }
    },
  }
  const shown = publicRecord({ ...one, study })
  assert.equal(looked, 0)
  assert.match(JSON.stringify(shown.study), /participantFlowModule/)
})
