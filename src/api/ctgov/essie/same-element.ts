import { type EssieFault, essieFault, shownInput } from './essie-fault.ts'
import { type EssieTarget, targetNamed, targetWithin } from './target.ts'
import type { EssieNode } from './tree.ts'

/** What of an expression is asked of one element of a list, and what beside it of the study. */
export interface PartedTree {
  readonly within: readonly EssieNode[]
  readonly beside: readonly EssieNode[]
}

/**
 * Parts what is joined by AND under `SEARCH[Location](…)`: a phase belongs to the study, not to a site. A fault where both
 * are in one OR or NOT, which no element alone can answer.
 */
export function partedAt(
  node: EssieNode,
  target: EssieTarget,
  list: string,
): PartedTree | EssieFault {
  const within: EssieNode[] = []
  const beside: EssieNode[] = []
  for (const part of node.kind === 'and' ? node.parts : [node]) {
    const sides = sidesOf(part, target, list)
    if (sides.within && sides.beside !== undefined)
      return essieFault(
        `\`${shownInput(sides.beside)}\` is no part of what SEARCH looks at, and cannot be asked within one OR or NOT with what is`,
      )
    if (sides.beside === undefined) within.push(part)
    else beside.push(part)
  }
  return { within, beside }
}

interface Sides {
  readonly within: boolean
  /** The name of a field that is not in the list. */
  readonly beside: string | undefined
}

function sidesOf(node: EssieNode, target: EssieTarget, list: string): Sides {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.parts
        .map((part) => sidesOf(part, target, list))
        .reduce((one, other) => ({
          within: one.within || other.within,
          beside: one.beside ?? other.beside,
        }))
    case 'not':
      return sidesOf(node.part, target, list)
    case 'context': {
      if (node.operator === 'SEARCH') return { within: false, beside: node.inside }
      const named = node.operator === 'AREA' ? targetNamed(node.inside) : target
      return sidesOf(node.part, named ?? target, list)
    }
    case 'everything':
      return { within: true, beside: undefined }
    case 'missing':
    case 'source':
    case 'term':
      return targetWithin(target, list)
        ? { within: true, beside: undefined }
        : { within: false, beside: target.name }
  }
}
