import type { Context } from 'hono'

/** Whether what was sent is called JSON, by any of its names; what is not named at all is taken for it. */
export function isJsonBody(c: Context): boolean {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return ['', 'application/json', 'application/fhir+json', 'application/json+fhir'].includes(type)
}
