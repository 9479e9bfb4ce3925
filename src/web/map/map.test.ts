import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { skipWithoutBrowser, type Visit, visitSite } from '../../testing/chromium.ts'
import { fc } from '../../testing/properties.ts'
import { smallApp, stored } from '../../testing/small-site.ts'
import { createSite } from '../site.ts'
import type { MapDot } from './dot.ts'
import { joinTouching } from './join-touching.ts'
import { ringsAround } from './rings.ts'
import { type Outlines, worldSvg } from './world-outline.ts'
import { mapWidth, worldX, worldY } from './world.ts'

const file = join(import.meta.dirname, '../../../data/places/outlines.json')
const outlines: Outlines = JSON.parse(readFileSync(file, 'utf8'))
const suva = { lat: -18.1, lon: 178.4, name: 'Suva', country: 'FJ', kind: 'town' as const }
/** Two towns of one island, on either side of the date line. */
const [west, east] = [
  { lat: -16.8, lon: 179.9 },
  { lat: -16.8, lon: -179.9 },
]
const sites = [
  west,
  east,
  ...Array.from({ length: 60 }, (_, at) => ({ lat: -17 - at / 50, lon: 178 + at / 50 })),
]
const fiji = stored({
  identificationModule: { nctId: 'NCT00000001', briefTitle: 'A study of islands' },
  statusModule: { overallStatus: 'RECRUITING', statusVerifiedDate: '2026-10' },
  contactsLocationsModule: {
    locations: sites.map((geoPoint, at) => ({ facility: `Site ${at}`, country: 'Fiji', geoPoint })),
  },
})
const pole = stored({
  identificationModule: { nctId: 'NCT00000002', briefTitle: 'A study at the pole' },
  contactsLocationsModule: { locations: [{ facility: 'Pole', geoPoint: { lat: -90, lon: 0 } }] },
})
const site = createSite(smallApp([fiji, pole], [suva]))

const textOf = (dots: readonly MapDot[]): string => String(dots.length)
const dot = { lat: 0, lon: 0, name: '' }

test('dots that touch are one mark with their sum; no two marks touch, and no dot is lost', () => {
  const placed = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 352 }),
      y: fc.integer({ min: 0, max: 352 }),
      dot: fc.constant(dot),
    }),
    { maxLength: 80 },
  )
  fc.assert(
    fc.property(placed, (dots) => {
      const marks = joinTouching(dots, textOf)
      assert.equal(
        marks.reduce((sum, mark) => sum + mark.dots.length, 0),
        dots.length,
      )
      for (const [at, one] of marks.entries())
        for (const other of marks.slice(at + 1))
          assert.ok(
            Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
              Math.abs(one.y - other.y) >= 24,
          )
    }),
  )
})

test('rings hold every point, in its direction, over the date line as elsewhere', () => {
  const { rings, at } = ringsAround(west, [east], 1)
  assert.deepEqual(
    rings.map(({ distance }) => distance),
    [5, 15, 30],
  )
  const { x, y } = at(east)
  assert.ok(x > 250 && Math.abs(y - 176) < 2, `east of the middle, not at ${x}, ${y}`)
})

test('a place at the reader’s own stands below it, and hides it not', () => {
  const { at } = ringsAround(suva, [suva], 1)
  assert.deepEqual(at(suva), { x: 176, y: 197 })
})

test('no outline jumps over the date line, and what reaches over it is drawn at both edges', () => {
  for (const { geometry } of outlines.features)
    for (const ring of geometry.coordinates.flat())
      for (const [at, [lon]] of ring.entries())
        assert.ok(Math.abs(lon - (ring[at - 1]?.[0] ?? lon)) < 180)
  const chukotka = { features: [{ geometry: { coordinates: [[box(170, 190)]] } }] }
  const [, drawn = ''] = / d="([^"]*)"/.exec(worldSvg(chukotka)) ?? []
  assert.deepEqual(
    drawn.match(/M-?\d+/g),
    [170, -190].map((lon) => `M${worldX(lon) * 2}`),
  )
})

function box(from: number, to: number): [number, number][] {
  const corners: [number, number][] = [
    [from, 60],
    [to, 60],
    [to, 70],
    [from, 70],
  ]
  return [...corners, [from, 65], [from, 60]]
}

test('the poles are at the edges of the world', () => {
  assert.ok(worldY(90) === 0 && worldY(-90) <= 180)
  assert.equal(worldX(180), mapWidth)
})

test('the picture of the world is small', async () => {
  const response = await site.request('/map/world.svg', { headers: { 'Accept-Encoding': 'br' } })
  assert.equal(response.headers.get('content-type'), 'image/svg+xml; charset=UTF-8')
  assert.ok((await response.arrayBuffer()).byteLength < 12_000)
})

interface Told {
  readonly studies: readonly { readonly number?: number; readonly sites: readonly unknown[] }[]
}

test('sites are told for the studies that are asked for, and numbers for a list', async () => {
  const told = async (query: string): Promise<Told> =>
    JSON.parse(await (await site.request(`/map/sites.json?${query}`)).text())
  const list = await told('ids=NCT00000002,NCT99999999,x,NCT00000001&from=21')
  assert.deepEqual(
    list.studies.map((one) => [one.number, one.sites.length]),
    [
      [21, 1],
      [22, 0],
      [23, 0],
      [24, 62],
    ],
  )
  assert.deepEqual(list.studies[0]?.sites[0], [-90, 0, 'Pole', false])
  assert.equal((await told('ids=NCT00000001')).studies[0]?.number, undefined)
  assert.deepEqual((await told('')).studies, [{ sites: [] }])
})

let visit: Visit
before(async () => {
  if (!skipWithoutBrowser) visit = await visitSite(site)
})
after(() => visit?.close())

test(
  'the large map groups sites, comes nearer by the keyboard alone, and closes with Escape',
  { skip: skipWithoutBrowser },
  async () => {
    const page = await visit.browser.newPage({ viewport: { width: 360, height: 740 } })
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    await page.goto(`${visit.address}/list?ids=NCT00000001,NCT00000002`)
    const button = page.getByRole('button', { name: 'Open the large map' })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const group = dialog.getByRole('button', { name: '62 sites: show them nearer' })
    await group.waitFor()
    // Both sides of the date line are one group: the pole is the other mark.
    assert.equal(await dialog.locator('.map-mark').count(), 2)
    assert.match(await dialog.getByRole('status').innerText(), /In view: 63 sites/)
    await group.focus()
    await page.keyboard.press('Enter')
    await group.waitFor({ state: 'detached' })
    await dialog.locator('.map-mark').first().waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    assert.equal(await button.evaluate((one) => one.matches(':focus')), true)
    await page.close()
    assert.deepEqual(troubles, [])
  },
)
