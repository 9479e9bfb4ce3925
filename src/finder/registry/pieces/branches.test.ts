import assert from 'node:assert/strict'
import { test } from 'node:test'
import { branches, branchNamed, nodeNamed, piecesUnder, plainPath } from './branches.ts'
import { pieces } from './pieces.ts'

test('every branch above a field has a name, once, in the order of a record', () => {
  const above = new Set(
    pieces.flatMap(({ path }) => {
      const steps = path.split('.')
      return steps.slice(1).map((_, at) => steps.slice(0, at + 1).join('.'))
    }),
  )
  assert.deepEqual(
    branches.map(({ path }) => path),
    [...above],
  )
  const names = [...branches, ...pieces].map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
})

test('a field or a branch is found by its name or its path, in the case in which it is written', () => {
  assert.equal(nodeNamed('LocationCity')?.name, 'LocationCity')
  assert.equal(nodeNamed('Location')?.path, 'protocolSection.contactsLocationsModule.locations[]')
  assert.equal(
    nodeNamed('protocolSection.contactsLocationsModule.locations.city')?.name,
    'LocationCity',
  )
  assert.equal(nodeNamed('protocolSection.identificationModule')?.name, 'IdentificationModule')
  assert.equal(nodeNamed('hasResults')?.name, 'HasResults')
  for (const none of ['locationcity', 'constructor', '__proto__', '', 'identificationModule'])
    assert.equal(nodeNamed(none), undefined, none)
})

test('a branch brings its fields', () => {
  const location = branchNamed('Location')
  assert.ok(location)
  assert.equal(plainPath(location), 'protocolSection.contactsLocationsModule.locations')
  assert.deepEqual(
    piecesUnder(location)
      .map(({ name }) => name)
      .slice(0, 3),
    ['LocationFacility', 'LocationStatus', 'LocationCity'],
  )
})
