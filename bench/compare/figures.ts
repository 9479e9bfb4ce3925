import { median } from '../figures.ts'
import { table } from '../report-table.ts'

/** What can be measured of a checkout, and in which direction it is better. */
export const kinds = {
  searchP50: { words: 'search, p50, ms', better: 'less' },
  searchP95: { words: 'search, p95, ms', better: 'less' },
  importSeconds: { words: 'import, s', better: 'less' },
  catalogueBytes: { words: 'catalogue, bytes', better: 'less' },
  matchSeconds: { words: 'alerts matched, s', better: 'less' },
  warmPages: { words: 'study pages again, a second', better: 'more' },
  coldPages: { words: 'study pages for the first time, a second', better: 'more' },
  importCpu: { words: 'import, processor s', better: 'less' },
  matchCpu: { words: 'alerts matched, processor s', better: 'less' },
  warmPageCpu: { words: 'a study page again, processor ms', better: 'less' },
  coldPageCpu: { words: 'a study page for the first time, processor ms', better: 'less' },
} as const

export type Kind = keyof typeof kinds
export type Figures = Readonly<Partial<Record<Kind, number>>>

/** The same figures of both checkouts, measured one right after the other. */
export interface Pair {
  readonly before: Figures
  readonly after: Figures
}

/** Medians of both sides, and how much worse (above 1) or better the newer one is, pair by pair. */
export function compared(pairs: readonly Pair[]): string {
  const rows = (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const both = pairs.flatMap(({ before, after }) => {
      const [one, other] = [before[kind], after[kind]]
      return one === undefined || other === undefined ? [] : [{ one, other }]
    })
    if (both.length === 0) return []
    const ratios = both.map(({ one, other }) =>
      kinds[kind].better === 'less' ? other / one : one / other,
    )
    return [
      [
        kinds[kind].words,
        String(both.length),
        digits(median(both.map(({ one }) => one))),
        digits(median(both.map(({ other }) => other))),
        median(ratios).toFixed(3),
        `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
      ],
    ]
  })
  return table(
    ['figure', 'pairs', 'before', 'after', 'cost (1 = as before)', 'least to most'],
    rows,
  )
}

function digits(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 4 })
}
