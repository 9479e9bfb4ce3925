import { clopperPearson, newcombe, wilson } from '../../../src/study/statistics/intervals.ts'
import type { Section } from '../evidence.ts'

const paper = 'Koné-Paut et al, Arthritis Rheumatol 2021;73:151-161, abstract'
const percent = (share: number): string => (100 * share).toFixed(1)

/** The intervals that NCT02390596 published, from its counts, and others from papers. */
export function section(): Section {
  return {
    title: 'Intervals that were published',
    note: 'Percentages with 95 % limits. The counts of NCT02390596 follow from its percentages and numbers of participants.',
    rows: [
      exact('activity halved, physician: 14 of 15', '93.3 (68.1-99.8)', 14, 15, paper),
      exact('activity halved, parents: 12 of 12', '100.0 (73.5-100.0)', 12, 12, paper),
      exact('Z below 2.5 at day 45: 5 of 10', '50.0 (18.7-81.3)', 5, 10, paper),
      exact('Z below 2 at day 45: 6 of 12', '50.0 (21.1-78.9)', 6, 12, paper),
      {
        what: 'disease control under regorafenib: 26 of 33',
        published: '79 (61-91)',
        found: (({ estimate, lower, upper }) =>
          `${Math.round(100 * estimate)} (${Math.round(100 * lower)}-${Math.round(100 * upper)})`)(
          clopperPearson({ x: 26, n: 33 }),
        ),
        source: 'PMC3675695',
      },
      {
        what: 'Wilson: 14 of 15',
        published: '70.1835-98.8133',
        found: limits(wilson({ x: 14, n: 15 })),
        source: 'R 4.2.2',
      },
      {
        what: 'Newcombe: 56 of 70 less 48 of 80',
        published: '0.0524-0.3339',
        found: (({ lower, upper }) => `${lower.toFixed(4)}-${upper.toFixed(4)}`)(
          newcombe({ x1: 56, n1: 70, x2: 48, n2: 80 }),
        ),
        source: 'Newcombe, Statistics in Medicine 1998;17:873-890',
      },
    ],
  }
}

function exact(
  what: string,
  published: string,
  x: number,
  n: number,
  source: string,
): Section['rows'][number] {
  const { estimate, lower, upper } = clopperPearson({ x, n })
  return {
    what,
    published,
    found: `${percent(estimate)} (${percent(lower)}-${percent(upper)})`,
    source,
  }
}

function limits({ lower, upper }: { lower: number; upper: number }): string {
  return `${(100 * lower).toFixed(4)}-${(100 * upper).toFixed(4)}`
}
