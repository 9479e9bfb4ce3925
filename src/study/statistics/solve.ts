/**
 * Where a rising function reaches `target`, between `low` and `high`: halved until no number lies between, so the
 * answer depends on nothing but the function. What it does not reach inside is the nearer end.
 */
export function solveRising(
  rising: (x: number) => number,
  target: number,
  low: number,
  high: number,
): number {
  let [from, to] = [low, high]
  for (;;) {
    const middle = from + (to - from) / 2
    if (middle <= from || middle >= to) return middle
    if (rising(middle) < target) from = middle
    else to = middle
  }
}
