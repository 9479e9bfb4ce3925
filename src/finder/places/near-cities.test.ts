import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearCity } from './near-cities.ts'

test('a city of the reader’s own is known with one slip, and not by another first letter', () => {
  assert.equal(nearCity('Mancester', 'en'), 'Manchester')
  assert.equal(nearCity('birmignham', 'en'), 'Birmingham')
  assert.equal(nearCity('clermond ferrand', 'fr'), 'Clermont-Ferrand')
  assert.equal(nearCity('Manchester', 'en'), undefined)
  assert.equal(nearCity('banchester', 'en'), undefined)
  assert.equal(nearCity('Mancester', 'fr'), undefined)
  assert.equal(nearCity('lions', 'en'), undefined)
})
