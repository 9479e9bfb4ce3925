/**
 * Makes `data/places/outlines.json`: the countries of the world as GeoJSON, for a map that asks no other
 * host for its tiles. A ring never jumps over the date line: it goes on beyond it. From Natural Earth (public domain) by way of `world-atlas`.
 *
 *   node scripts/outlines.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { MultiPolygon, Polygon, Position } from 'geojson'

type Ring = Position[]

/** 50m shows small countries; what would be no more than a dot on the map is left out again. */
const source = 'world-atlas/countries-50m.json'
const target = join(import.meta.dirname, '..', 'data', 'places', 'outlines.json')
const toleranceDegrees = 0.13
const smallestSquareDegrees = 0.03

function main(): void {
  const file = createRequire(import.meta.url).resolve(source)
  const topology: Topology<{ countries: GeometryCollection<{ name: string }> }> = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  const features = feature(topology, topology.objects.countries).features.flatMap((country) => {
    const { geometry } = country
    // Nobody recruits there, and its coast is a tenth of the file.
    if (country.properties.name === 'Antarctica') return []
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return []
    const coordinates = simplified(geometry)
    if (coordinates.length === 0) return []
    const properties = { name: country.properties.name }
    return [{ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } }]
  })
  const text = JSON.stringify({ type: 'FeatureCollection', features })
  writeFileSync(target, text)
  console.log(
    `${features.length} countries, ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} packed`,
  )
}

function simplified(geometry: Polygon | MultiPolygon): Position[][][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = polygons.map((polygon) => polygon.map((ring) => simplifiedRing(unwrapped(ring))))
  const kept = rings
    .map((polygon) => polygon.filter(isSeen))
    .filter(([outer]) => outer !== undefined)
  if (kept.length > 0) return kept
  // A country of small islands keeps its largest, every point of it.
  const outers = polygons.flatMap(([outer]) => (outer ? [outer] : []))
  const largest = outers.reduce<Ring>((best, ring) => (area(ring) > area(best) ? ring : best), [])
  return largest.length >= 4 ? [[largest.map(rounded)]] : []
}

/** A ring that goes on past the date line instead of back around the world: longitudes may be beyond 180. */
function unwrapped(ring: Ring): Ring {
  let turns = 0
  return ring.map(([x = 0, y = 0], index) => {
    const [before = x] = ring[index - 1] ?? []
    if (x - before > 180) turns -= 360
    if (x - before < -180) turns += 360
    return [x + turns, y]
  })
}

function isSeen(ring: Ring): boolean {
  return ring.length >= 4 && area(ring) >= smallestSquareDegrees
}

/** By the shoelace formula. */
function area(ring: Ring): number {
  let twice = 0
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? []
    twice += x * nextY - nextX * y
  }
  return Math.abs(twice) / 2
}

/** Both halves of a ring from its first point to its farthest, each by Douglas and Peucker (1973). */
function simplifiedRing(ring: Ring): Ring {
  const [first] = ring
  if (!first || ring.length <= 5) return ring.map(rounded)
  const far = ring.reduce(
    (best, point, index) => (gap(point, first) > gap(ring[best] ?? first, first) ? index : best),
    0,
  )
  const points = [
    ...straightened(ring.slice(0, far + 1)),
    ...straightened(ring.slice(far)).slice(1),
  ]
  const short = points.map(rounded)
  return short.filter(
    ([x, y], index) => index === 0 || x !== short[index - 1]?.[0] || y !== short[index - 1]?.[1],
  )
}

function straightened(line: Ring): Ring {
  const first = line[0]
  const last = line.at(-1)
  if (!first || !last || line.length < 3) return line
  let farthest = 0
  let most = 0
  for (const [index, point] of line.entries()) {
    const off = distanceToLine(point, first, last)
    if (off > most) [farthest, most] = [index, off]
  }
  if (most <= toleranceDegrees) return [first, last]
  return [
    ...straightened(line.slice(0, farthest + 1)),
    ...straightened(line.slice(farthest)).slice(1),
  ]
}

function distanceToLine(point: Position, from: Position, to: Position): number {
  const [x = 0, y = 0] = point
  const [ax = 0, ay = 0] = from
  const [bx = 0, by = 0] = to
  const length = Math.hypot(bx - ax, by - ay)
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs((by - ay) * (x - ax) - (bx - ax) * (y - ay)) / length
}

function gap([x = 0, y = 0]: Position, [otherX = 0, otherY = 0]: Position): number {
  return Math.hypot(x - otherX, y - otherY)
}

function rounded([x = 0, y = 0]: Position): Position {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100]
}

main()
