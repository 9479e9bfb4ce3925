import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSearch } from './read-search.ts'

const paris = { name: 'Paris', country: 'FR', lat: 48.8534, lon: 2.3488, kind: 'town' as const }
const ground = {
  places: { find: (text: string) => (text === 'Paris' ? [paris] : []) },
  today: '2026-11-23',
}

test('words and options become one question', () => {
  const { query, nearName, problems } = readSearch(
    ['kawasaki', 'disease'],
    { near: 'Paris', within: '50km', age: '6w', sex: 'F', status: ['recruiting'], page: '2' },
    ground,
  )
  assert.deepEqual(problems, [])
  assert.equal(nearName, 'Paris, FR')
  assert.deepEqual(query, {
    q: 'kawasaki disease',
    near: { lat: 48.8534, lon: 2.3488 },
    withinKm: 50,
    ageDays: 42,
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
    '--near "Nowhere" cannot be understood. Give a town, a postcode, or latitude,longitude.',
    '--within "far" cannot be understood. Give a distance, such as 25km or 10mi.',
    '--age "old" cannot be understood. Give an age, such as 2y, 8mo or 6w.',
  ])
  assert.deepEqual(readSearch([], { within: '5km' }, ground).problems, [
    '--within needs --near: a distance from where?',
  ])
})
