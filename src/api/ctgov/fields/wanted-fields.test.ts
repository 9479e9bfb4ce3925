import assert from 'node:assert/strict'
import { test } from 'node:test'
import { branches, plainPath } from '../../../finder/registry/pieces/branches.ts'
import { pieces, searchAreas, valuesAt } from '../../../finder/registry/pieces/pieces.ts'
import { exampleStudy } from '../../../testing/example-stored.ts'
import { onlyWanted, wantedFields } from './wanted-fields.ts'

const { study } = exampleStudy('NCT02390596.2018-05-29.xml')

function part(names: string, record: object = study, queried: readonly string[] = []): unknown {
  const fields = wantedFields(names === '' ? [] : names.split(','), () => queried)
  assert.ok('wanted' in fields, names)
  return onlyWanted(record, fields.wanted)
}

test('a field is given where it stands in the record, and nothing besides', () => {
  assert.deepEqual(part('NCTId,OverallStatus'), {
    protocolSection: {
      identificationModule: { nctId: 'NCT02390596' },
      statusModule: { overallStatus: 'UNKNOWN' },
    },
  })
  assert.deepEqual(part('protocolSection.statusModule.overallStatus'), part('OverallStatus'))
})

test('a group brings all that is below it, and no name at all the whole record', () => {
  assert.deepEqual(part('ConditionsModule'), {
    protocolSection: { conditionsModule: study.protocolSection.conditionsModule },
  })
  assert.deepEqual(part('ProtocolSection,NCTId'), { protocolSection: study.protocolSection })
  assert.equal(part(''), study)
})

test('fields of one site stay together, each site in its place, and what a site has not is absent', () => {
  const locations = [
    { city: 'Paris', country: 'France', geoPoint: { lat: 48.8, lon: 2.3 } },
    { country: 'France', facility: 'A hospital' },
    { city: 'Lyon', zip: '69000', geoPoint: { lat: 45.7, lon: 4.8 } },
  ]
  const record = { protocolSection: { contactsLocationsModule: { locations } } }
  assert.deepEqual(part('LocationCity|LocationGeoPoint'.replace('|', ','), record), {
    protocolSection: {
      contactsLocationsModule: {
        locations: [
          { city: 'Paris', geoPoint: { lat: 48.8, lon: 2.3 } },
          {},
          { city: 'Lyon', geoPoint: { lat: 45.7, lon: 4.8 } },
        ],
      },
    },
  })
  assert.deepEqual(part('LocationGeoPoint:lat,LocationState', record), {
    protocolSection: {
      contactsLocationsModule: {
        locations: [{ geoPoint: { lat: 48.8 } }, {}, { geoPoint: { lat: 45.7 } }],
      },
    },
  })
  assert.equal(part('LocationStatus', record), undefined)
})

test('a search area is its fields, and @query the fields that the query looked in', () => {
  const titles = part('BriefTitle,OfficialTitle,Acronym')
  assert.deepEqual(part('TitleSearch'), titles)
  assert.deepEqual(part('@query', study, ['BriefTitle', 'OfficialTitle', 'Acronym']), titles)
  assert.equal(part('@query'), undefined)
})

test('the first name that is none is told, however it is made', () => {
  for (const wrong of [
    'constructor',
    '__proto__',
    'toString',
    'nctid',
    'LocationCity.x',
    'ConditionList',
    'hasResults.x',
    'protocolSection.contactsLocationsModule.locations.lat',
    '',
  ])
    assert.deepEqual(wantedFields(['NCTId', wrong, 'x']), { wrong })
})

test('every name and every path of the table can be asked for, and gives the values that it names', () => {
  const record = { ...study, resultsSection: {} }
  for (const { name } of [...pieces, ...branches, ...searchAreas])
    assert.ok('wanted' in wantedFields([name]), name)
  for (const piece of pieces) {
    assert.deepEqual(part(piece.name, record), part(plainPath(piece), record))
    const [given, all] = [part(piece.name, record) ?? {}, record].map((one) => [
      ...valuesAt(one, piece),
    ])
    assert.deepEqual(given, all, piece.name)
  }
})
