import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPlaces } from '../../src/finder/places/places.ts'
import { builtPlaces } from '../../src/testing/built-places.ts'
import { measureTownTypos } from './towns.ts'

test('nine of ten big towns typed with one slip are read or offered first', async () => {
  const places = openPlaces(await builtPlaces())
  const { asked, found, missed } = measureTownTypos(places, 7)
  places.close()
  assert.equal(asked, 300)
  assert.equal(found + missed.length, asked)
  assert.ok(found >= 0.9 * asked, missed.map(({ typed, town }) => `${typed}: ${town}`).join(', '))
})
