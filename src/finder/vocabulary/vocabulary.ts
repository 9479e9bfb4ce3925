import { everydayNames } from './everyday-names.ts'
import { readMeshFile } from './mesh-file.ts'
import { nameFinder } from './name-finder.ts'
import { treeOf } from './tree.ts'
import type { Vocabulary } from './concept.ts'

/** Opens the vocabulary that ships with Trialway. Takes some tenths of a second: keep what it gives. */
export function openVocabulary(): Vocabulary {
  const concepts = readMeshFile()
  const tree = treeOf(concepts)
  const finder = nameFinder(concepts, everydayNames())
  return { concepts, ...finder, ...tree }
}
