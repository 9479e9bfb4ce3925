import type { Coverage, Expansion, Where } from '../../../finder/catalogue/model/where.ts'
import { enums } from '../../../finder/registry/enums.ts'
import { branchNamed, nodeNamed } from '../../../finder/registry/pieces/branches.ts'
import { tokens } from '../../../finder/vocabulary/fold.ts'
import { isOnLine } from './range-end.ts'
import { type EssieFault, essieFault, shownInput } from './essie-fault.ts'
import { allWhere, anyWhere } from './parts.ts'
import { readCircle } from './radius.ts'
import { whereRange, whereSizeText } from './range.ts'
import { partedAt } from './same-element.ts'
import { type EssieTarget, targetNamed, targetWithin } from './target.ts'
import type { EssieNode } from './tree.ts'
import { whereValue } from './values.ts'

/** What the operators around a part say of it. */
export interface EssieContext {
  readonly target: EssieTarget
  readonly expansion: Expansion
  readonly coverage: Coverage
  /** The list of which one element must have it all, as `SEARCH[Location]` says. */
  readonly list?: string
}

/** What a tree asks of studies. */
export function whereOf(node: EssieNode, context: EssieContext): Where | EssieFault {
  switch (node.kind) {
    case 'and':
      return joinedOf(node.parts, context, allWhere)
    case 'or':
      return joinedOf(node.parts, context, anyWhere)
    case 'not': {
      const part = whereOf(node.part, context)
      return part.kind === 'fault' ? part : { kind: 'not', part }
    }
    case 'context':
      return whereInContext(node, context)
    case 'everything':
      return valueNamedAll(node.written, context) ?? { kind: 'everything' }
    case 'missing':
    case 'source':
    case 'term':
      return whereLeaf(node, context)
  }
}

/** `AREA[Sex](FEMALE OR ALL)` means the value of that name: as the operator it would let everybody in. */
function valueNamedAll(written: string, { target: { piece } }: EssieContext): Where | undefined {
  const isValue = written === 'ALL' && piece?.enumName && enums[piece.enumName].has(written)
  return isValue ? { kind: 'value', piece: piece.name, values: [written] } : undefined
}

function joinedOf(
  nodes: readonly EssieNode[],
  context: EssieContext,
  join: (parts: readonly Where[]) => Where,
): Where | EssieFault {
  const parts: Where[] = []
  for (const node of nodes) {
    const part = whereOf(node, context)
    if (part.kind === 'fault') return part
    parts.push(part)
  }
  return join(parts)
}

type ContextNode = Extract<EssieNode, { kind: 'context' }>

function whereInContext(
  { operator, inside, part }: ContextNode,
  context: EssieContext,
): Where | EssieFault {
  switch (operator) {
    case 'AREA': {
      const target = targetNamed(inside)
      if (!target) return unknownArea(inside)
      return whereOf(part, { ...context, target })
    }
    case 'COVERAGE': {
      const coverage = coverages.get(inside.trim().toLowerCase())
      if (!coverage) return essieFault(`Invalid coverage: ${shownInput(inside)}`)
      return whereOf(part, { ...context, coverage })
    }
    case 'EXPANSION': {
      const expansion = expansions.get(inside.trim().toLowerCase())
      if (!expansion) return essieFault(`Invalid expansion: ${shownInput(inside)}`)
      return whereOf(part, { ...context, expansion })
    }
    case 'TILT':
      return isTilt(inside) ? whereOf(part, context) : unknownArea(inside)
    case 'SEARCH':
      return whereTogether(inside, part, context)
  }
}

/** Ranking by how new a study is has no counterpart here: the field must be one, and changes nothing. */
function isTilt(inside: string): boolean {
  const node = nodeNamed(inside.trim())
  return node !== undefined && 'type' in node && isOnLine(node.type)
}

function unknownArea(inside: string): EssieFault {
  return essieFault(`Unknown area name: \`${shownInput(inside)}\``)
}

const coverages = named<Coverage>('fullMatch', 'startsWith', 'endsWith', 'contains')
const expansions = named<Expansion>('none', 'term', 'concept', 'relaxation', 'lossy')

function named<T extends string>(...values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(values.map((value) => [value.toLowerCase(), value]))
}

function whereTogether(inside: string, part: EssieNode, context: EssieContext): Where | EssieFault {
  const name = inside.trim()
  const { list: _, ...outside } = context
  if (name === 'Study') return whereOf(part, outside)
  const list = branchNamed(name)?.path
  if (list === undefined || !list.endsWith('[]'))
    return essieFault(`Unknown search context: \`${shownInput(inside)}\``)
  const parted = partedAt(part, context.target, list)
  if ('kind' in parted) return parted
  const within = joinedOf(parted.within, { ...context, list }, allWhere)
  const beside = joinedOf(parted.beside, outside, allWhere)
  if (within.kind === 'fault') return within
  if (beside.kind === 'fault') return beside
  return parted.within.length === 0
    ? beside
    : allWhere([{ kind: 'together', list, part: within }, beside])
}

type LeafNode = Extract<EssieNode, { kind: 'missing' | 'source' | 'term' }>

function whereLeaf(node: LeafNode, context: EssieContext): Where | EssieFault {
  const target = context.list ? targetWithin(context.target, context.list) : context.target
  if (!target) return essieFault(`\`${context.target.name}\` is not part of what SEARCH looks at`)
  if (node.kind === 'missing') return whereMissing(target)
  if (node.kind === 'term') return whereTerm(node, { ...context, target })
  if (node.operator === 'RANGE') return whereRange(target, node.inside)
  return whereNear(target, node.inside)
}

function whereMissing({ piece, branch, fields }: EssieTarget): Where {
  const one = piece?.name ?? branch?.path
  if (one !== undefined) return { kind: 'missing', piece: one }
  return allWhere(fields.map((field) => ({ kind: 'missing', piece: field.piece })))
}

function whereTerm(
  { text, isQuoted }: Extract<EssieNode, { kind: 'term' }>,
  { target, expansion, coverage }: EssieContext,
): Where | EssieFault {
  if (target.isSize) return whereSizeText(target, text)
  const value = target.piece && whereValue(target.piece, text)
  if (value) return value
  if (tokens(text).length === 0)
    return essieFault(`no viable alternative at input '${shownInput(text)}'`)
  return { kind: 'words', text, fields: target.fields, isQuoted, expansion, coverage }
}

/** The registry looks no further than 500 miles, which it writes as 805 kilometres too. */
const mostMetres = 805_000

function whereNear(
  { name, piece, branch, fields }: EssieTarget,
  inside: string,
): Where | EssieFault {
  const looksAtSites =
    branch?.name === 'Location' ||
    (piece ? piece.type === 'geo' : fields.some((field) => field.piece === 'LocationCity'))
  if (!looksAtSites)
    return essieFault(`DISTANCE is for AREA[LocationGeoPoint], and \`${name}\` is another`)
  const circle = readCircle(inside)
  if (!circle || circle.metres > mostMetres)
    return essieFault(
      `\`DISTANCE[${shownInput(inside)}]\` is no distance: it holds a latitude, a longitude and a radius of up to 500mi or 805km`,
    )
  return { kind: 'near', ...circle }
}
