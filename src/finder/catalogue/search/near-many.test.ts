import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fewStudies } from '../../../testing/few-studies.ts'
import { exampleStudy, testCatalogue } from '../../../testing/test-alerts.ts'
import { distanceKm } from '../../places/distance.ts'
import type { Study } from '../../registry/study.ts'
import type { Query } from '../model/query.ts'

const today = '2026-11-25'
type Site = NonNullable<Parameters<typeof exampleStudy>[0]['sites']>[number]

const at = (lat: number, lon: number, status?: string): Site => ({
  city: `Town ${lat} ${lon}`,
  lat,
  lon,
  ...(status !== undefined && { status }),
})

/** At the poles, on both sides of the date line, on the edges of half degrees, in the same town again, and nowhere. */
const corners: readonly (readonly Site[])[] = [
  [at(90, 0)],
  [at(-90, -180)],
  [at(89.99999, 179.99999)],
  [at(0.00001, 180)],
  [at(0.00001, -180)],
  [at(-0.5, 179.7), at(-0.5, -179.7)],
  [at(48.5, 2.5), at(48.49999, 2.49999), at(48.5, 2.5)],
  [at(48.85, 2.35, 'COMPLETED'), at(45.76, 4.84, 'RECRUITING')],
  [],
  Array.from({ length: 2000 }, (_, i) => at(Math.round(i * 80 - 80_000) / 1000, (i % 360) - 180)),
]

/** More than are tested one by one, in one segment. */
const studies: readonly Study[] = Array.from({ length: 300 }, (_, i) =>
  exampleStudy({
    nctId: `NCT0200${String(i).padStart(4, '0')}`,
    sites: corners[i] ?? [
      at(
        ((i * 37) % 170) - 85,
        ((i * 101) % 360) - 179.5,
        i % 3 === 0 ? 'COMPLETED' : 'RECRUITING',
      ),
    ],
  }),
)

const asked: readonly (readonly [lat: number, lon: number, km: number])[] = [
  [90, 12, 0],
  [90, 0, 700],
  [86, 90, 800],
  [80, -90, 3000],
  [-90, 0, 5],
  [0, 180, 40],
  [0, -180, 40],
  [-0.5, 180, 34],
  [52, 179.9, 1500],
  [48.5, 2.5, 0],
  [48.5, 2.5, 0.003],
  [48.85, 2.35, 10],
  [48.85, 2.35, 500],
  [48.85, 2.35, 6000],
  [10, 10, 9000],
  [10, 10, 25_000],
]

test('among many studies those near are the ones that measuring each of their sites gives, at the poles and the date line too', async (t) => {
  const { take } = await testCatalogue(t)
  const catalogue = await take([...studies], '2026-11-20T06:00:00Z')
  for (const [lat, lon, withinKm] of asked)
    for (const status of [undefined, ['RECRUITING']]) {
      const near = { lat, lon }
      const query: Query = { near, withinKm, today, pageSize: 1000, ...(status && { status }) }
      const isNear = (site: Site): boolean =>
        distanceKm(near, site) <= withinKm && !(status && site.status === 'COMPLETED')
      const expected = studies.filter((_, i) => sitesOf(studies[i]).some(isNear)).map(idOf)
      const { hits, total } = await catalogue.search(query)
      assert.deepEqual(hits.map(({ nctId }) => nctId).toSorted(), expected, JSON.stringify(query))
      assert.equal(total, expected.length)
    }
})

test('the nearest site is named as the record has it, far down a long list and with marks in its name', async (t) => {
  const { take } = await testCatalogue(t)
  const long = studies[9] as Study
  const sites = long.protocolSection.contactsLocationsModule?.locations?.map((site, i) =>
    i === 1999 ? { ...site, facility: 'The "Old"} {House\\"', city: 'Ré\\' } : site,
  )
  const named = {
    ...long,
    protocolSection: {
      ...long.protocolSection,
      descriptionModule: { briefSummary: 'See "contactsLocationsModule":{"locations":[]}.' },
      contactsLocationsModule: {
        ...long.protocolSection.contactsLocationsModule,
        locations: sites,
      },
    },
  } as Study
  const catalogue = await take([named], '2026-11-20T06:00:00Z')
  const { hits } = await catalogue.search({ near: { lat: 80, lon: 20 }, withinKm: 500, today })
  const site = hits[0]?.nearestSite
  assert.deepEqual([site?.facility, site?.city], ['The "Old"} {House\\"', 'Ré\\'])
})

test('who has a site around is gathered once, however many words are asked for in between', () => {
  const few = fewStudies([
    {
      identificationModule: { nctId: '', briefTitle: 'A study' },
      contactsLocationsModule: { locations: [{ geoPoint: { lat: 48.5, lon: 2.5 } }] },
    },
  ])
  const [segment] = few.segments
  const columns = segment?.columns()
  assert.ok(segment && columns)
  const cells = segment.siteCells(columns)
  assert.deepEqual([...cells.docs], [0])
  for (let word = 0; word < 40_000; word++) segment.term('main', `no such word ${word}`)
  assert.equal(segment.siteCells(columns), cells)
  few.close()
})

function sitesOf(study: Study | undefined): Site[] {
  const sites = study?.protocolSection.contactsLocationsModule?.locations ?? []
  return sites.map(({ city = '', geoPoint = { lat: 0, lon: 0 }, status }) => ({
    city,
    ...geoPoint,
    ...(status && { status }),
  }))
}

function idOf(study: Study): string {
  return study.protocolSection.identificationModule.nctId
}
