import { type Point, distanceKm } from '../src/finder/places/distance.ts'
import type { PostalRow } from './postal-row.ts'

/** Every postcode that begins with `prefix` (unless a longer prefix is listed) is about here. */
export interface CodeArea extends Point {
  readonly prefix: string
  readonly place: string
}

/** Postcodes with a common beginning become one area when all their rows are this near its centre. */
const nearKm = 3

/** The fewest beginnings that answer for every row of one country, sorted. */
export function thin(rows: readonly PostalRow[]): CodeArea[] {
  const byCode = [...Map.groupBy(rows, (row) => row.code)].sort(([a], [b]) => (a < b ? -1 : 1))
  return areasOf(byCode.map(([code, ofCode]) => ({ code, rows: ofCode })))
}

interface Code {
  readonly code: string
  readonly rows: readonly PostalRow[]
}

function areasOf(codes: readonly Code[]): CodeArea[] {
  const [first] = codes
  if (!first) return []
  const rows = codes.flatMap((code) => code.rows)
  const prefix = commonBeginning(first.code, codes.at(-1)?.code ?? first.code)
  if (codes.length === 1 || (prefix.length > 1 && liesTogether(rows))) return [area(prefix, rows)]
  const branches = Map.groupBy(codes, ({ code }) => code.slice(0, prefix.length + 1))
  return [...branches.values()].flatMap(areasOf)
}

/** The codes are sorted, so what the first and the last share they all share. */
function commonBeginning(first: string, last: string): string {
  let length = 0
  while (length < first.length && first[length] === last[length]) length++
  return first.slice(0, length)
}

function liesTogether(rows: readonly PostalRow[]): boolean {
  const centre = middle(rows)
  return rows.every((row) => distanceKm(row, centre) <= nearKm)
}

/** Names the area by the row nearest its middle. */
function area(prefix: string, rows: readonly PostalRow[]): CodeArea {
  const centre = middle(rows)
  const nearest = rows.reduce((best, row) =>
    distanceKm(row, centre) < distanceKm(best, centre) ? row : best,
  )
  return { prefix, ...centre, place: mostCommonPlace(rows) ?? nearest.place }
}

/** The name most rows bear, if more than one bears it. */
function mostCommonPlace(rows: readonly PostalRow[]): string | undefined {
  const [name, most] = [...Map.groupBy(rows, (row) => row.place)].reduce((best, entry) =>
    entry[1].length > best[1].length ? entry : best,
  )
  return most.length > 1 ? name : undefined
}

/** The median of latitudes and of longitudes: one stray row does not pull it away. */
export function middle(rows: readonly PostalRow[]): Point {
  return { lat: median(rows.map((row) => row.lat)), lon: median(rows.map((row) => row.lon)) }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}
