import type { Context } from 'hono'
import type { ServedResource } from '../protocol/release.ts'
import { faultOfOne } from '../protocol/outcome.ts'
import { sendFault, sendResource } from '../protocol/reply.ts'
import type { WireFormat } from '../protocol/wire-format.ts'
import { sendBundle } from './bundle-stream.ts'

/** What is served whole from a short list: definitions and Questionnaires. */
export interface ListedResource extends ServedResource {
  readonly id: string
  readonly url: string
}

/** How a list is answered. */
export interface ListParts {
  readonly resources: readonly ListedResource[]
  readonly called: string
  readonly format: WireFormat
}

/** `GET SearchParameter/near` and the like. */
export function answerListed(c: Context, type: string, id: string, list: ListParts): Response {
  const found = list.resources.find((one) => one.resourceType === type && one.id === id)
  return found
    ? sendResource(c, found, list.format)
    : sendFault(c, faultOfOne(404, 'not-found', `There is no ${type} of this id.`))
}

/** `GET SearchParameter?url=…`: all of a type, or those of an id or a canonical address. */
export function answerList(
  c: Context,
  type: string,
  { resources, called, format }: ListParts,
): Response {
  const [ids, urls] = ['_id', 'url'].map((name) => c.req.query(name)?.split(','))
  const found = resources.filter(
    (one) =>
      one.resourceType === type &&
      (ids === undefined || ids.includes(one.id)) &&
      (urls === undefined || urls.includes(one.url)),
  )
  const asked = new URLSearchParams([
    ...(ids ? [['_id', ids.join(',')]] : []),
    ...(urls ? [['url', urls.join(',')]] : []),
  ])
  const self = `${called}/${type}${asked.size > 0 ? `?${asked.toString()}` : ''}`
  const entries = found.map((resource) => () => ({
    fullUrl: `${called}/${type}/${resource.id}`,
    resource,
    search: { mode: 'match' as const },
  }))
  return sendBundle(
    c,
    { total: found.length, link: [{ relation: 'self', url: self }] },
    entries,
    format,
  )
}
