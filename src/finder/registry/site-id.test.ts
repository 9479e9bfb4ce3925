import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { siteId, siteIdIn, siteOf, sitesById } from './site-id.ts'
import type { ProtocolSection } from './study.ts'

const bicetre = { facility: 'Hôpital Bicêtre', city: 'Le Kremlin-Bicêtre', country: 'France' }

function studyWith(...locations: readonly object[]): ProtocolSection {
  return {
    identificationModule: { nctId: 'NCT02390596' },
    contactsLocationsModule: { locations },
  }
}

test('a site keeps its id when case, accents or punctuation of its name change', () => {
  const id = siteId(bicetre)
  assert.match(id, /^[0-9a-f]{10}$/)
  assert.equal(siteId({ ...bicetre, facility: 'HOPITAL  BICETRE' }), id)
  assert.equal(siteId({ ...bicetre, city: 'le Kremlin Bicêtre.' }), id)
  assert.notEqual(siteId({ ...bicetre, city: 'Paris' }), id)
  assert.notEqual(siteId({ ...bicetre, facility: 'Hôpital Necker' }), id)
})

test('what belongs to the name does not slip into the town', () => {
  assert.notEqual(siteId({ facility: 'A', city: 'B C' }), siteId({ facility: 'A B', city: 'C' }))
})

test('a site without a name has an id too, and is found by it', () => {
  const unnamed = { city: 'Lyon', country: 'France' }
  assert.equal(siteOf(studyWith(bicetre, unnamed), siteId(unnamed)), unnamed)
  const nothing = {}
  assert.equal(siteOf(studyWith(bicetre, nothing), siteId(nothing)), nothing)
})

test('a site that the record does not have is not found', () => {
  assert.equal(siteOf(studyWith(), siteId(bicetre)), undefined)
  assert.equal(
    siteOf({ identificationModule: { nctId: 'NCT02390596' } }, siteId(bicetre)),
    undefined,
  )
  assert.equal(siteOf(studyWith(bicetre), 'Hôpital Bicêtre'), undefined)
})

test('sites that are named alike are two: the first keeps the id of the name, and each is found by its own', () => {
  const [one, other, third, fourth] = [
    { ...bicetre, zip: '1' },
    { ...bicetre, zip: '2' },
    { ...bicetre, zip: '2' },
    { ...bicetre, zip: '2' },
  ]
  const study = studyWith(one, other, third, fourth)
  const ids = [one, other, third, fourth].map((site) => siteIdIn(study, site))
  assert.equal(ids[0], siteId(bicetre))
  assert.equal(new Set(ids).size, 4)
  for (const [at, site] of [one, other, third, fourth].entries()) {
    assert.match(ids[at] ?? '', /^[0-9a-f]{10}$/)
    assert.equal(siteOf(study, ids[at] ?? ''), site)
  }
  assert.deepEqual([...sitesById(study).keys()], ids)
  assert.equal(siteIdIn(study, { ...other }), ids[1], 'a copy')
  const later = studyWith(other)
  assert.equal(siteOf(later, ids[1] ?? ''), other, 'the first has left the record')
})

test('any name gives an id of ten letters and digits, always the same', () => {
  fc.assert(
    fc.property(anyText(), anyText(), anyText(), (facility, city, country) => {
      const site = { facility, city, country }
      assert.match(siteId(site), /^[0-9a-f]{10}$/)
      assert.equal(siteId(site), siteId({ ...site }))
    }),
  )
})
