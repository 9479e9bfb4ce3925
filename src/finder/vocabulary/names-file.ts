import { readFileSync } from 'node:fs'
import type { CollectedNames } from './collect-names.ts'
import { PackedReader, packedBytes, packedFile } from './packed-file.ts'

const file = new URL('../../../data/vocabulary/names.bin.gz', import.meta.url)

/** The names that ship, collected before, because collecting them takes a second and each process would. */
export function readNames(): CollectedNames {
  return namesFrom(new PackedReader(readFileSync(file)))
}

/**
 * What `readNames` reads: how many nodes, bytes of words, loose names and bytes of their words there are; the words; the lists
 * of the tree; the loose names' concepts; the loose names.
 */
export function filedNames({ names, loose }: CollectedNames): Buffer {
  const { words, parents, wordIds, values } = names.pack()
  const looseNames = [...loose.keys()]
  const sizes = [parents.length, packedBytes(words), loose.size, packedBytes(looseNames)]
  const lists = [parents, wordIds, values, Int32Array.from(loose.values())]
  return packedFile([Int32Array.from(sizes), words, ...lists, looseNames])
}

function namesFrom(reader: PackedReader): CollectedNames {
  const [nodes = 0, textBytes = 0, looseCount = 0, looseBytes = 0] = reader.numbers(4)
  const names = reader.tree(nodes, textBytes)
  const values = reader.numbers(looseCount)
  let loose: ReadonlyMap<string, number> | undefined
  return {
    names,
    // Read when first asked for: what reads records alone never asks.
    get loose() {
      return (loose ??= new Map(
        reader.words(looseBytes).map((key, index) => [key, values[index] ?? 0]),
      ))
    },
  }
}
