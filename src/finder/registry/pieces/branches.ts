import { readFileSync } from 'node:fs'
import { type Piece, pieceNamed, pieces } from './pieces.ts'

/** A section, a module or a list of a registry record, by the name that the registry's API gives it. */
export interface PieceBranch {
  /** `Location`. */
  readonly name: string
  /** `protocolSection.contactsLocationsModule.locations[]`; `[]` after each member that is a list. */
  readonly path: string
}

const file = new URL('../../../../data/registry-api/branches.json', import.meta.url)

/** Every branch there is, in the order of a record. */
export const branches: readonly PieceBranch[] = (
  JSON.parse(readFileSync(file, 'utf8')) as { branches: [name: string, path: string][] }
).branches.map(([name, path]) => ({ name, path }))

const byName = new Map(branches.map((branch) => [branch.name, branch]))

/** Paths as programs write them: without the mark of a list. */
const byPath = new Map<string, Piece | PieceBranch>(
  [...branches, ...pieces].map((node) => [plainPath(node), node]),
)

/** The field or branch of a name (`LocationCity`, `Location`) or of a path, in the registry's case; undefined for what is none. */
export function nodeNamed(nameOrPath: string): Piece | PieceBranch | undefined {
  return pieceNamed(nameOrPath) ?? byName.get(nameOrPath) ?? byPath.get(nameOrPath)
}

/** The branch of a name, in the registry's case; undefined for what is none, and for a field. */
export function branchNamed(name: string): PieceBranch | undefined {
  return byName.get(name)
}

/** A path as programs write it: `protocolSection.contactsLocationsModule.locations.city`. */
export function plainPath({ path }: Pick<PieceBranch, 'path'>): string {
  return path.replaceAll('[]', '')
}

/** Every field below a branch, in the order of a record. */
export function piecesUnder({ path }: Pick<PieceBranch, 'path'>): readonly Piece[] {
  return pieces.filter((piece) => piece.path.startsWith(`${path}.`))
}
