import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type PackedPhrases, PhraseTree } from './phrases.ts'

const file = new URL('../../../data/vocabulary/names.bin.gz', import.meta.url)

/** The names that ship, collected before, because collecting them takes half a second and each process would. */
export function readNames(): PhraseTree {
  return PhraseTree.unpack(unpacked(gunzipSync(readFileSync(file))))
}

/** What `readNames` reads: how many nodes and bytes of words there are, the words, and the lists, as 32-bit little-endian. */
export function filedNames(names: PhraseTree): Buffer {
  const { words, parents, wordIds, values } = names.pack()
  const text = Buffer.from(words.join('\n'))
  const counts = Int32Array.of(parents.length, text.length)
  const filling = Buffer.alloc(-text.length & 3)
  const parts = [counts, text, filling, parents, wordIds, values].map((part) =>
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  )
  return gzipSync(Buffer.concat(parts), { level: 9 })
}

function unpacked({ buffer, byteOffset }: Buffer): PackedPhrases {
  const [nodes = 0, textBytes = 0] = new Int32Array(buffer, byteOffset, 2)
  const text = Buffer.from(buffer, byteOffset + 8, textBytes).toString()
  const start = byteOffset + 8 + ((textBytes + 3) & ~3)
  const list = (at: number): Int32Array => new Int32Array(buffer, start + at * nodes * 4, nodes)
  return { words: text.split('\n'), parents: list(0), wordIds: list(1), values: list(2) }
}
