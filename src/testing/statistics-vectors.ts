import { ahern } from '../study/statistics/single-stage.ts'
import { binomialTail, exactBinomialTest } from '../study/statistics/binomial.ts'
import { clopperPearson, newcombe, wilson } from '../study/statistics/intervals.ts'
import { fisherExact } from '../study/statistics/fisher.ts'
import { fisherExactRxC } from '../study/statistics/fisher-table.ts'
import { kaplanMeier } from '../study/statistics/kaplan-meier.ts'
import { logRank } from '../study/statistics/log-rank.ts'
import { mcnemarExact } from '../study/statistics/mcnemar.ts'
import { poissonExactRate } from '../study/statistics/poisson.ts'
import { quantiles } from '../study/statistics/quantiles.ts'
import { rankSum } from '../study/statistics/rank-sum.ts'
import { restrictedMean, survivalAt } from '../study/statistics/survival-at.ts'
import {
  sampleSizeLogRankEvents,
  sampleSizePrecisionExact,
  sampleSizeTwoMeans,
  sampleSizeTwoProportions,
} from '../study/statistics/sample-size.ts'
import { signedRank } from '../study/statistics/signed-rank.ts'
import { simonTwoStage } from '../study/statistics/two-stage.ts'
import { differencesOf, readVectors } from './vectors.ts'

/** The functions whose values are known from elsewhere, by the file of vectors that holds them. */
const functions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  intervals: { clopperPearson, wilson, newcombe, poissonExactRate },
  tests: {
    exactBinomialTest,
    binomialTail,
    signedRank,
    rankSum,
    fisherExact,
    fisherExactRxC,
    mcnemarExact,
  },
  survival: { kaplanMeier, restrictedMean, survivalAt, logRank },
  designs: {
    simonTwoStage,
    ahern,
    sampleSizeTwoProportions,
    sampleSizeTwoMeans,
    sampleSizeLogRankEvents,
    sampleSizePrecisionExact,
    quantiles,
  },
}

/** The files of vectors of statistics. */
export const statisticsFiles: readonly string[] = Object.keys(functions)

/** What became of the vectors of one function: how many there are, where they come from, and what differs. */
export interface Checked {
  readonly fn: string
  readonly vectors: number
  readonly sources: readonly string[]
  readonly differences: readonly string[]
}

/** Runs all vectors of a file. A function without a vector has 0; a vector without a function differs. */
export function checkStatistics(file: string): readonly Checked[] {
  const all = readVectors(file)
  const known = functions[file] ?? {}
  const names = new Set([...Object.keys(known), ...all.map(({ fn }) => fn)])
  return [...names].map((fn) => {
    const vectors = all.filter((vector) => vector.fn === fn)
    const answer = known[fn]
    const differences = vectors.flatMap(({ id, in: given, out, tol }) =>
      typeof answer === 'function'
        ? differencesOf(out, answer(given), tol).map((text) => `${id} ${text}`)
        : [`${id}: no function of that name`],
    )
    const sources = [...new Set(vectors.map(({ source }) => source))]
    return { fn, vectors: vectors.length, sources, differences }
  })
}
