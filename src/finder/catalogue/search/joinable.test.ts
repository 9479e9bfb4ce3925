import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleStudy, lyon, paris, testCatalogue } from '../../../testing/test-alerts.ts'
import { distanceKm } from '../../places/distance.ts'

const today = '2026-11-25'
const versailles = { city: 'Versailles', lat: 48.80359, lon: 2.13424 }

/** A study that takes people in Lyon only, one also beside Paris, one that ended, and one whose sites say nothing. */
const elsewhere = exampleStudy({
  nctId: 'NCT01000011',
  sites: [
    { ...paris, status: 'COMPLETED' },
    { ...lyon, status: 'RECRUITING' },
  ],
})
const beside = exampleStudy({
  nctId: 'NCT01000012',
  sites: [
    { ...paris, status: 'SUSPENDED' },
    { ...versailles, status: 'NOT_YET_RECRUITING' },
  ],
})
const ended = exampleStudy({
  nctId: 'NCT01000013',
  status: 'COMPLETED',
  sites: [{ ...paris, status: 'COMPLETED' }],
})
const silent = exampleStudy({ nctId: 'NCT01000014', sites: [paris] })

test('with a status asked for, a study that takes people is near only by a site that does', async (t) => {
  const { take } = await testCatalogue(t)
  const catalogue = await take([elsewhere, beside, ended, silent], '2026-11-20T06:00:00Z')
  const near = { near: paris, withinKm: 50, today }
  const found = async (status: readonly string[]) => {
    const { hits, total, facets } = await catalogue.search({ ...near, status })
    assert.equal(total, hits.length)
    return { ids: hits.map(({ nctId }) => nctId.slice(-2)).toSorted(), facets, hits }
  }
  const open = await found(['RECRUITING'])
  assert.deepEqual(open.ids, ['12', '14'])
  assert.deepEqual((await found(['COMPLETED'])).ids, ['13'])
  assert.deepEqual((await found(['RECRUITING', 'COMPLETED'])).ids, ['12', '13', '14'])
  assert.deepEqual((await found([])).ids, ['11', '12', '13', '14'])
  // A count is what would be found if that status were chosen.
  for (const { facets } of [open, await found(['COMPLETED']), await found([])])
    assert.deepEqual(facets.status, { RECRUITING: 2, COMPLETED: 1 })
  const named = new Set(open.hits.map(({ nearestSite }) => nearestSite?.city))
  assert.deepEqual(named, new Set(['Paris', 'Versailles']))
})

test('a near site that takes nobody is said to, and where the study takes people is named', async (t) => {
  const { take } = await testCatalogue(t)
  const catalogue = await take([elsewhere, ended], '2026-11-20T06:00:00Z')
  const { hits } = await catalogue.search({ near: paris, withinKm: 50, today })
  const [first, last] = hits.toSorted((a, b) => (a.nctId < b.nctId ? -1 : 1))
  assert.deepEqual(
    [first?.nearestSite?.city, first?.nearestSite?.status, first?.joinableSite?.city],
    ['Paris', 'COMPLETED', 'Lyon'],
  )
  assert.ok((first?.joinableSite?.km ?? 0) > 300)
  assert.deepEqual([last?.nearestSite?.city, last?.joinableSite], ['Paris', undefined])
})

test('a site a hundred metres beyond a distance is not within it', async (t) => {
  const { take } = await testCatalogue(t)
  const from = { lat: 45.12344, lon: 4.98765 }
  const north = (km: number) => ({ city: 'Lyon', lat: from.lat + km / 111.19508, lon: from.lon })
  const kms = [9.9, 9.99, 10.01, 10.1, 10.4]
  const catalogue = await take(
    kms.map((km, index) => exampleStudy({ nctId: `NCT0100002${index}`, sites: [north(km)] })),
    '2026-11-20T06:00:00Z',
  )
  for (const km of kms) assert.ok(Math.abs(distanceKm(from, north(km)) - km) < 0.001)
  const { hits } = await catalogue.search({ near: from, withinKm: 10, today, sort: 'nearest' })
  assert.deepEqual(
    hits.map(({ nctId }) => nctId.slice(-1)),
    ['0', '1'],
  )
})

test('a country, a region and a department hold the sites in them, wherever their middle is', async (t) => {
  const { take } = await testCatalogue(t)
  const boulogne = { city: 'Boulogne-Billancourt', lat: 48.83545, lon: 2.24128 }
  const catalogue = await take(
    [
      elsewhere,
      ended,
      exampleStudy({ nctId: 'NCT01000031', sites: [versailles] }),
      exampleStudy({ nctId: 'NCT01000032', sites: [boulogne, { ...lyon, status: 'COMPLETED' }] }),
    ],
    '2026-11-20T06:00:00Z',
  )
  const found = async (area: string, status: readonly string[] = []) => {
    const { hits } = await catalogue.search({ area, status, today, sort: 'newest' })
    return hits.map(({ nctId }) => nctId.slice(-2)).toSorted((a, b) => (a < b ? -1 : 1))
  }
  assert.deepEqual(await found('FR/11/92'), ['32'])
  assert.deepEqual(await found('FR/11/78'), ['31'])
  assert.deepEqual(await found('FR/11'), ['11', '13', '31', '32'])
  assert.deepEqual(await found('FR/1'), [])
  assert.deepEqual(await found('FR'), ['11', '13', '31', '32'])
  assert.deepEqual(await found('BE'), [])
  // Lyon: one takes people there, one no longer does.
  assert.deepEqual(await found('FR/84/69'), ['11', '32'])
  assert.deepEqual(await found('FR/84/69', ['RECRUITING']), ['11'])
  assert.deepEqual(await found('FR/11', ['RECRUITING']), ['31', '32'])
  const { facets, hits } = await catalogue.search({ area: 'FR/11', today })
  assert.deepEqual(facets.status, { RECRUITING: 2, COMPLETED: 1 })
  for (const { nearestSite } of hits)
    assert.deepEqual([nearestSite?.km, nearestSite?.isInArea], [0, true])
})
