import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { CollectedNames } from './collect-names.ts'
import { PhraseTree } from './phrases.ts'

const file = new URL('../../../data/vocabulary/names.bin.gz', import.meta.url)

/** The names that ship, collected before, because collecting them takes a second and each process would. */
export function readNames(): CollectedNames {
  return namesFrom(gunzipSync(readFileSync(file)))
}

/**
 * What `readNames` reads, as 32-bit little-endian numbers and UTF-8: how many nodes, bytes of words, loose names and bytes of
 * their words there are; the words; the lists of the tree; the loose names' concepts; the loose names.
 */
export function filedNames({ names, loose }: CollectedNames): Buffer {
  const { words, parents, wordIds, values } = names.pack()
  const text = Buffer.from(words.join('\n'))
  const looseText = Buffer.from([...loose.keys()].join('\n'))
  const counts = Int32Array.of(parents.length, text.length, loose.size, looseText.length)
  const filling = Buffer.alloc(-text.length & 3)
  const lists = [parents, wordIds, values, Int32Array.from(loose.values())]
  const parts = [counts, text, filling, ...lists, looseText].map((part) =>
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
  )
  return gzipSync(Buffer.concat(parts), { level: 9 })
}

function namesFrom({ buffer, byteOffset }: Buffer): CollectedNames {
  const [nodes = 0, textBytes = 0, looseCount = 0, looseBytes = 0] = new Int32Array(
    buffer,
    byteOffset,
    4,
  )
  let at = byteOffset + 16
  const text = (bytes: number): string[] => {
    const read = Buffer.from(buffer, at, bytes).toString().split('\n')
    at += (bytes + 3) & ~3
    return read
  }
  const list = (count: number): Int32Array => {
    const read = new Int32Array(buffer, at, count)
    at += count * 4
    return read
  }
  const words = text(textBytes)
  const names = PhraseTree.unpack({
    words,
    parents: list(nodes),
    wordIds: list(nodes),
    values: list(nodes),
  })
  const values = list(looseCount)
  let loose: ReadonlyMap<string, number> | undefined
  return {
    names,
    // Read when first asked for: what reads records alone never asks.
    get loose() {
      return (loose ??= new Map(text(looseBytes).map((key, index) => [key, values[index] ?? 0])))
    },
  }
}
