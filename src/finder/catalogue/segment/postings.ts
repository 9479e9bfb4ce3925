import { ByteReader } from '../../../base/bytes.ts'

/**
 * A term of an index, with its postings unpacked: they are read far more often than they are read in, and what is unpacked can
 * be jumped in.
 */
export interface StoredTerm {
  readonly term: string
  readonly documents: number
  /** In rising order; of 16 bits, as a segment holds at most 65,535 studies (of 32 in one that was made larger). */
  readonly docs: Uint16Array | Uint32Array
  /** Which fields of a study hold the term, and how often: every code that any study has. */
  readonly codes: readonly number[]
  /** For each document the place of its code in `codes`; undefined where all have the same. */
  readonly coded: Uint8Array | Uint16Array | undefined
}

/** The most studies of a segment: documents are numbers of 16 bits. */
export const mostStudiesOfSegment = 65_535

/** Memory for the documents of a segment of so many studies. */
export function docsFor(studies: number, count: number): Uint16Array | Uint32Array {
  return studies <= mostStudiesOfSegment ? new Uint16Array(count) : new Uint32Array(count)
}

/** Unpacks postings as a segment of so many studies keeps them. */
export function unpackPostings(
  term: string,
  { documents, bytes }: { readonly documents: number; readonly bytes: Uint8Array },
  studies: number,
): StoredTerm {
  const reader = new ByteReader(bytes)
  const codes: number[] = []
  for (let left = reader.number(); left > 0; left--) codes.push(reader.number())
  const docs = docsFor(studies, documents)
  const coded = codes.length > 1 ? placesFor(codes.length, documents) : undefined
  let doc = -1
  let at = reader.at
  for (let i = 0; i < documents; i++) {
    // Nearly every number is one byte, read here: a call for each would take twice as long.
    let delta = bytes[at++] as number
    if (delta > 127) {
      reader.at = at - 1
      delta = reader.number()
      at = reader.at
    }
    doc += delta
    docs[i] = doc
    if (!coded) continue
    let code = bytes[at++] as number
    if (code > 127) {
      reader.at = at - 1
      code = reader.number()
      at = reader.at
    }
    coded[i] = code
  }
  return { term, documents, docs, codes, coded }
}

/** Memory for the places of codes in a list of so many. */
export function placesFor(codes: number, count: number): Uint8Array | Uint16Array {
  return codes <= 256 ? new Uint8Array(count) : new Uint16Array(count)
}

/** The bytes that a term takes in memory, about. */
export function bytesOfTerm({ docs, codes, coded }: StoredTerm): number {
  return docs.byteLength + (coded?.byteLength ?? 0) + codes.length * 8 + 100
}

/** The first place at or after `from` whose document is not below `doc`, in growing steps; the count where there is none. */
export function seekDoc(docs: Uint16Array | Uint32Array, from: number, doc: number): number {
  const count = docs.length
  if (from >= count || (docs[from] as number) >= doc) return from
  let step = 1
  let low = from
  while (low + step < count && (docs[low + step] as number) < doc) {
    low += step
    step <<= 1
  }
  let high = Math.min(low + step, count)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((docs[middle] as number) < doc) low = middle
    else high = middle
  }
  return high
}
