import { gunzipSync, gzipSync } from 'node:zlib'
import { PhraseTree } from './phrases.ts'

/** Numbers, or words that hold no line end. */
export type PackedPart = Int32Array | readonly string[]

/** Numbers as 32 bits, little-endian, words in UTF-8 with a line end between them, one part after the other, packed by gzip. */
export function packedFile(parts: readonly PackedPart[]): Buffer {
  const bytes: Buffer[] = []
  for (const part of parts) {
    // Numbers begin where a list of them can be read as it is.
    bytes.push(Buffer.alloc(-(bytes.at(-1)?.length ?? 0) & 3))
    bytes.push(
      part instanceof Int32Array
        ? Buffer.from(part.buffer, part.byteOffset, part.byteLength)
        : Buffer.from(part.join('\n')),
    )
  }
  return gzipSync(Buffer.concat(bytes), { level: 9 })
}

/** How many bytes words take in such a file; a reader has to be told. */
export function packedBytes(words: readonly string[]): number {
  return Buffer.byteLength(words.join('\n'))
}

/** Reads the parts of such a file, in their order. */
export class PackedReader {
  readonly #buffer: ArrayBufferLike
  #at: number

  constructor(file: Buffer) {
    const { buffer, byteOffset } = gunzipSync(file)
    this.#buffer = buffer
    this.#at = byteOffset
  }

  numbers(count: number): Int32Array {
    const read = new Int32Array(this.#buffer, this.#at, count)
    this.#at += count * 4
    return read
  }

  words(bytes: number): readonly string[] {
    const read = Buffer.from(this.#buffer, this.#at, bytes).toString().split('\n')
    this.#at += (bytes + 3) & ~3
    return read
  }

  /** A tree of phrases, written as its words, its nodes' parents, their words and their values. */
  tree(nodes: number, textBytes: number): PhraseTree {
    return PhraseTree.unpack({
      words: this.words(textBytes),
      parents: this.numbers(nodes),
      wordIds: this.numbers(nodes),
      values: this.numbers(nodes),
    })
  }
}
