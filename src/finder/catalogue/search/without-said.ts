import type { Query, SaidPart } from '../model/query.ts'

/** A query that asks for less, and what it no longer asks for. */
export interface WiderQuery {
  readonly without: readonly SaidPart[]
  readonly query: Query
}

/** What was only said beside an illness: what marks it, and what it asks for; the least missed first. */
const parts = [
  ['distance', 'isWithinSaid', 'withinKm'],
  ['area', 'isAreaSaid', 'area'],
  ['sex', 'isSexSaid', 'sex'],
  ['age', 'isAgeSaid', 'age'],
] as const

/** Whether a query asks for anything that was only said. */
export function hasSaid(query: Query): boolean {
  return parts.some(([, mark]) => query[mark] === true)
}

/** Queries without the parts that were only said beside an illness: first without all, then without one, without two, … */
export function withoutSaid(query: Query): readonly WiderQuery[] {
  const said = parts.filter(([, mark]) => query[mark] === true)
  const sets = Array.from({ length: 2 ** said.length - 1 }, (_, set) =>
    said.filter((__, at) => ((set + 1) & (1 << at)) !== 0),
  )
  const [all, ...fewer] = sets.toReversed()
  return [...(all ? [all] : []), ...fewer.toSorted((a, b) => a.length - b.length)].map((left) => ({
    without: left.map(([part]) => part),
    query: withoutParts(query, left),
  }))
}

function withoutParts(query: Query, left: readonly (typeof parts)[number][]): Query {
  const { today, ...others } = query
  const keys = new Set<string>([...parts.map(([, mark]) => mark), ...left.map(([, , key]) => key)])
  return { ...Object.fromEntries(Object.entries(others).filter(([key]) => !keys.has(key))), today }
}
