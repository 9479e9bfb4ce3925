import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  readAgeDays,
  readDistanceKm,
  readPage,
  readPoint,
  readSex,
  readSort,
} from './read-query.ts'

test('an age may be said in years, months, weeks or days, in English or French', () => {
  assert.equal(readAgeDays('6w'), 42)
  assert.equal(readAgeDays('6 semaines'), 42)
  assert.equal(readAgeDays('10d'), 10)
  assert.equal(readAgeDays('0d'), 0)
  assert.equal(readAgeDays('2y'), readAgeDays('2 ans'))
  assert.equal(readAgeDays('18'), readAgeDays('18 years'))
  assert.equal(readAgeDays('8mo'), readAgeDays('8 MOIS'))
  assert.ok((readAgeDays('8mo') ?? 0) > 240 && (readAgeDays('8mo') ?? 0) < 247)
})

test('what is no age is not guessed at', () => {
  for (const text of ['', 'two', '-1y', '1.5y', '1e3', '131y', '12 parsecs', '٤y', '1y 2mo'])
    assert.equal(readAgeDays(text), undefined, text)
})

test('a distance is in kilometres unless it says miles', () => {
  assert.equal(readDistanceKm('25km'), 25)
  assert.equal(readDistanceKm('25'), 25)
  assert.equal(readDistanceKm('10mi'), 16.09344)
  assert.equal(readDistanceKm('10 Miles'), 16.09344)
  assert.equal(readDistanceKm('0'), 0)
  for (const text of ['', '-1km', '1e9', 'near', '5mi;sleep', 'Infinity', '20039km'])
    assert.equal(readDistanceKm(text), undefined, text)
})

test('a point is latitude, longitude, within the Earth', () => {
  assert.deepEqual(readPoint('48.81,2.35'), { lat: 48.81, lon: 2.35 })
  assert.deepEqual(readPoint('-0, 180'), { lat: 0, lon: 180 })
  assert.deepEqual(readPoint('90,-180'), { lat: 90, lon: -180 })
  assert.deepEqual(readPoint('48.81234567890123456,2'), { lat: 48.8123, lon: 2 })
  for (const text of ['91,0', '0,181', 'NaN,0', '0x30,1', '1e400,0', '٤٨,2', '48,81,2,35', ''])
    assert.equal(readPoint(text), undefined, text)
})

test('who, order and page', () => {
  assert.equal(readSex('Female'), 'FEMALE')
  assert.equal(readSex('homme'), 'MALE')
  assert.equal(readSex('all'), undefined)
  assert.equal(readSex('constructor'), undefined)
  assert.equal(readSort('nearest'), 'nearest')
  assert.equal(readSort('rank;drop'), undefined)
  assert.equal(readPage('2'), 2)
  for (const text of ['0', '-1', '1e9', '9007199254740993', '1.5', ''])
    assert.equal(readPage(text), undefined, text)
})

test('any text at all is read or left, never a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const read of [readAgeDays, readDistanceKm, readPage]) {
        const value = read(text)
        assert.ok(value === undefined || (Number.isFinite(value) && value >= 0))
      }
      readPoint(text)
      readSex(text)
      readSort(text)
    }),
  )
})
