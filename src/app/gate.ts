import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** A request turned away before any page sees it. */
export interface Refusal {
  readonly status: 400 | 405 | 414 | 421
  readonly text: string
}

const longestAddress = 8192
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * Why a request may not come in, or undefined if it may. A wrong `Host` is turned away so that no
 * page, cache or mail can be made to carry another person's name.
 */
export function refusalOf(
  request: IncomingMessage,
  ourHosts: ReadonlySet<string>,
): Refusal | undefined {
  if (!methods.includes(request.method ?? ''))
    return { status: 405, text: 'This method is not used here.' }
  const address = request.url ?? ''
  if (address.length > longestAddress)
    return { status: 414, text: 'This address is too long. Search with fewer words.' }
  if (!address.startsWith('/'))
    return { status: 400, text: 'The request must name a path that begins with a slash.' }
  return hostRefusal(request, ourHosts)
}

/** The names this installation answers to: its own address, and this machine's. */
export function hostsOf(baseUrl: string): ReadonlySet<string> {
  return new Set(['localhost', new URL(baseUrl).hostname])
}

function hostRefusal(request: IncomingMessage, ourHosts: ReadonlySet<string>): Refusal | undefined {
  const given = request.headersDistinct['host'] ?? []
  if (given.length !== 1 || !given[0])
    return { status: 400, text: 'The request must name one host.' }
  const name = hostname(given[0])
  if (name !== undefined && (ourHosts.has(name) || isAddress(name))) return undefined
  return {
    status: 421,
    text: 'This server does not answer to that name. Its operator sets the name with BASE_URL.',
  }
}

function hostname(host: string): string | undefined {
  return /^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:.]+\](?::\d{1,5})?$/i.test(host)
    ? URL.parse(`http://${host}`)?.hostname
    : undefined
}

/** Numbers are let in for health checks; a page elsewhere cannot make a name of its own out of them. */
function isAddress(name: string): boolean {
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0
}
