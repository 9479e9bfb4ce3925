import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { updatedSteps } from '../catalogue/model/filter-table.ts'
import {
  readAge,
  readChoice,
  readDistanceKm,
  readPage,
  readSex,
  readSort,
  readSpanDays,
} from './read-values.ts'

test('an age may be said in years, months, weeks or days, in English or French', () => {
  assert.deepEqual(readAge('6w'), { least: 42, most: 48 })
  assert.deepEqual(readAge('6 semaines'), readAge('6w'))
  assert.deepEqual(readAge('10d'), { least: 10, most: 10 })
  assert.deepEqual(readAge('0d'), { least: 0, most: 0 })
  assert.deepEqual(readAge('2y'), readAge('2 ans'))
  assert.deepEqual(readAge('18'), readAge('18 years'))
  assert.deepEqual(readAge('8mo'), readAge('8 MOIS'))
})

test('a word for a small child is the ages that it can mean', () => {
  assert.deepEqual(readAge('baby'), { least: 0, most: 730 })
  assert.deepEqual(readAge('Bébé'), readAge('nourrisson'))
  assert.deepEqual(readAge('toddler'), { least: 365, most: 1464 })
  assert.deepEqual(readAge('enfant'), { least: 0, most: 18 * 365 + 3 })
  assert.equal(readAge('children'), undefined)
})

test('two years is any day from the second birthday to the last before the third', () => {
  assert.deepEqual(readAge('2y'), { least: 731, most: 1094 })
})

test('what is no age is not guessed at', () => {
  for (const text of ['', 'two', '-1y', '1.5y', '1e3', '131y', '12 parsecs', '٤y', '1y 2mo'])
    assert.equal(readAge(text), undefined, text)
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

test('a span of time always has its unit', () => {
  assert.equal(readSpanDays('30d'), 30)
  assert.equal(readSpanDays('2w'), 14)
  for (const text of ['30', '', 'd', 'soon']) assert.equal(readSpanDays(text), undefined, text)
})

test('a filter knows the values of the registry, in any case, and countries by name or code', () => {
  assert.equal(readChoice('status', 'recruiting'), 'RECRUITING')
  assert.equal(readChoice('status', 'OPENISH'), undefined)
  assert.equal(readChoice('phase', 'constructor'), undefined)
  assert.equal(readChoice('country', 'fr'), 'FR')
  assert.equal(readChoice('country', 'États-Unis'), 'US')
  assert.equal(readChoice('country', 'Atlantis'), undefined)
  assert.equal(readChoice('category', 'nothing'), undefined)
})

test('the steps that are counted are as long as the same text in an address', () => {
  for (const [step, days] of Object.entries(updatedSteps)) assert.equal(readSpanDays(step), days)
})

test('any text at all is read or left, never a throw', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      for (const read of [(age: string) => readAge(age)?.least, readDistanceKm, readPage]) {
        const value = read(text)
        assert.ok(value === undefined || (Number.isFinite(value) && value >= 0))
      }
      readSex(text)
      readSort(text)
    }),
  )
})
