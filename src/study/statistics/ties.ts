/** Numbers that differ by less than this share of the mean size are one number (as `timefix` of R's survival). */
const rounding = Math.sqrt(Number.EPSILON)

/** True when a time of 0 or more comes no later than another, or is the same but for rounding. */
export function isBy(time: number, other: number): boolean {
  return time <= other * (1 + rounding)
}

/**
 * The same numbers, in their order, with those made equal that differ by rounding alone: 0.1 + 0.2 is 0.3. Without
 * it a tie is broken by the last bit. What is compared is neighbours in size, with 1.5e-8 of the mean size.
 */
export function joinTies(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].toSorted((a, b) => a - b)
  const size = sorted.reduce((sum, value) => sum + Math.abs(value), 0) / sorted.length
  const joined = new Map<number, number>()
  let first = NaN
  for (const [at, value] of sorted.entries()) {
    const before = sorted[at - 1]
    if (before === undefined || value - before > rounding * size) first = value
    joined.set(value, first)
  }
  return values.map((value) => joined.get(value) ?? value)
}

/** Twice the rank of each number from 1 on, whole numbers also where equal ones share the mean of their ranks. */
export function doubledRanks(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const ranks = values.map(() => 0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++
    for (const at of order.slice(from, to)) ranks[at] = from + 1 + to
    from = to
  }
  return ranks
}
