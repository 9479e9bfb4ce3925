import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import {
  canonical,
  parseSavedSearch,
  queryOf,
  savedSearchOf,
  searchParams,
} from './saved-search.ts'

test('the same search has one key, in whatever order it was asked', () => {
  assert.equal(
    canonical({ q: 'kawasaki', category: ['a', 'b'] }),
    canonical({ category: ['b', 'a', 'b'], q: 'kawasaki' }),
  )
  assert.notEqual(canonical({ q: 'kawasaki' }), canonical({ cond: 'kawasaki' }))
})

test('a search is kept without place, person, page and order, and asked again as it was', () => {
  const search = savedSearchOf({
    q: 'kawasaki',
    status: ['RECRUITING'],
    near: { lat: 48.8, lon: 2.3 },
    withinKm: 50,
    age: { least: 10, most: 20 },
    sex: 'FEMALE',
    sort: 'nearest',
    page: 3,
    today: '2026-11-25',
  })
  assert.deepEqual(search, { q: 'kawasaki', status: ['RECRUITING'] })
  assert.deepEqual(queryOf(search, '2026-11-26'), { ...search, today: '2026-11-26' })
  assert.equal(searchParams(search).toString(), 'q=kawasaki&status=RECRUITING')
})

test('a study that is followed is no search', () => {
  assert.equal(queryOf({ study: 'NCT02390596' }, '2026-11-25'), undefined)
})

test('what is kept is read as it was, and nothing else is read', () => {
  const search = fc.record(
    {
      q: fc.string({ minLength: 1, maxLength: 40 }),
      category: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 10 }), { minLength: 1 }),
      healthy: fc.constant(true as const),
      masking: fc.constantFrom('open', 'blind'),
      contact: fc.constant(true as const),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(search, (given) => {
      assert.equal(canonical(parseSavedSearch(canonical(given))), canonical(given))
    }),
  )
  assert.throws(() => parseSavedSearch('{"study":"NCT1"}'))
  assert.throws(() => parseSavedSearch('{"q":""}'))
})
