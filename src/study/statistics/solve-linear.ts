/** What solves equations, and how many of them say something of their own. */
export interface Solved {
  readonly solution: readonly number[]
  readonly rank: number
}

/**
 * Solves `matrix` x = `right` by elimination, for a covariance matrix: symmetric, none of its pivots negative. An equation
 * that follows from those before it is left out, and its unknown is 0.
 */
export function solveCovariance(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): Solved {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  const negligible = 1e-10 * matrix.reduce((most, row, at) => Math.max(most, row[at] ?? 0), 0)
  const kept = rows.map((pivot, at) => {
    const height = pivot[at] ?? 0
    if (height <= negligible) return false
    for (const row of rows.slice(at + 1)) {
      const share = (row[at] ?? 0) / height
      for (const [place, value] of pivot.entries()) row[place] = (row[place] ?? 0) - share * value
    }
    return true
  })
  const solution = right.map(() => 0)
  for (const [at, row] of [...rows.entries()].toReversed()) {
    const known = solution.reduce((sum, value, place) => sum + value * (row[place] ?? 0), 0)
    if (kept[at]) solution[at] = ((row.at(-1) ?? 0) - known) / (row[at] ?? 1)
  }
  return { solution, rank: kept.filter(Boolean).length }
}
