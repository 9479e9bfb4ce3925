import { bitset } from '../../../base/bitset.ts'

/** Sets of the documents of one segment, as bits. */
export type Bits = Uint32Array

/** All of so many documents. */
export function allBits(count: number): Bits {
  const bits = bitset(count).fill(0xffffffff)
  if (count % 32 > 0) bits[bits.length - 1] = (1 << (count % 32)) - 1
  return bits
}

/** In the first and in the second. */
export function intersection(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length)
  for (let at = 0; at < bits.length; at++) bits[at] = (a[at] as number) & (b[at] as number)
  return bits
}

/** In the first or in the second. */
export function union(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length)
  for (let at = 0; at < bits.length; at++) bits[at] = (a[at] as number) | (b[at] as number)
  return bits
}

/** In the first and not in the second. */
export function without(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length)
  for (let at = 0; at < bits.length; at++) bits[at] = (a[at] as number) & ~(b[at] as number)
  return bits
}

/** Whether there is any. */
export function isEmpty(bits: Bits): boolean {
  return bits.every((word) => word === 0)
}

/** How many there are. */
export function countOf(bits: Bits): number {
  let count = 0
  for (const word of bits) {
    let rest = word - ((word >>> 1) & 0x55555555)
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
    count += Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

/** Calls `use` for each, in order. */
export function forEachBit(bits: Bits, use: (doc: number) => void): void {
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] as number
    while (word !== 0) {
      const lowest = word & -word
      use(at * 32 + (31 - Math.clz32(lowest)))
      word ^= lowest
    }
  }
}
