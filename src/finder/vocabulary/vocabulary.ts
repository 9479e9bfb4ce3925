import { readMeshFile } from './mesh-file.ts'
import { nameFinder } from './name-finder.ts'
import { readNames } from './names-file.ts'
import { treeOf } from './tree.ts'
import type { Vocabulary } from './concept.ts'

/** Opens the vocabulary that ships with Trialway. Takes about a tenth of a second: keep what it gives. */
export function openVocabulary(): Vocabulary {
  const concepts = readMeshFile()
  return { concepts, ...nameFinder(concepts, readNames()), ...treeOf(concepts) }
}
