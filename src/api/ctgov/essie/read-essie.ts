import type { Where } from '../../../finder/catalogue/model/where.ts'
import { tokens } from '../../../finder/vocabulary/fold.ts'
import { essieFault, type EssieFault } from './essie-fault.ts'
import type { EssieTarget } from './target.ts'
import { readTree } from './tree.ts'
import { whereOf } from './where.ts'

/** Longer expressions are refused: a reader could not wait for the answer. In UTF-16 units. */
const longestEssie = 20_000

/**
 * Reads an expression of the registry's search language into what is asked of the catalogue, or tells what is wrong with it
 * in the registry's words, which begin `Error parsing query in LABEL:`. Never throws; its time grows with the length alone.
 */
export function readEssie(
  text: string,
  { target, label }: { readonly target: EssieTarget; readonly label: string },
): Where | EssieFault {
  const read = text.length > longestEssie ? tooLong : whereIn(text, target)
  if (read.kind !== 'fault') return read
  return { kind: 'fault', text: `Error parsing query in ${label}:${read.text}` }
}

const tooLong = essieFault(`it is longer than ${longestEssie} characters`)

/** So many words and values may one expression ask for: whoever pastes a whole text would wait long for nothing. */
const mostAsked = 1000

function whereIn(text: string, target: EssieTarget): Where | EssieFault {
  const tree = readTree(text)
  if (tree.kind === 'fault') return tree
  const where = whereOf(tree, { target, expansion: 'relaxation', coverage: 'contains' })
  if (where.kind === 'fault' || countAsked(where) <= mostAsked) return where
  return essieFault(`it asks for more than ${mostAsked} words and values`)
}

function countAsked(where: Where): number {
  switch (where.kind) {
    case 'all':
    case 'any':
      return where.parts.reduce((sum, part) => sum + countAsked(part), 0)
    case 'not':
    case 'together':
      return countAsked(where.part)
    case 'words':
      return tokens(where.text).length
    case 'everything':
    case 'value':
    case 'range':
    case 'missing':
    case 'size':
    case 'near':
    case 'ids':
      return 1
  }
}
