import type { ByteWriter } from '../../../base/bytes.ts'

/** Writes a term after another: how many bytes it shares with that one, how many follow, and those. */
export function writeAfter(last: Uint8Array, bytes: Uint8Array, block: ByteWriter): void {
  const most = Math.min(last.length, bytes.length)
  let shared = 0
  while (shared < most && last[shared] === bytes[shared]) shared++
  block.number(shared)
  block.number(bytes.length - shared)
  for (let at = shared; at < bytes.length; at++) block.byte(bytes[at] as number)
}

/** The last block that begins with a term or before it, by the first term of each; -1 where all begin after it. */
export function blockOf(firsts: readonly string[], term: string): number {
  let [low, high] = [0, firsts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((firsts[middle] as string) <= term) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** How many of `length` bytes from a place on are those of what is wanted, from its place `at` on. */
export function matching(
  bytes: Uint8Array,
  from: number,
  wanted: Uint8Array,
  at: number,
  length: number,
): number {
  const most = Math.min(length, wanted.length - at)
  let same = 0
  while (same < most && bytes[from + same] === wanted[at + same]) same++
  return same
}
