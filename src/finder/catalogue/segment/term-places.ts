import type { StoredTerm } from './postings.ts'

/**
 * Where in each study a term stands, as numbers of seven bits a byte: the lowest bit of a number, in its first byte, says whether
 * another follows, the rest is the step from the one before.
 */
export interface TermPlaces {
  readonly bytes: Uint8Array
  /** By place in the term's list of documents: where in `bytes` the first number is, or `noPlaces`. */
  readonly starts: Uint32Array
}

/** A study has the term in texts without places alone. */
export const noPlaces = 0xffff_ffff

/** More places of one word in one study than this are not kept: a name that a thousand sites share. */
export const mostPlaces = 1000

/**
 * The places of a term, from the bytes as they are kept. A `bit` of codes says that a study has places of it; without one
 * all have.
 */
export function termPlaces(
  bytes: Uint8Array,
  { documents, codes, coded }: StoredTerm,
  bit?: number,
): TermPlaces {
  const starts = new Uint32Array(documents).fill(noPlaces)
  const hasPlaces = codes.map((code) => bit === undefined || ((code >> bit) & 1) === 1)
  let at = 0
  for (let i = 0; i < documents && at < bytes.length; i++) {
    if (!hasPlaces[coded ? (coded[i] as number) : 0]) continue
    starts[i] = at
    at = endOfRun(bytes, at)
  }
  return { bytes, starts }
}

/** Where a run of places ends that begins at a byte. */
export function endOfRun(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const first = bytes[at++] as number
    let byte = first
    while (byte > 127) byte = bytes[at++] as number
    if ((first & 1) === 0) return at
  }
}
