/**
 * Where in each study a term stands, as numbers of seven bits a byte: the lowest bit of a number, in its first byte, says whether
 * another follows, the rest is the step from the one before.
 */
export interface TermPlaces {
  readonly bytes: Uint8Array
  /** By place in the term's list of documents: where in `bytes` the first number is. */
  readonly starts: Uint32Array
}

/** The places of a term that is in so many documents, from the bytes as they are kept. */
export function termPlaces(bytes: Uint8Array, documents: number): TermPlaces {
  const starts = new Uint32Array(documents)
  let at = 0
  for (let i = 0; i < documents && at < bytes.length; i++) {
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
