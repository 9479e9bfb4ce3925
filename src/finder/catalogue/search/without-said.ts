import type { Query, Results, SaidPart } from '../model/query.ts'

/** A query that asks for less, and what it no longer asks for. */
interface WiderQuery {
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

/**
 * What a search finds; where that is nothing, without the least of what was only said beside the illness by which something is. No age
 * is to blame where farther away than was chosen there are studies for it.
 */
export function searchedAsSaid(query: Query, search: (query: Query) => Results): Results {
  const asAsked = search(query)
  const [widest, ...wider] = asAsked.counts.all > 0 ? [] : withoutSaid(query)
  const most = widest && search(widest.query)
  if (!most || most.counts.all === 0) return asAsked
  const far = farther(query)
  if (far && search(far).counts.all > 0) return asAsked
  for (const { without, query: asked } of wider) {
    const found = search(asked)
    if (found.counts.all > 0) return { ...found, understood: { ...found.understood, without } }
  }
  return { ...most, understood: { ...most.understood, without: widest.without } }
}

/** Queries without the parts that were only said beside an illness: first without all, then without one, without two, … */
function withoutSaid(query: Query): readonly WiderQuery[] {
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

/** The same without the distance that was chosen; undefined where none was. */
function farther(query: Query): Query | undefined {
  const { withinKm, ...rest } = query
  return withinKm === undefined || query.isWithinSaid === true ? undefined : rest
}

function withoutParts(query: Query, left: readonly (typeof parts)[number][]): Query {
  const { today, ...others } = query
  const keys = new Set<string>([...parts.map(([, mark]) => mark), ...left.map(([, , key]) => key)])
  return { ...Object.fromEntries(Object.entries(others).filter(([key]) => !keys.has(key))), today }
}
