import { readFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import type { TownRow } from './read-towns.ts'
import { shippedFile } from './shipped.ts'

/** The shipped postcodes, each weighed by the biggest town around it. */
export function writePostcodes(database: DatabaseSync, towns: readonly TownRow[]): void {
  const biggest = biggestByCell(towns)
  const insertShape = database.prepare('insert into shapes values (?, ?)')
  const rows: PostcodeRow[] = []
  let country = ''
  let place = ''
  for (const line of readLines()) {
    const [first = '', second = '', third = '', fourth = ''] = line.split('\t')
    if (first.startsWith('!')) {
      country = first.slice(1)
      place = ''
      for (const shape of second.split(' ')) insertShape.run(shape, country)
      continue
    }
    place = fourth || place
    rows.push({ code: first, country, lat: Number(second), lon: Number(third), place })
  }
  insertAll(database, rows, biggest)
}

interface PostcodeRow {
  readonly code: string
  readonly country: string
  readonly lat: number
  readonly lon: number
  readonly place: string
}

function readLines(): string[] {
  const packed = readFileSync(shippedFile('postcodes.tsv.gz'))
  return gunzipSync(packed).toString('utf8').split('\n')
}

function insertAll(
  database: DatabaseSync,
  rows: PostcodeRow[],
  biggest: ReadonlyMap<number, number>,
): void {
  rows.sort((a, b) => (a.code === b.code ? compare(a.country, b.country) : compare(a.code, b.code)))
  const insert = database.prepare('insert into postcodes values (?, ?, ?, ?, ?, ?)')
  for (const { code, country, lat, lon, place } of rows)
    insert.run(code, country, lat, lon, place, -(biggest.get(cellOf(lat, lon)) ?? 0))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** The biggest town in or beside each cell of a tenth of a degree. */
function biggestByCell(towns: readonly TownRow[]): Map<number, number> {
  const biggest = new Map<number, number>()
  for (const { lat, lon, population } of towns)
    for (const north of [-0.1, 0, 0.1])
      for (const east of [-0.1, 0, 0.1]) {
        const cell = cellOf(lat + north, lon + east)
        if (population > (biggest.get(cell) ?? 0)) biggest.set(cell, population)
      }
  return biggest
}

function cellOf(lat: number, lon: number): number {
  return Math.floor((lat + 90) * 10) * 10_000 + Math.floor((lon + 180) * 10)
}
