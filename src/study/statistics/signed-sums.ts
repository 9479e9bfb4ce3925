/** The chance of each sum of whole-numbered ranks, when every rank counts or not, as a coin falls. */
export function signedSums(ranks: readonly number[]): Float64Array {
  const total = ranks.reduce((a, b) => a + b, 0)
  const chances = new Float64Array(total + 1)
  chances[0] = 1
  let reached = 0
  for (const rank of ranks) {
    reached += rank
    for (let sum = reached; sum >= 0; sum--) {
      const without = chances[sum] ?? 0
      const having = chances[sum - rank] ?? 0
      chances[sum] = (without + having) / 2
    }
  }
  return chances
}
