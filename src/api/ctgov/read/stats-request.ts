import { nodeNamed, branches, type PieceBranch } from '../../../finder/registry/pieces/branches.ts'
import { type Piece, pieces } from '../../../finder/registry/pieces/pieces.ts'
import { shownInput } from '../essie/essie-fault.ts'
import { type ApiFault, apiFault, badChoice } from './api-fault.ts'
import { listGiven, readParameters, yesGiven } from './parameters.ts'

const statsTypes = ['ENUM', 'STRING', 'DATE', 'INTEGER', 'NUMBER', 'BOOLEAN'] as const

/** What the statistics call the values of a field. */
export type FieldStatsType = (typeof statsTypes)[number]

/** What the statistics call the values of a field: an age is a text to them. */
export function fieldStatsType({ type }: Piece): FieldStatsType {
  switch (type) {
    case 'enum':
      return 'ENUM'
    case 'date':
      return 'DATE'
    case 'integer':
      return 'INTEGER'
    case 'boolean':
      return 'BOOLEAN'
    case 'geo':
      return 'NUMBER'
    case 'text':
    case 'markup':
    case 'nct':
    case 'time':
      return 'STRING'
  }
}

/** What `/stats/field/values` is asked: fields in the order in which they were named, or all. */
export interface FieldValuesRequest {
  readonly kind: 'values'
  readonly fields: readonly Piece[]
}

/** Reads `/stats/field/values` and, with the name of the path, its old address. */
export function readFieldValuesRequest(url: URL, ofPath?: string): FieldValuesRequest | ApiFault {
  const read = readStatsParameters(url, ofPath === undefined ? ['fields', 'types'] : [])
  if (read.kind === 'fault') return read
  const types = listGiven(read.parameters, 'types')
  const wrong = types.find((type) => !statsTypes.some((one) => one === type))
  if (wrong !== undefined) return badChoice('types', wrong, statsTypes)
  const names = ofPath === undefined ? listGiven(read.parameters, 'fields') : [ofPath]
  const fields: Piece[] = []
  for (const name of names) {
    const node = nodeNamed(name)
    if (!node || !('type' in node)) return unknownNode(name)
    if (!fields.includes(node)) fields.push(node)
  }
  const named = names.length === 0 ? pieces : fields
  return {
    kind: 'values',
    fields:
      types.length === 0 ? named : named.filter((piece) => types.includes(fieldStatsType(piece))),
  }
}

/** What `/stats/field/sizes` is asked: fields and branches that are lists, in the order in which they were named, or all. */
export interface FieldSizesRequest {
  readonly kind: 'sizes'
  readonly lists: readonly (Piece | PieceBranch)[]
}

/** Reads `/stats/field/sizes` and, with the name of the path, its old address. */
export function readFieldSizesRequest(url: URL, ofPath?: string): FieldSizesRequest | ApiFault {
  const read = readStatsParameters(url, ofPath === undefined ? ['fields'] : [])
  if (read.kind === 'fault') return read
  const names = ofPath === undefined ? listGiven(read.parameters, 'fields') : [ofPath]
  if (names.length === 0) return { kind: 'sizes', lists: [...branches, ...pieces].filter(isList) }
  const lists: (Piece | PieceBranch)[] = []
  for (const name of names) {
    const node = nodeNamed(name)
    if (!node || !isList(node)) return unknownNode(name)
    if (!lists.includes(node)) lists.push(node)
  }
  return { kind: 'sizes', lists }
}

/** Statistics are of all studies: a query or a filter is refused by its prefix. */
function readStatsParameters(
  url: URL,
  known: readonly string[],
): ReturnType<typeof readParameters> {
  const name = [...url.searchParams.keys()].find((one) => /^[A-Za-z]+\./.test(one))
  if (name !== undefined) return apiFault(`Invalid prefix in parameter name: ${shownInput(name)}`)
  return readParameters(url, new Set(known))
}

function isList({ path }: PieceBranch): boolean {
  return path.endsWith('[]')
}

function unknownNode(name: string): ApiFault {
  return {
    kind: 'fault',
    status: 404,
    text: `Unknown piece name of field path: ${shownInput(name)}`,
  }
}

/** What `/studies/metadata` is asked. */
export interface MetadataRequest {
  readonly kind: 'metadata'
  readonly withIndexedOnly: boolean
  readonly withHistoricOnly: boolean
}

/** Reads `/studies/metadata`. */
export function readMetadataRequest(url: URL): MetadataRequest | ApiFault {
  const read = readParameters(url, new Set(['includeIndexedOnly', 'includeHistoricOnly']))
  if (read.kind === 'fault') return read
  const withIndexedOnly = yesGiven(read.parameters, 'includeIndexedOnly')
  const withHistoricOnly = yesGiven(read.parameters, 'includeHistoricOnly')
  if (typeof withIndexedOnly === 'object') return withIndexedOnly
  if (typeof withHistoricOnly === 'object') return withHistoricOnly
  return { kind: 'metadata', withIndexedOnly, withHistoricOnly }
}

/** Whether an address that takes no parameters has any: the fault that tells it. */
export function faultOfParameters(url: URL): ApiFault | undefined {
  const read = readParameters(url, new Set())
  return read.kind === 'fault' ? read : undefined
}
