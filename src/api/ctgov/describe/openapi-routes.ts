import { Hono } from 'hono'
import type { ApiParts } from '../../shell/parts.ts'
import { faultOfParameters } from '../read/stats-request.ts'
import { refusedAsked } from '../show/plain-fault.ts'
import { taggedJson } from '../show/tagged-reply.ts'
import { openapiDocument } from './openapi.ts'

/** The document of what is served, at one address of its own. */
export function openapiRoutes({ baseUrl }: Pick<ApiParts, 'baseUrl'>, path: string): Hono {
  let document: object | undefined
  return new Hono().get(path, (c) => {
    const fault = faultOfParameters(new URL(c.req.url))
    if (fault) return refusedAsked(c, fault)
    return taggedJson(c, (document ??= openapiDocument(baseUrl)))
  })
}
