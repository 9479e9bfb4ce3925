import { readFileSync } from 'node:fs'
import { type DrugFamilies, mostNameWords } from './drug-families.ts'
import { tokens } from './fold.ts'
import { PackedReader, packedBytes, packedFile } from './packed-file.ts'
import { PhraseTree } from './phrases.ts'

/** The names that mean a medicine wherever they are written. */
export interface MedicineNames {
  /** The value of a name is its place in `owners`. */
  readonly tree: PhraseTree
  /** Which families of medicines a name may mean, by their numbers: of several with one name the first. */
  readonly owners: readonly (readonly number[])[]
}

/** The names that ship, collected before, because collecting them takes a tenth of a second and each import would. */
export function readMedicineNames(): MedicineNames {
  const reader = new PackedReader(readFileSync(file))
  const [nodes = 0, textBytes = 0, names = 0, families = 0] = reader.numbers(4)
  const tree = reader.tree(nodes, textBytes)
  const ends = reader.numbers(names)
  const all = [...reader.numbers(families)]
  const owners = Array.from(ends, (end, name) => all.slice(ends[name - 1] ?? 0, end))
  return { tree, owners }
}

const file = new URL('../../../data/vocabulary/medicine-names.bin.gz', import.meta.url)

/**
 * What `readMedicineNames` reads: how many nodes, bytes of words, names and families of names there are; the words; the lists of
 * the tree; where each name's families end in the list of them; that list.
 */
export function filedMedicineNames({ tree, owners }: MedicineNames): Buffer {
  const { words, parents, wordIds, values } = tree.pack()
  let end = 0
  const ends = Int32Array.from(owners, (own) => (end += own.length))
  const sizes = Int32Array.of(parents.length, packedBytes(words), owners.length, end)
  return packedFile([sizes, words, parents, wordIds, values, ends, Int32Array.from(owners.flat())])
}

/** All that is read of the families of medicines. */
export function collectMedicineNames(families: DrugFamilies): MedicineNames {
  const tree = new PhraseTree(mostWords)
  const owners: number[][] = []
  const nameOf = (index: number) => families.at(index)?.name
  for (let index = 0; ; index++) {
    const family = families.at(index)
    if (!family) return { tree, owners }
    for (const name of family.names.sure) {
      const words = tokens(name)
      const known = owners[tree.get(words) ?? -1]
      if (known && !known.some((one) => nameOf(one) === family.name)) known.push(index)
      else if (!known && words.length > 0 && words.length <= mostNameWords) {
        tree.add(words, owners.length)
        owners.push([index])
      }
    }
  }
}

/** More than all these names come to. */
const mostWords = 2 ** 18
