/** Solves `matrix` · x = `right` by elimination, for a matrix that is symmetric and positive definite. */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  for (const [at, pivot] of rows.entries())
    for (const row of rows.slice(at + 1)) {
      const share = (row[at] ?? 0) / (pivot[at] ?? 1)
      for (const [place, value] of pivot.entries()) row[place] = (row[place] ?? 0) - share * value
    }
  const solved = right.map(() => 0)
  for (const [at, row] of [...rows.entries()].toReversed()) {
    const known = solved.reduce((sum, value, place) => sum + value * (row[place] ?? 0), 0)
    solved[at] = ((row.at(-1) ?? 0) - known) / (row[at] ?? 1)
  }
  return solved
}
