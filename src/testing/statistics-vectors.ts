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
import { type Checked, type VectorFunctions, checkVectors } from './check-vectors.ts'

/** The functions whose values are known from elsewhere, by the file of vectors that holds them. */
const functions: Readonly<Record<string, VectorFunctions>> = {
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

/** Runs all vectors of a file of statistics. */
export function checkStatistics(file: string): readonly Checked[] {
  return checkVectors(file, functions[file] ?? {})
}
