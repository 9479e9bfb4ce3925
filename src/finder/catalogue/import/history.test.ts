import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Location, ProtocolSection, Study } from '../../registry/study.ts'
import { changesBetween } from './history.ts'

function study(protocol: Partial<ProtocolSection>): Study {
  return { protocolSection: { identificationModule: { nctId: 'NCT00000001' }, ...protocol } }
}

function withSites(locations: readonly Location[]): Study {
  return study({ contactsLocationsModule: { locations } })
}

const lyon = { facility: 'Clinic', city: 'Lyon', country: 'France' }
const nice = { facility: 'Clinic', city: 'Nice', country: 'France' }
const sites = 'protocolSection.contactsLocationsModule.locations'

test('a site that opened and a site that left are named', () => {
  assert.deepEqual(changesBetween(withSites([lyon]), withSites([nice])), [
    {
      field: 'sites',
      path: sites,
      before: 'Clinic, Lyon, France',
      after: 'Clinic, Nice, France',
    },
  ])
})

test('sites that closed together are told together, each by name', () => {
  const open = [lyon, nice].map((site) => ({ ...site, status: 'RECRUITING' }))
  const closed = open.map((site) => ({ ...site, status: 'COMPLETED' }))
  assert.deepEqual(changesBetween(withSites(open), withSites(closed)), [
    {
      field: 'sites',
      path: `${sites}.status`,
      of: ['Clinic, Lyon, France', 'Clinic, Nice, France'],
      before: 'RECRUITING',
      after: 'COMPLETED',
    },
  ])
})

test('a new contact at a site is kept, as a change of contacts', () => {
  const now = [{ ...lyon, contacts: [{ name: 'A. Person', phone: '01 02' }] }]
  assert.deepEqual(changesBetween(withSites([lyon]), withSites(now)), [
    {
      field: 'contacts',
      path: `${sites}.contacts`,
      of: ['Clinic, Lyon, France'],
      after: 'A. Person, 01 02',
    },
  ])
})

test('two sites of one name are told apart, and the place on the map is no change', () => {
  const here = { lat: 45.7, lon: 4.8 }
  const old = [lyon, { ...lyon, geoPoint: here }]
  assert.deepEqual(changesBetween(withSites(old), withSites([lyon, lyon])), [])
  const [change] = changesBetween(withSites(old), withSites([lyon]))
  assert.equal(change?.before, 'Clinic, Lyon, France (2)')
})

test('phases are kept whole on both sides, and of rules only the lines that differ', () => {
  const old = study({
    designModule: { phases: ['PHASE1', 'PHASE2'] },
    eligibilityModule: { eligibilityCriteria: 'Fever\nRash\nAdults' },
  })
  const now = study({
    designModule: { phases: ['PHASE2'] },
    eligibilityModule: { eligibilityCriteria: 'Fever\nRash\nChildren' },
  })
  assert.deepEqual(
    changesBetween(old, now).map(({ before, after }) => [before, after]),
    [
      ['Adults', 'Children'],
      ['PHASE1\nPHASE2', 'PHASE2'],
    ],
  )
})
