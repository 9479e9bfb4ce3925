import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../testing/properties.ts'
import { bearingDegrees } from './bearing.ts'

const near = (actual: number, expected: number, what: string): void =>
  assert.ok(Math.abs(actual - expected) < 0.01, `${what}: ${actual}, not ${expected}`)

test('north is 0, east 90, south 180 and west 270', () => {
  const here = { lat: 0, lon: 0 }
  near(bearingDegrees(here, { lat: 1, lon: 0 }), 0, 'north')
  near(bearingDegrees(here, { lat: 0, lon: 1 }), 90, 'east')
  near(bearingDegrees(here, { lat: -1, lon: 0 }), 180, 'south')
  near(bearingDegrees(here, { lat: 0, lon: -1 }), 270, 'west')
})

test('the way from Baghdad to Osaka sets out to the north-east', () => {
  // Worked out at the formula's own page by Chris Veness (movable-type.co.uk): 60 degrees.
  near(bearingDegrees({ lat: 35, lon: 45 }, { lat: 35, lon: 135 }), 60.16, 'Osaka')
})

test('the short way over the date line is taken', () => {
  near(bearingDegrees({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 }), 90, 'east over it')
  near(bearingDegrees({ lat: 0, lon: -179.5 }, { lat: 0, lon: 179.5 }), 270, 'west over it')
})

test('from the South Pole every way leads north, apart by its longitude', () => {
  near(bearingDegrees({ lat: -90, lon: 0 }, { lat: -80, lon: 30 }), 30, 'one meridian')
  near(bearingDegrees({ lat: -90, lon: 0 }, { lat: -80, lon: 120 }), 120, 'another')
})

test('it is always a number from 0 up to 360', () => {
  const point = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  fc.assert(
    fc.property(point, point, (from, to) => {
      const degrees = bearingDegrees(from, to)
      assert.ok(degrees >= 0 && degrees < 360, String(degrees))
    }),
  )
})
