import type { Where } from '../../../finder/catalogue/model/where.ts'
import { searchAreas } from '../../../finder/registry/pieces/pieces.ts'
import { allWhere } from '../essie/parts.ts'
import { readEssie } from '../essie/read-essie.ts'
import { areaTarget, type EssieTarget, targetNamed } from '../essie/target.ts'
import { nctIdOf } from '../essie/values.ts'
import { type ApiFault, apiFault } from './api-fault.ts'
import type { Parameters } from './parameters.ts'

/** What the queries of a request ask. */
export interface ReadQueries {
  readonly kind: 'queries'
  readonly where: Where
  /** Whether one of them is NCT numbers alone: then no filter counts. */
  readonly isByNumber: boolean
}

interface QueryArea {
  readonly target: EssieTarget
  /** What the registry's pages call it. */
  readonly label: string
}

const queryAreas: ReadonlyMap<string, QueryArea> = new Map([
  ...searchAreas
    .filter(({ param }) => param !== '')
    .map((area) => {
      const label = area.label === '' ? 'Patient' : area.label
      return [`query.${area.param}`, { target: areaTarget(area), label }] as const
    }),
  ...[targetNamed('LeadSponsorName')].flatMap((target) =>
    target ? [['query.lead', { target, label: 'Lead sponsor' }] as const] : [],
  ),
])

/** The parameters that find and rank. */
export const queryParameters: readonly string[] = [...queryAreas.keys()]

/** Reads all queries of a request, which a study must answer together. */
export function readQueries(parameters: Parameters): ReadQueries | ApiFault {
  const parts: Where[] = []
  let isByNumber = false
  for (const [name, area] of queryAreas)
    for (const text of parameters.get(name) ?? []) {
      const ids = numbersIn(text)
      const part = ids ? ({ kind: 'ids', ids } as const) : readEssie(text, area)
      if (part.kind === 'fault') return apiFault(part.text)
      if (ids) isByNumber = true
      parts.push(part)
    }
  return { kind: 'queries', where: allWhere(parts), isByNumber }
}

/** NCT numbers with commas or blanks between them and nothing else; undefined for any other text. */
function numbersIn(text: string): readonly string[] | undefined {
  const ids = text
    .split(/[\s,|]+/)
    .filter((one) => one !== '')
    .map(nctIdOf)
  if (ids.length === 0 || !ids.every((id) => id !== undefined)) return undefined
  return [...new Set(ids)]
}

/** The fields that a question looks at, in no order. */
export function queriedPieces(where: Where): readonly string[] {
  return [...new Set(piecesOf(where))]
}

function piecesOf(where: Where): readonly string[] {
  switch (where.kind) {
    case 'everything':
      return []
    case 'all':
    case 'any':
      return where.parts.flatMap(piecesOf)
    case 'not':
    case 'together':
      return piecesOf(where.part)
    case 'words':
      return where.fields.map(({ piece }) => piece)
    case 'value':
    case 'range':
    case 'missing':
    case 'size':
      return [where.piece]
    case 'near':
      return ['LocationGeoPoint']
    case 'ids':
      return ['NCTId', 'NCTIdAlias']
  }
}

/** Whether words in a question make one study fit better than another. */
export function isRanking(where: Where): boolean {
  if (where.kind === 'all' || where.kind === 'any') return where.parts.some(isRanking)
  return where.kind === 'words'
}
