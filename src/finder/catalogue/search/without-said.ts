import type { Query } from '../model/query.ts'

/** A query that asks for less, and what it no longer asks for. */
export interface WiderQuery {
  readonly without: readonly ('age' | 'area')[]
  readonly query: Query
}

/** A query without the age, without the area, and without both, where they were only said beside an illness. */
export function withoutSaid({ isAgeSaid, isAreaSaid, ...query }: Query): readonly WiderQuery[] {
  const { age: _age, ...anyAge } = query
  const { area: _area, ...anyArea } = query
  const { area: __, ...anybody } = anyAge
  return [
    ...(isAgeSaid ? [{ without: ['age'] as const, query: anyAge }] : []),
    ...(isAreaSaid ? [{ without: ['area'] as const, query: anyArea }] : []),
    ...(isAgeSaid && isAreaSaid ? [{ without: ['age', 'area'] as const, query: anybody }] : []),
  ]
}
