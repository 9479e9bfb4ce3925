import { type Context, Hono } from 'hono'
import type { PieceBranch } from '../../../finder/registry/pieces/branches.ts'
import type { Piece } from '../../../finder/registry/pieces/pieces.ts'
import type { ApiParts } from '../../shell/parts.ts'
import { withSlash } from '../../shell/with-slash.ts'
import { type ApiFault, apiFault } from '../read/api-fault.ts'
import {
  faultOfParameters,
  readFieldSizesRequest,
  readFieldValuesRequest,
} from '../read/stats-request.ts'
import { jsonList, patientBody } from './patient-reply.ts'
import { refusedAsked } from './plain-fault.ts'
import { recordScanner } from './record-scan.ts'
import { recordSizes, sizesIn, sizeStats, valueStats } from './stats.ts'

/** Statistics over all studies: of their sizes, of the values of fields, of the lengths of lists; and the older addresses of them. */
export function statsRoutes({ catalogue }: Pick<ApiParts, 'catalogue'>): Hono {
  const scan = recordScanner(catalogue)
  async function* values(fields: readonly Piece[]): AsyncGenerator<object, void> {
    const names = fields.map(({ name }) => name)
    for (const piece of fields) {
      const counted = await catalogue.fieldValues(piece.name, names)
      if (counted) yield valueStats(piece, counted)
    }
  }
  async function* sizes(lists: readonly (Piece | PieceBranch)[]): AsyncGenerator<object, void> {
    for (const list of lists) {
      const counted =
        'type' in list ? await catalogue.fieldSizes(list.name) : sizesIn(await scan(), list)
      if (counted) yield sizeStats(list, counted)
    }
  }
  async function* size(): AsyncGenerator<object, void> {
    yield recordSizes(await scan())
  }
  const routes = new Hono()
  routes.on('GET', withSlash('/stats/size'), (c) => {
    const fault = faultOfParameters(new URL(c.req.url))
    return fault ? refusedAsked(c, fault) : sent(c, oneOf(size()))
  })
  for (const path of ['/stats/field/values', '/stats/fieldValues'])
    routes.on('GET', withSlash(path), async (c) => {
      const asked = readFieldValuesRequest(new URL(c.req.url))
      if (asked.kind === 'fault') return refusedAsked(c, asked)
      const tooMany = await faultOfReads(asked.fields, catalogue)
      return tooMany ? refusedAsked(c, tooMany) : sent(c, jsonList(values(asked.fields)))
    })
  routes.on('GET', withSlash('/stats/fieldValues/:field'), (c) => {
    const asked = readFieldValuesRequest(new URL(c.req.url), c.req.param('field'))
    return asked.kind === 'fault' ? refusedAsked(c, asked) : sent(c, oneOf(values(asked.fields)))
  })
  for (const path of ['/stats/field/sizes', '/stats/listSizes'])
    routes.on('GET', withSlash(path), (c) => {
      const asked = readFieldSizesRequest(new URL(c.req.url))
      return asked.kind === 'fault' ? refusedAsked(c, asked) : sent(c, jsonList(sizes(asked.lists)))
    })
  routes.on('GET', withSlash('/stats/listSizes/:field'), (c) => {
    const asked = readFieldSizesRequest(new URL(c.req.url), c.req.param('field'))
    return asked.kind === 'fault' ? refusedAsked(c, asked) : sent(c, oneOf(sizes(asked.lists)))
  })
  return routes
}

/** One field is counted however long that takes; of many, only as many as one reply can wait for. */
async function faultOfReads(
  fields: readonly Piece[],
  catalogue: Pick<ApiParts['catalogue'], 'fieldReads'>,
): Promise<ApiFault | undefined> {
  if (fields.length === 1) return undefined
  const reads = await catalogue.fieldReads(fields.map(({ name }) => name))
  if (reads <= mostReads) return undefined
  return apiFault(
    `Too many values have to be read for one reply (${reads} records): name fewer fields in \`fields\`, or \`types\` without STRING. What was counted once is given at once until the next import`,
  )
}

/** A few minutes' reading. */
const mostReads = 1_000_000

async function sent(c: Context, parts: AsyncIterator<string, void>): Promise<Response> {
  const type = { 'Content-Type': 'application/json' }
  if (c.req.method === 'HEAD') return c.body(null, 200, type)
  return c.body(await patientBody(parts), 200, type)
}

async function* oneOf(values: AsyncIterable<object>): AsyncGenerator<string, void> {
  for await (const value of values) return yield JSON.stringify(value)
}
