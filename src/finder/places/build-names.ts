import type { DatabaseSync } from 'node:sqlite'
import { nameKey } from './name-key.ts'
import type { TownRow } from './read-towns.ts'

interface NameRow {
  readonly name: string
  readonly weight: number
  readonly town: number
}

/** A name that is not the town's own counts as much as a town a fiftieth its size that does bear it. */
const otherNameShare = 50

/** "New York City" is New York before the state is; but Kansas is not Kansas City. */
const greatCity = 1_000_000

/** Every name of every town, folded, and for each short beginning the towns it most likely goes on to. */
export function writeNames(database: DatabaseSync, towns: readonly TownRow[]): void {
  const rows = towns.flatMap((town, index) => namesOf(town, index + 1))
  // In the order of the index SQLite only appends, several times faster.
  rows.sort(inIndexOrder)
  const insert = database.prepare('insert or ignore into names values (?, ?, ?)')
  for (const { name, weight, town } of rows) insert.run(name, weight, town)
  writeStarts(database, rows)
}

function namesOf(town: TownRow, id: number): NameRow[] {
  const own = new Set([town.name, town.asciiName].map(nameKey))
  if (town.population >= greatCity) for (const name of own) own.add(name.replace(/ city$/, ''))
  const others = new Set(town.otherNames.map(nameKey))
  const weight = -town.population
  const otherWeight = -Math.floor(town.population / otherNameShare)
  return [
    ...[...own].map((name) => ({ name, weight, town: id })),
    ...[...others.difference(own)].map((name) => ({ name, weight: otherWeight, town: id })),
  ].filter(({ name }) => name !== '')
}

function inIndexOrder(a: NameRow, b: NameRow): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.weight - b.weight || a.town - b.town
}

/** Beginnings of so many names that sorting them while a person types would be slow. */
const longestStart = 6
const manyNames = 400
const keptForStart = 30

function writeStarts(database: DatabaseSync, rows: readonly NameRow[]): void {
  const insert = database.prepare('insert or ignore into starts values (?, ?, ?)')
  for (let length = 1; length <= longestStart; length++)
    for (const [start, ofStart] of commonStarts(rows, length))
      for (const { weight, town } of bestTowns(ofStart)) insert.run(start, weight, town)
}

/** Beginnings of `length` that many names share. The rows are sorted, so such names follow one another. */
function* commonStarts(
  rows: readonly NameRow[],
  length: number,
): Generator<[start: string, rows: readonly NameRow[]]> {
  let from = 0
  while (from < rows.length) {
    const start = rows[from]?.name.slice(0, length) ?? ''
    let to = from + 1
    while (rows[to]?.name.startsWith(start)) to++
    if (start.length === length && to - from >= manyNames) yield [start, rows.slice(from, to)]
    from = to
  }
}

function bestTowns(rows: readonly NameRow[]): NameRow[] {
  const best = new Map<number, NameRow>()
  for (const row of rows.toSorted((a, b) => a.weight - b.weight || a.town - b.town)) {
    if (!best.has(row.town)) best.set(row.town, row)
    if (best.size === keptForStart) break
  }
  return [...best.values()]
}
