import { nodeNamed, piecesUnder, plainPath } from '../../../finder/registry/pieces/branches.ts'
import { pieceNamed, searchAreas } from '../../../finder/registry/pieces/pieces.ts'

/** Which members of a record are wanted: all from here down, or of each member that is named what is wanted of it. */
export type WantedParts = true | ReadonlyMap<string, WantedParts>

/** What was asked for by name; `wrong` is the first name that is none. */
export type WantedFields = { readonly wanted: WantedParts } | { readonly wrong: string }

/**
 * Reads the names that `fields` gives: fields, groups of fields, search areas, paths with dots, and `@query` for the fields that the
 * query looked in. No names at all want everything.
 */
export function wantedFields(
  names: readonly string[],
  queried: () => Iterable<string> = () => [],
): WantedFields {
  if (names.length === 0) return { wanted: true }
  const root: Branch = new Map()
  for (const name of names) {
    const paths = name === '@query' ? pathsOf(queried()) : pathsNamed(name)
    if (!paths) return { wrong: name }
    for (const path of paths) want(root, path.split('.'))
  }
  return { wanted: root }
}

type Branch = Map<string, Branch | true>

function want(root: Branch, steps: readonly string[]): void {
  let at = root
  for (const [index, step] of steps.entries()) {
    const below = at.get(step)
    if (below === true) return
    if (index === steps.length - 1) at.set(step, true)
    else {
      const next: Branch = below ?? new Map()
      at.set(step, next)
      at = next
    }
  }
}

/** Paths without the marks of lists; undefined for what is no name. */
function pathsNamed(name: string): readonly string[] | undefined {
  const node = nodeNamed(name)
  if (node) return [plainPath(node)]
  const area = searchAreas.find((one) => one.name === name)
  if (area) return area.parts.map(({ piece }) => plainPath(piece))
  return pointPath(name)
}

/** A point is one field with two members, each of which has a path. */
function pointPath(name: string): readonly string[] | undefined {
  const path = pointMembers.get(name) ?? name
  const [, of = '', member] = /^(.+)\.(lat|lon)$/.exec(path) ?? []
  const node = member === undefined ? undefined : nodeNamed(of)
  return node && 'type' in node && node.type === 'geo' ? [path] : undefined
}

const point = pieceNamed('LocationGeoPoint')
const pointMembers = new Map(
  point ? ['lat', 'lon'].map((end) => [`${point.name}:${end}`, `${plainPath(point)}.${end}`]) : [],
)

function pathsOf(pieceNames: Iterable<string>): readonly string[] {
  return [...new Set(pieceNames)].flatMap((name) => {
    const node = nodeNamed(name)
    if (!node) return []
    return 'type' in node ? [plainPath(node)] : piecesUnder(node).map(plainPath)
  })
}

/**
 * Of a value, what is wanted of it, in the value's own order; undefined where it has nothing of that. Elements of a list keep
 * their places, so that fields of one site stay together.
 */
export function onlyWanted(value: unknown, wanted: WantedParts): unknown {
  if (wanted === true) return value
  if (Array.isArray(value)) {
    const parts = value.map((one) => onlyWanted(one, wanted))
    return parts.some((part) => part !== undefined) ? parts.map((part) => part ?? {}) : undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const kept: [string, unknown][] = []
  // A member is looked at only where it is wanted: results are read from the disk when they are.
  for (const name of Object.keys(value)) {
    const below = wanted.get(name)
    if (below === undefined) continue
    const part = onlyWanted((value as Readonly<Record<string, unknown>>)[name], below)
    if (part !== undefined) kept.push([name, part])
  }
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
