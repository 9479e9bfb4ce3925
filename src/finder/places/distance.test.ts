import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import {
  boundingBox,
  distanceKm,
  earthRadiusKm,
  isInBox,
  kmFromMiles,
  kmInMile,
  milesFromKm,
} from './distance.ts'

const paris = { lat: 48.85341, lon: 2.3488 }
const kremlinBicetre = { lat: 48.81471, lon: 2.36073 }
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
const point = fc.record({ lat: degrees(90), lon: degrees(180) })

test('a mile is exactly 1.609344 km', () => {
  assert.equal(kmInMile, 1.609344)
  assert.equal(kmFromMiles(25), 40.2336)
  assert.equal(milesFromKm(1.609344), 1)
})

test('Le Kremlin-Bicêtre is about 4 km from the middle of Paris', () => {
  assert.ok(Math.abs(distanceKm(paris, kremlinBicetre) - 4.39) < 0.01)
})

test('one degree of the equator and a quarter of a meridian have their known lengths', () => {
  const degree = (Math.PI * earthRadiusKm) / 180
  assert.ok(Math.abs(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 1 }) - degree) < 1e-9)
  const quarter = distanceKm({ lat: 0, lon: 30 }, { lat: 90, lon: -70 })
  assert.ok(Math.abs(quarter - degree * 90) < 1e-9)
})

test('opposite points, and points a hand from opposite, are as far apart as they are', () => {
  const half = Math.PI * earthRadiusKm
  const metre = 0.001
  const metreNorth = 180 / half / 1000
  assert.ok(Math.abs(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 }) - half) < 1e-9)
  assert.ok(Math.abs(distanceKm({ lat: 48, lon: 2 }, { lat: -48, lon: -178 }) - half) < 1e-9)
  const short = distanceKm({ lat: 0, lon: 0 }, { lat: metreNorth, lon: 180 })
  assert.ok(Math.abs(half - short - metre) < 1e-9)
})

test('the two ways to write the date line are one place', () => {
  assert.ok(distanceKm({ lat: 10, lon: 180 }, { lat: 10, lon: -180 }) < 1e-9)
  assert.ok(isInBox({ lat: 0, lon: -180 }, boundingBox({ lat: 0, lon: 180 }, 0)))
  assert.ok(isInBox({ lat: 0, lon: 180 }, boundingBox({ lat: 0, lon: -180 }, 0)))
})

test('a distance is the same both ways, never negative and at most half way round', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const there = distanceKm(a, b)
      assert.ok(there >= 0 && there <= Math.PI * earthRadiusKm + 1e-6)
      assert.ok(Math.abs(there - distanceKm(b, a)) < 1e-6)
      assert.equal(distanceKm(a, a), 0)
    }),
  )
})

test('a detour is never shorter', () => {
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      assert.ok(distanceKm(a, c) <= distanceKm(a, b) + distanceKm(b, c) + 1e-6)
    }),
  )
})

test('a box leaves out nothing within the distance, over the date line and the poles too', () => {
  fc.assert(
    fc.property(point, point, fc.double({ min: 0, max: 21_000, noNaN: true }), (a, b, km) => {
      if (distanceKm(a, b) <= km) assert.ok(isInBox(b, boundingBox(a, km)))
    }),
    { numRuns: sized(500, 5000) },
  )
})

test('a box leaves out nothing near, in small distances', () => {
  const near = fc.double({ min: -0.4, max: 0.4, noNaN: true })
  fc.assert(
    fc.property(point, near, near, (a, north, east) => {
      const b = { lat: Math.max(-90, Math.min(90, a.lat + north)), lon: wrapped(a.lon + east) }
      assert.ok(isInBox(b, boundingBox(a, distanceKm(a, b))))
    }),
    { numRuns: sized(500, 5000) },
  )
})

test('a box is as narrow as its latitude asks', () => {
  const { south, north, lons } = boundingBox({ lat: 60, lon: 10 }, 100)
  assert.ok(Math.abs(north - south - 1.7986) < 0.001)
  const [[west, east] = [0, 0]] = lons
  assert.equal(lons.length, 1)
  assert.ok(Math.abs(east - west - 3.599) < 0.002)
})

test('a box over the date line has two stretches; around a pole it has all longitudes', () => {
  const [west, east] = boundingBox({ lat: -17.7, lon: 178 }, 500).lons
  assert.deepEqual([west?.[1], east?.[0]], [180, -180])
  assert.deepEqual(boundingBox({ lat: 89.9, lon: 0 }, 50), {
    ...boundingBox({ lat: 89.9, lon: 120 }, 50),
    lons: [[-180, 180]],
  })
})

function wrapped(lon: number): number {
  if (lon > 180) return lon - 360
  return lon < -180 ? lon + 360 : lon
}
