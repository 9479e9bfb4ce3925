/** A set of small numbers as bits. */
export function bitset(count: number): Uint32Array {
  return new Uint32Array((count + 31) >> 5)
}

/** The set of some numbers below `count`. */
export function bitsetOf(numbers: readonly number[], count: number): Uint32Array {
  const bits = bitset(count)
  for (const number of numbers) setBit(bits, number)
  return bits
}

/** Puts a position, counted from 0, into a set. */
export function setBit(bits: Uint32Array, at: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31))
}

/** Whether a position, counted from 0, is in a set. */
export function hasBit(bits: Uint32Array, at: number): boolean {
  return ((bits[at >> 5] as number) & (1 << (at & 31))) !== 0
}
