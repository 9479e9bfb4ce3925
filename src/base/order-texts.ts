/** Negative, zero or positive as one text comes before another by its characters' numbers: the same on any machine, in no language's order. */
export function orderTexts(one: string, other: string): -1 | 0 | 1 {
  return one < other ? -1 : one > other ? 1 : 0
}
