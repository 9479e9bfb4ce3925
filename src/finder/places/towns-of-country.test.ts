import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distanceKm } from './distance.ts'
import { TownsOfCountry } from './towns-of-country.ts'

let seed = 7
const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647

test('the nearest town is the one that looking at all of them finds, or none within 40 km', () => {
  const towns = Array.from({ length: 3000 }, (_, id) => {
    const lat = Math.round((random() * 12 + 40) * 100) / 100
    return { lat, lon: Math.round(random() * 1500) / 100, admin1: String(id), admin2: '' }
  }).toSorted((a, b) => a.lat - b.lat)
  const country = new TownsOfCountry(towns)
  let none = 0
  for (let asked = 0; asked < 300; asked++) {
    const point = { lat: random() * 16 + 38, lon: random() * 19 - 2 }
    let [nearest, least] = ['', 40]
    for (const town of towns) {
      const km = distanceKm(town, point)
      if (km < least) [nearest, least] = [town.admin1, km]
    }
    if (nearest === '') none++
    assert.equal(country.nearest(point)?.admin1 ?? '', nearest)
  }
  assert.ok(none > 20)
})

test('of towns at one point the first counts; no town, a pole and the date line find none', () => {
  const at = { lat: 48.5, lon: 2.5 }
  const towns = [
    { ...at, admin1: '11', admin2: '94' },
    { ...at, admin1: '84', admin2: '69' },
  ]
  assert.deepEqual(new TownsOfCountry(towns).nearest(at), { admin1: '11', admin2: '94' })
  assert.equal(new TownsOfCountry([]).nearest(at), undefined)
  for (const point of [
    { lat: 90, lon: 0 },
    { lat: -90, lon: 180 },
    { lat: 48.5, lon: -180 },
  ])
    assert.equal(new TownsOfCountry(towns).nearest(point), undefined)
})
