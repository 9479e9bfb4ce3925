/** Grades (0, 1, 2) of the documents judged for one query. */
export type Grades = ReadonlyMap<string, number>

export interface RankingFigures {
  readonly ndcg10: number
  readonly precision10: number
  readonly reciprocalRank: number
  readonly recall100: number
}

/** As trec_eval: NDCG by grade (linear gain), the others count grade 2 only, as TREC's own notebooks do. */
export function rankingFigures(ids: readonly string[], grades: Grades): RankingFigures {
  const gains = ids.slice(0, 10).map((id) => grades.get(id) ?? 0)
  const ideal = [...grades.values()].toSorted((a, b) => b - a).slice(0, 10)
  const relevant = [...grades].filter(([, grade]) => grade === 2).map(([id]) => id)
  const first = ids.findIndex((id) => grades.get(id) === 2)
  const found = ids.slice(0, 100).filter((id) => grades.get(id) === 2).length
  return {
    ndcg10: dcg(ideal) === 0 ? 0 : dcg(gains) / dcg(ideal),
    precision10: gains.filter((gain) => gain === 2).length / 10,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    recall100: relevant.length === 0 ? 0 : found / relevant.length,
  }
}

function dcg(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
}

/** The mean of each figure. */
export function meanFigures(all: readonly RankingFigures[]): RankingFigures {
  const mean = (pick: (one: RankingFigures) => number) =>
    all.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, all.length)
  return {
    ndcg10: mean((one) => one.ndcg10),
    precision10: mean((one) => one.precision10),
    reciprocalRank: mean((one) => one.reciprocalRank),
    recall100: mean((one) => one.recall100),
  }
}
