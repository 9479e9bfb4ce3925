import { checkStatistics, statisticsFiles } from '../../../src/testing/statistics-vectors.ts'
import type { Section } from '../evidence.ts'

/** All vectors of statistics, a row a function. */
export function section(): Section {
  return {
    title: 'Statistics, beside R',
    note: 'The values are in `src/testing/vectors`, each with its tolerance and its source.',
    rows: statisticsFiles.flatMap((file) =>
      checkStatistics(file).map(({ fn, vectors, sources, differences }) => ({
        what: fn,
        published: `${vectors} ${vectors === 1 ? 'value' : 'values'}`,
        found:
          vectors > 0 && differences.length === 0
            ? `${vectors} ${vectors === 1 ? 'value' : 'values'}`
            : `differs: ${differences.join('; ')}`,
        source: sources.join('; '),
      })),
    ),
  }
}
