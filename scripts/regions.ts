import type { Point } from '../src/finder/places/distance.ts'
import type { TownRow } from '../src/finder/places/read-towns.ts'
import { handNamed, latinised, otherRegionNames, shortNames } from './region-names.ts'
import type { PostalRow } from './postal-row.ts'

/**
 * `country, admin1, name, short name, other names` a line, for each first-level division of GeoNames that can be named:
 * by hand for countries without states in the table of postcodes, otherwise by the state that most towns of
 * the division have in the postcodes around them.
 */
export function nameRegions(towns: readonly TownRow[], rows: readonly PostalRow[]): string {
  const votes = countVotes(towns, statesByCell(rows))
  const letters = letterCodes(rows)
  const lines: string[] = []
  for (const [region, states] of votes) {
    const [country = '', admin1 = ''] = region.split(' ')
    const state = handNamed[country]?.[admin1] ?? winner(states)
    if (!state) continue
    const short = shortNames[country]?.[admin1] ?? letters.get(`${country} ${state}`) ?? ''
    const others = otherRegionNames[country]?.[admin1] ?? ''
    lines.push([country, admin1, latinised(state), short, others].join('\t'))
  }
  return `${lines.sort().join('\n')}\n`
}

type State = string

/** The codes of states that are letters, as people write them: TX, ON, NSW; by country and name. */
function letterCodes(rows: readonly PostalRow[]): Map<string, string> {
  const codes = new Map<string, string>()
  for (const { country, state, stateCode } of rows)
    if (/^[A-Z]{2,3}$/.test(stateCode)) codes.set(`${country} ${state}`, stateCode)
  return codes
}

/** Cells of a tenth of a degree, each with the states of its postcodes. */
function statesByCell(rows: readonly PostalRow[]): Map<string, Map<State, number>> {
  const cells = new Map<string, Map<State, number>>()
  for (const row of rows) {
    if (!row.state) continue
    const cell = cells.get(cellOf(row)) ?? new Map<State, number>()
    cells.set(cellOf(row), cell.set(row.state, (cell.get(row.state) ?? 0) + 1))
  }
  return cells
}

function cellOf(place: Point & { readonly country: string }): string {
  return `${place.country} ${Math.floor(place.lat * 10)} ${Math.floor(place.lon * 10)}`
}

function countVotes(
  towns: readonly TownRow[],
  cells: ReadonlyMap<string, ReadonlyMap<State, number>>,
): Map<string, Map<State, number>> {
  const votes = new Map<string, Map<State, number>>()
  for (const town of towns) {
    if (town.admin1 === '' || town.admin1 === '00') continue
    const region = `${town.country} ${town.admin1}`
    const states = votes.get(region) ?? new Map<State, number>()
    votes.set(region, states)
    const around = cells.get(cellOf(town))
    const state = around && mostOf(around)
    if (state) states.set(state, (states.get(state) ?? 0) + 1)
  }
  return votes
}

function mostOf(counts: ReadonlyMap<State, number>): State | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** A state speaks for a division when at least half of the division's votes are for it. */
function winner(states: ReadonlyMap<State, number>): State | undefined {
  const all = [...states.values()].reduce((sum, count) => sum + count, 0)
  const state = mostOf(states)
  return state && (states.get(state) ?? 0) * 2 >= all ? state : undefined
}
