import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { distanceKm } from '../../../finder/places/distance.ts'
import { siteMarkOf, openReach, siteMark } from './reach.ts'

/** A point in hundredths of a degree, poles and the date line included. */
const point = fc.tuple(
  fc.oneof(fc.integer({ min: -9_000, max: 9_000 }), fc.constantFrom(-9_000, 9_000, 0)),
  fc.oneof(fc.integer({ min: -18_000, max: 18_000 }), fc.constantFrom(-18_000, 18_000, 0)),
)
const path = fc.constantFrom('FR/11/94', 'FR/11', 'FR', 'FR/53/35', 'US/IL', 'FRA')
const study = fc.array(fc.option(point), { maxLength: 6 }).chain((sites) =>
  fc.record({
    sites: fc.constant(sites),
    areas: fc.array(fc.option(path), { minLength: sites.length, maxLength: sites.length }),
    newSites: fc.subarray(sites.map((_, index) => index)),
    closedSites: fc.subarray(sites.map((_, index) => index)),
  }),
)

test('what is within reach is what measuring every site says, anywhere on the Earth', () => {
  fc.assert(
    fc.property(
      fc.array(study, { maxLength: 12 }),
      point,
      fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 20_038 })),
      (studies, [lat, lon], km) => {
        const place = { lat: lat / 100, lon: lon / 100 }
        const reached = openReach(studies).around(place, km)
        studies.forEach(({ sites, newSites, closedSites }, index) => {
          const canBeJoined = (site: number): boolean => !closedSites.includes(site)
          const isNear = (site: number): boolean => {
            const at = sites[site]
            if (!at) return false
            const point = { lat: at[0] / 100, lon: at[1] / 100 }
            return distanceKm(place, point) <= km
          }
          assert.equal(
            (siteMarkOf(reached, index) & siteMark.any) !== 0,
            sites.some((_, site) => isNear(site)),
          )
          assert.equal(
            (siteMarkOf(reached, index) & siteMark.joinable) !== 0,
            sites.some((_, site) => isNear(site) && canBeJoined(site)),
          )
          assert.equal(
            (siteMarkOf(reached, index) & siteMark.fresh) !== 0,
            newSites.some((site) => isNear(site) && canBeJoined(site)),
          )
        })
        const near = studies.flatMap((_, index) =>
          siteMarkOf(reached, index) === 0 ? [] : [index],
        )
        assert.deepEqual(reached.studies, near)
      },
    ),
    { numRuns: sized(500, 5000) },
  )
})

test('what is in an area is what looking at every site says, parts of it included', () => {
  fc.assert(
    fc.property(fc.array(study, { maxLength: 12 }), path, (studies, area) => {
      const reached = openReach(studies).inside(area)
      studies.forEach(({ areas, newSites, closedSites }, index) => {
        const there = areas.flatMap((one, site) =>
          one === area || one?.startsWith(`${area}/`) ? [site] : [],
        )
        const joinable = there.filter((site) => !closedSites.includes(site))
        assert.equal((siteMarkOf(reached, index) & siteMark.any) !== 0, there.length > 0)
        assert.equal((siteMarkOf(reached, index) & siteMark.joinable) !== 0, joinable.length > 0)
        assert.equal(
          (siteMarkOf(reached, index) & siteMark.fresh) !== 0,
          joinable.some((site) => newSites.includes(site)),
        )
      })
    }),
  )
})
