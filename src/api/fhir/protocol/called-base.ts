import type { Context } from 'hono'
import type { ApiParts } from '../../shell/parts.ts'
import type { FhirVersion } from '../xml/element-table.ts'

/**
 * The address of a release as it was called, without a slash at its end: of the same scheme and host, so that links lead back
 * the way the caller came. What a proxy says of the outside is believed only where the operator said so; who called by the
 * name of this installation gets the scheme that it has outside.
 */
export function calledBase(
  c: Context,
  release: FhirVersion,
  { trustProxy, baseUrl }: Pick<ApiParts, 'trustProxy' | 'baseUrl'>,
): string {
  const { origin, host } = new URL(c.req.url)
  const outside = trustProxy && forwardedOrigin(c)
  const own = host === new URL(baseUrl).host && baseUrl
  return `${outside || own || origin}/fhir/${release}`
}

/** What the nearest proxy to the caller said, where it is what it must be. */
function forwardedOrigin(c: Context): string | undefined {
  const { protocol, host } = new URL(c.req.url)
  const said = (name: string, shape: RegExp): string | undefined => {
    const text = c.req.header(name)?.split(',')[0]?.trim().toLowerCase()
    return text !== undefined && shape.test(text) ? text : undefined
  }
  const scheme = said('x-forwarded-proto', /^https?$/)
  const authority = said(
    'x-forwarded-host',
    /^[a-z\d.-]+(?::\d{1,5})?$|^\[[a-f\d:]+\](?::\d{1,5})?$/,
  )
  if (scheme === undefined && authority === undefined) return undefined
  return `${scheme ?? protocol.slice(0, -1)}://${authority ?? host}`
}
