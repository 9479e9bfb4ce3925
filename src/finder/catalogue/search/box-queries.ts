import type { Query } from '../model/query.ts'

/** The boxes besides that for anything, of which a search finds what each of them finds; mostly the first finds least. */
const plainBoxes = ['intr', 'title', 'spons', 'elig', 'cond', 'tree'] as const

/**
 * The boxes of a search, each as a search of its own without filters: there is one way to read them, and a study is found where each
 * of these finds it and the filters pass. Undefined where words are for anything: how these are read depends on all that is asked.
 */
export function boxQueriesOf(query: Query): readonly Query[] | undefined {
  if (query.q !== undefined) return undefined
  const { today, exact } = query
  return plainBoxes.flatMap((box) =>
    query[box] === undefined
      ? []
      : [{ [box]: query[box], today, ...(exact === true && { exact }) }],
  )
}
