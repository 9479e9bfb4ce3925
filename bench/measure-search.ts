import { catalogueFolder, type BenchSetup } from './setup.ts'
import type { Latencies, SimilarTimes } from './figures.ts'
import { runOnCore } from './processes.ts'

export interface SearchFigures extends Latencies {
  readonly similar?: SimilarTimes
  readonly openSeconds: number
  /** Of the one process that searches, in MB. */
  readonly memory: number
}

export const repetitions = 7

/** The sixty queries in one process on one core. */
export async function measureSearch(setup: BenchSetup): Promise<SearchFigures> {
  const args = [catalogueFolder(setup), setup.today, String(repetitions)]
  return (await runOnCore(0, './search-child.ts', args)) as SearchFigures
}
