/**
 * Memory for the numbers that looking a question up in one segment makes, used again for the next: allocating it anew would
 * take longer than the looking. `beginNumbers` begins a look-up; no list of the one before may be used after that.
 */
const capacity = 1 << 20
const numbers = new Float64Array(capacity)
let used = 0

/** Makes all of the memory free again: lists given before must not be used any more. */
export function beginNumbers(): void {
  used = 0
}

/** So many zeros. */
export function newNumbers(count: number): Float64Array {
  if (used + count > capacity) return new Float64Array(count)
  used += count
  return numbers.subarray(used - count, used).fill(0)
}
