import { readMeshFile } from './mesh-file.ts'
import { nameFinder } from './name-finder.ts'
import { readNames } from './names-file.ts'
import { treeOf } from './tree.ts'
import type { Vocabulary } from './concept.ts'

let opened: Vocabulary | undefined

/** The vocabulary that ships with Trialway. A process opens it once, which takes about a tenth of a second. */
export function openVocabulary(): Vocabulary {
  return (opened ??= read())
}

function read(): Vocabulary {
  const concepts = readMeshFile()
  return { concepts, ...nameFinder(concepts, readNames()), ...treeOf(concepts) }
}
