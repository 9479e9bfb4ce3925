import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Point, distanceKm } from '../src/finder/places/distance.ts'
import { readTowns } from '../src/finder/places/read-towns.ts'
import { shapeOf, storedCode } from '../src/finder/places/postcode-shapes.ts'
import { nameRegions } from './regions.ts'
import { type CodeArea, middle, thin } from './thin-postcodes.ts'
import type { PostalRow } from './postal-row.ts'

/**
 * Makes `data/places/postcodes.tsv.gz` and `data/places/regions.tsv` from a table of postcodes in the
 * columns of GeoNames: country, postcode, place, state, state_code, lat, lon (gzip, with a heading).
 *
 *   node scripts/places.ts path/to/postal.tsv.gz
 *
 * Postcodes that begin alike and are near one another are written once, as their common beginning. Prints the
 * error this brings, measured over every row that went in.
 */

const folder = join(import.meta.dirname, '..', 'data', 'places')

function main(file: string | undefined): void {
  if (!file) throw new Error('usage: node scripts/places.ts path/to/postal.tsv.gz')
  const rows = readPostal(file)
  const countries = Map.groupBy(rows, (row) => row.country)
  const lines: string[] = []
  const errors: RowError[] = []
  for (const [country, ofCountry] of [...countries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const areas = thin(ofCountry)
    lines.push(...linesOf(country, ofCountry, areas))
    for (const error of errorsOf(ofCountry, areas)) errors.push(error)
  }
  const packed = gzipSync(lines.join('\n'), { level: 9 })
  writeFileSync(join(folder, 'postcodes.tsv.gz'), packed)
  writeFileSync(join(folder, 'regions.tsv'), nameRegions(readTowns(), rows))
  report(rows.length, lines.length - countries.size, packed.length, errors)
}

function readPostal(file: string): PostalRow[] {
  const rows: PostalRow[] = []
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(1)) {
    const [country, postcode, place, state, stateCode, lat, lon] = line.split('\t')
    if (!country || !postcode || lat === undefined || lon === undefined) continue
    const code = storedCode(country, postcode)
    const row = { place: placeName(place ?? ''), state: (state ?? '').trim() }
    rows.push({
      ...row,
      country,
      code,
      stateCode: stateCode ?? '',
      lat: Number(lat),
      lon: Number(lon),
    })
  }
  return rows
}

/** "Kingston (Northeast Kingston)" and "BARRIO NORTE (LUJAN, PDO. LUJAN)" are better without the brackets. */
function placeName(place: string): string {
  return place.replace(/ *\([^)]*\)? */g, ' ').trim() || place.trim()
}

/** A heading `!country shapes`, then a line an area: beginning, latitude, longitude, place (empty: as above). */
function linesOf(
  country: string,
  rows: readonly PostalRow[],
  areas: readonly CodeArea[],
): string[] {
  const shapes = new Set(rows.map((row) => shapeOf(row.code)))
  let last = ''
  const lines = areas.map((area) => {
    const place = area.place === last ? '' : area.place
    last = area.place
    return [area.prefix, short(area.lat), short(area.lon), place].join('\t')
  })
  return [`!${country}\t${[...shapes].sort().join(' ')}`, ...lines]
}

function short(degrees: number): string {
  return String(Number(degrees.toFixed(3)))
}

interface RowError {
  /** Kilometres from where the row says its postcode is to where the thinned table says it is. */
  readonly ofRow: number
  /** The same from the middle of all rows of that postcode: what the thinning alone does. */
  readonly ofThinning: number
}

function errorsOf(rows: readonly PostalRow[], areas: readonly CodeArea[]): RowError[] {
  const byPrefix = new Map(areas.map((area) => [area.prefix, area]))
  const byCode = Map.groupBy(rows, (row) => row.code)
  const errors: RowError[] = []
  for (const [code, ofCode] of byCode) {
    const answer = answerFor(code, byPrefix)
    const ofThinning = distanceKm(middle(ofCode), answer)
    for (const row of ofCode) errors.push({ ofRow: distanceKm(row, answer), ofThinning })
  }
  return errors
}

function answerFor(code: string, byPrefix: ReadonlyMap<string, CodeArea>): Point {
  for (let length = code.length; length > 0; length--) {
    const area = byPrefix.get(code.slice(0, length))
    if (area) return { lat: Number(short(area.lat)), lon: Number(short(area.lon)) }
  }
  throw new Error(`${code} has no answer`)
}

function report(rows: number, areas: number, bytes: number, errors: readonly RowError[]): void {
  console.log(`${rows} rows, ${areas} areas, ${(bytes / 1e6).toFixed(2)} MB`)
  console.log(`error of a row in km: ${quantiles(errors.map((error) => error.ofRow))}`)
  console.log(`of the thinning alone: ${quantiles(errors.map((error) => error.ofThinning))}`)
}

function quantiles(values: readonly number[]): string {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2)
  return `p50 ${at(0.5)}, p90 ${at(0.9)}, p95 ${at(0.95)}, p99 ${at(0.99)}, max ${at(1)}`
}

main(process.argv[2])
