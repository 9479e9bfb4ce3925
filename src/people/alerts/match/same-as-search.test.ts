import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import type { AlertTerms } from '../model/alert.ts'
import { allEvents, eventBits } from '../model/events.ts'
import {
  exampleStudy,
  lyon,
  paris,
  testCatalogue,
  type ExampleStudy,
} from '../../../testing/test-alerts.ts'
import { queryOf } from '../model/saved-search.ts'
import { storedTerms } from '../model/terms.ts'
import { SearchesFound } from './found-by-search.ts'
import { NewsFinder } from './news-finder.ts'
import { openReach } from './reach.ts'
import { eventListOf } from './event-list.ts'

const day = '2026-11-25'
const statuses = ['RECRUITING', 'NOT_YET_RECRUITING', 'COMPLETED', 'ENROLLING_BY_INVITATION']
const conditions = [
  ['Kawasaki Disease', 'Mucocutaneous Lymph Node Syndrome'],
  ['Asthma', 'Asthma'],
  ['Takayasu Arteritis', 'Takayasu Arteritis'],
] as const
const limits = [undefined, '8 Months', '2 Years', '18 Years', '65 Years']

/** Sixty studies of all kinds, always the same. */
function studies(updated: string, shift: number): ExampleStudy[] {
  return Array.from({ length: 60 }, (_, index) => {
    const [condition, mesh] = conditions[index % 3] ?? conditions[0]
    const [least, most] = [limits[index % 4], limits[((index >> 2) % 4) + 1]]
    const sites = [paris, lyon, { city: 'Nice', lat: 43.7 + index / 100, lon: 7.25 }]
    return {
      nctId: `NCT0300${String(index).padStart(4, '0')}`,
      title: index % 5 === 0 ? `Anakinra for ${condition}` : `A study of ${condition}`,
      condition,
      mesh,
      status: statuses[(index + shift) % 4] ?? '',
      updated,
      sex: ['ALL', 'FEMALE', 'MALE'][index % 3] ?? 'ALL',
      sites: sites.slice(index % 3, (index % 3) + 1 + (index % 2)),
      ...(index % 7 === 0 && { criteria: 'Inclusion: previous tocilizumab' }),
      ...(least && index % 2 === 0 && { minimumAge: least }),
      ...(most && { maximumAge: most }),
    }
  })
}

const span = fc
  .tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 365 }))
  .map(([least, width]) => ({ least, most: least + width, on: day }))
const place = fc.record({
  name: fc.constant('somewhere'),
  lat: fc.integer({ min: 4300, max: 4900 }).map((value) => value / 100),
  lon: fc.integer({ min: 100, max: 800 }).map((value) => value / 100),
  withinKm: fc.integer({ min: 1, max: 600 }),
})
const area = fc.constantFrom('FR', 'FR/11', 'FR/84', 'FR/84/69', 'US').map((path) => ({
  name: 'somewhere',
  path,
}))
const where: fc.Arbitrary<Pick<AlertTerms, 'place' | 'area'>> = fc.oneof(
  fc.record({ place }),
  fc.record({ area }),
)
const search = fc.oneof(
  fc.record({
    category: fc.subarray(['heart-and-vessels', 'lungs-and-airways'], { minLength: 1 }),
  }),
  fc.record({
    q: fc.constantFrom(
      'kawasaki',
      'anakinra',
      'kawaski',
      'asthma OR arteritis',
      'tocilizumab',
      'vasculitis -takayasu',
      '"a study of"',
    ),
  }),
  fc.record({ tree: fc.constantFrom('C14.907.940', 'C08.127.108', 'C14') }),
  fc.record({ q: fc.constant('kawasaki'), status: fc.subarray(statuses, { minLength: 1 }) }),
)
const wish = fc.record(
  { search, where, age: span, sex: fc.constantFrom('FEMALE' as const, 'MALE' as const) },
  { requiredKeys: ['search'] },
)

test('an alert finds just what the page’s search finds among what changed', async (t) => {
  const { take } = await testCatalogue(t)
  await take(studies('2026-11-01', 0).map(exampleStudy), '2026-11-20T06:00:00Z')
  const catalogue = await take(studies('2026-11-24', 1).map(exampleStudy), `${day}T06:00:00Z`)
  const [name] = catalogue.changeLists()
  const whole = name && (await catalogue.readChangeList(name.name))
  assert.equal(whole?.changes.length, 60)
  const list = eventListOf(whole)
  const ids = list.changes.map(({ nctId }) => nctId)
  const reach = openReach(list.changes)
  const matched = async (
    given: Omit<AlertTerms, 'events' | 'frequency'>,
  ): Promise<readonly string[]> => {
    const found = new SearchesFound(catalogue, list)
    const finder = new NewsFinder(list, found, reach)
    // What closed is asked of the state before, which the page no longer knows.
    const events = eventBits(allEvents.filter((event) => event !== 'closed'))
    const terms = storedTerms({ ...given, events, frequency: 'daily' })
    found.ask(terms.search)
    await found.settled()
    finder.look({ person: { id: 'p', key: new Uint8Array() }, id: 'a', terms })
    finder.end()
    return finder.take().flatMap(({ news }) => news.map(({ nctId }) => nctId))
  }
  let found = 0
  await fc.assert(
    fc.asyncProperty(wish, async ({ search: asked, where: somewhere = {}, age, sex }) => {
      const query = queryOf(asked, day)
      if (!query) return
      const page = await catalogue.search({
        ...query,
        ...(somewhere.place && { near: somewhere.place, withinKm: somewhere.place.withinKm }),
        ...(somewhere.area && { area: somewhere.area.path }),
        ...(age && { age }),
        ...(sex && { sex }),
        pageSize: 1000,
      })
      const shown = page.hits.map(({ nctId }) => nctId).filter((id) => ids.includes(id))
      const told = await matched({
        search: asked,
        ...somewhere,
        ...(age && { age }),
        ...(sex && { sex }),
      })
      found += told.length
      // The page looks into the long texts only where it finds nothing else, filters included.
      if (page.inEligibility) assert.ok(told.every((id) => shown.includes(id)))
      else assert.deepEqual(told.toSorted(), shown.toSorted())
    }),
    { numRuns: sized(150, 1000) },
  )
  assert.ok(found > 400, `only ${found} matches were compared`)
})
