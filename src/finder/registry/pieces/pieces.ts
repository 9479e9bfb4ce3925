import { readFileSync } from 'node:fs'
import type { EnumName } from '../enums.ts'

/** What the values of a field are. `time` is an age such as `18 Years`; `markup` is markdown; `geo` is a point. */
export type PieceType =
  | 'text'
  | 'markup'
  | 'nct'
  | 'enum'
  | 'boolean'
  | 'integer'
  | 'date'
  | 'time'
  | 'geo'

/** One field of a registry record by the name that the registry's API gives it. */
export interface Piece {
  /** `LocationCity`. */
  readonly name: string
  /** `protocolSection.contactsLocationsModule.locations[].city`; `[]` after each member that is a list. */
  readonly path: string
  readonly type: PieceType
  /** The name of its list of values, where it has one. */
  readonly enumName?: EnumName
}

/** A named group of fields that one query looks at, with what a match in each is worth. */
export interface SearchArea {
  /** `ConditionSearch`. */
  readonly name: string
  /** The end of its parameter, `cond` of `query.cond`; empty where only `AREA[]` asks for it. */
  readonly param: string
  /** `Conditions or disease`. */
  readonly label: string
  readonly parts: readonly AreaPart[]
}

/** A field of a search area. */
export interface AreaPart {
  readonly piece: Piece
  readonly weight: number
  /** Whether other names of an illness or a medicine count as it. */
  readonly hasSynonyms: boolean
}

const folder = new URL('../../../../data/registry-api/', import.meta.url)

type PieceRow = readonly [name: string, path: string, type: PieceType, enumName?: EnumName]

/** Every field there is, in the order of a record. The number of a field in an index is its place here. */
export const pieces: readonly Piece[] = readRows<PieceRow>('pieces.json', 'pieces').map(
  ([name, path, type, enumName]) => ({ name, path, type, ...(enumName && { enumName }) }),
)

const byName = new Map(pieces.map((piece) => [piece.name, piece]))

/** The field of a name, in the registry's case; undefined for what is none. */
export function pieceNamed(name: string): Piece | undefined {
  return byName.get(name)
}

interface AreaRow {
  readonly name: string
  readonly param: string
  readonly uiLabel: string
  readonly parts: readonly (readonly [piece: string, weight: number, hasSynonyms: 0 | 1])[]
}

/** The registry's search areas. */
export const searchAreas: readonly SearchArea[] = readRows<AreaRow>(
  'search-areas.json',
  'areas',
).map(({ name, param, uiLabel, parts }) => ({
  name,
  param,
  label: uiLabel,
  parts: parts.flatMap(([name_, weight, hasSynonyms]) => {
    const piece = byName.get(name_)
    return piece ? { piece, weight, hasSynonyms: hasSynonyms === 1 } : []
  }),
}))

function readRows<T>(file: string, member: string): readonly T[] {
  return (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, T[]>)[
    member
  ] as T[]
}

/** Every value at a field of a record, in its order; what is absent, and null, is none. */
export function* valuesAt(record: object, { path }: Pick<Piece, 'path'>): Generator {
  yield* within(record, path.split('.'), 0)
}

function* within(value: unknown, steps: readonly string[], at: number): Generator {
  if (value === undefined || value === null) return
  const step = steps[at]
  if (step === undefined) yield value
  else if (typeof value !== 'object') return
  else if (step.endsWith('[]')) {
    const list = (value as Record<string, unknown>)[step.slice(0, -2)]
    if (Array.isArray(list)) for (const one of list) yield* within(one, steps, at + 1)
  } else yield* within((value as Record<string, unknown>)[step], steps, at + 1)
}
