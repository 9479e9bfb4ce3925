import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSearch } from './read-search.ts'

const paris = { name: 'Paris', country: 'FR', lat: 48.8534, lon: 2.3488, kind: 'town' as const }
const france = { ...paris, name: 'France', kind: 'country' as const }
const normandy = { ...paris, name: 'Normandy', kind: 'region' as const }
const point = { name: '48.85,2.35', lat: 48.85, lon: 2.35, kind: 'point' as const }
const ground = {
  language: 'en' as const,
  places: {
    find: (text: string) => [paris, france, normandy, point].filter(({ name }) => name === text),
  },
  isTree: (number: string) => number === 'C14.907',
  today: '2026-11-23',
}

test('words and options become one question', () => {
  const { query, nearName, problems } = readSearch(
    ['kawasaki', 'disease'],
    { near: 'Paris', within: '50km', age: '6w', sex: 'F', status: ['recruiting'], page: '2' },
    ground,
  )
  assert.deepEqual(problems, [])
  assert.equal(nearName, 'Paris, France')
  assert.deepEqual(query, {
    q: 'kawasaki disease',
    near: { lat: 48.8534, lon: 2.3488 },
    withinKm: 50,
    age: { least: 42, most: 48 },
    sex: 'FEMALE',
    status: ['RECRUITING'],
    page: 2,
    today: '2026-11-23',
  })
})

test('what was not asked is not in the question', () => {
  assert.deepEqual(readSearch([], {}, ground).query, { today: '2026-11-23' })
})

test('everything that cannot be understood is named at once, with what to give instead', () => {
  const { problems } = readSearch([], { within: 'far', age: 'old', near: 'Nowhere' }, ground)
  assert.deepEqual(problems, [
    '--within "far" cannot be understood. Give a distance, such as 25km or 10mi.',
    '--age "old" cannot be understood. Give an age, such as 2y, 8mo or 6w.',
    '--near "Nowhere" cannot be understood. Give a town, a postcode, or latitude,longitude.',
  ])
  assert.deepEqual(readSearch([], { within: '5km' }, ground).problems, [
    '--within needs --near: a distance from where?',
  ])
})

test('every filter of the pages can be given', () => {
  const { query, problems } = readSearch(
    [],
    {
      category: ['heart-and-vessels'],
      country: ['France', 'us'],
      class: ['industry'],
      phase: ['phase2,PHASE3'],
      results: 'with',
      healthy: true,
      masking: 'open',
      contact: true,
      updated: '30d',
      tree: 'C14.907',
      elig: 'coronary',
      exact: true,
      size: '100',
    },
    ground,
  )
  assert.deepEqual(problems, [])
  assert.deepEqual(query, {
    category: ['heart-and-vessels'],
    country: ['FR', 'US'],
    sponsorClass: ['INDUSTRY'],
    phase: ['PHASE2', 'PHASE3'],
    results: 'with',
    healthy: true,
    masking: 'open',
    contact: true,
    updatedWithinDays: 30,
    tree: 'C14.907',
    elig: 'coronary',
    exact: true,
    pageSize: 100,
    today: '2026-11-23',
  })
})

test('a value that there is not is said, with those that there are', () => {
  const { problems } = readSearch(
    [],
    { phase: ['PHASE9'], country: ['Atlantis'], results: 'some', size: '101', updated: '30' },
    ground,
  )
  assert.deepEqual(problems, [
    '--results "some" cannot be understood. Give with or without.',
    '--updated "30" cannot be understood. Give a time, such as 30d, 6mo or 1y.',
    '--size "101" cannot be understood. Give a number from 1 to 100.',
    '--phase "PHASE9" cannot be understood. Give one of: EARLY_PHASE1, PHASE1, PHASE2, PHASE3, PHASE4, NA.',
    '--country "Atlantis" cannot be understood. Give the name or the code of a country, such as France or FR.',
  ])
})

test('near a place without a distance the nearest comes first, unless another order is asked for', () => {
  const sort = (options: object) => readSearch([], { near: 'Paris', ...options }, ground).query.sort
  assert.equal(sort({}), 'nearest')
  assert.equal(sort({ within: '25km' }), undefined)
  assert.equal(sort({ sort: 'newest' }), 'newest')
})

test('nobody is told a distance from the middle of a country or a region', () => {
  const problems = (near: string) => readSearch([], { near }, ground).problems
  assert.match(problems('France').join(), /France is a whole country/)
  assert.match(problems('Normandy').join(), /is a whole region/)
  assert.deepEqual(problems('48.85,2.35'), [])
})
