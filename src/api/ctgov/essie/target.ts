import type { WhereField } from '../../../finder/catalogue/model/where.ts'
import {
  nodeNamed,
  piecesUnder,
  type PieceBranch,
} from '../../../finder/registry/pieces/branches.ts'
import { type Piece, type SearchArea, searchAreas } from '../../../finder/registry/pieces/pieces.ts'

/** What a part of an expression is asked of: a field, a search area, or a branch with all its fields. */
export interface EssieTarget {
  readonly name: string
  /** The field, where it is one. */
  readonly piece?: Piece
  /** The branch, where it is one. */
  readonly branch?: PieceBranch
  /** The fields in which words are looked for. */
  readonly fields: readonly WhereField[]
  /** Asked of how many values there are, not of the values. */
  readonly isSize?: true
}

/** The target of a name in `AREA[…]`: a search area, a field, a branch or a path, and each with `:size`; undefined for none. */
export function targetNamed(typed: string): EssieTarget | undefined {
  const name = typed.trim()
  const [, sized] = /^([^:]*?)\s*:\s*size$/i.exec(name) ?? []
  if (sized !== undefined) {
    const target = nodeTarget(sized)
    return target && { ...target, isSize: true }
  }
  const area = areaByName.get(name)
  return area ? areaTarget(area) : nodeTarget(name)
}

/** A search area as a target. */
export function areaTarget({ name, parts }: SearchArea): EssieTarget {
  const fields = parts.map(({ piece, weight, hasSynonyms }) => ({
    piece: piece.name,
    weight,
    hasSynonyms,
  }))
  return { name, fields }
}

/** The target of the same name that looks only below the path of a list; undefined where nothing of it is there. */
export function targetWithin(target: EssieTarget, list: string): EssieTarget | undefined {
  const { piece, branch } = target
  if (piece || branch) return isBelow((piece ?? branch)?.path ?? '', list) ? target : undefined
  const fields = target.fields.filter((field) => {
    const path = nodeNamed(field.piece)?.path
    return path !== undefined && isBelow(path, list)
  })
  return fields.length > 0 ? { ...target, fields } : undefined
}

function isBelow(path: string, list: string): boolean {
  return path === list || path.startsWith(`${list}.`)
}

function nodeTarget(name: string): EssieTarget | undefined {
  const node = nodeNamed(name)
  if (!node) return undefined
  if ('type' in node) return { name: node.name, piece: node, fields: [fieldOf(node)] }
  return { name: node.name, branch: node, fields: piecesUnder(node).map(fieldOf) }
}

const areaByName = new Map(searchAreas.map((area) => [area.name, area]))

/** Other names count in a field where they count in any search area. */
const withSynonyms = new Set(
  searchAreas.flatMap(({ parts }) =>
    parts.filter(({ hasSynonyms }) => hasSynonyms).map(({ piece }) => piece.name),
  ),
)

function fieldOf({ name }: Piece): WhereField {
  return { piece: name, weight: 1, hasSynonyms: withSynonyms.has(name) }
}
