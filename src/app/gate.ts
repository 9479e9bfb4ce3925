import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** A request turned away before any page sees it. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 414 | 421
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
  // Numbers are let in for health checks; a page elsewhere cannot make a name of its own out of them.
  return formRefusal(request) ?? hostRefusal(request, (name) => ourHosts.has(name) || isIp(name))
}

/**
 * Why a request may not come in at the operator's own door, or undefined if it may: it must name this machine, so
 * that no name elsewhere can be made to lead here; no proxy may have passed it on; and a form must be of its own pages.
 */
export function operatorRefusalOf(request: IncomingMessage): Refusal | undefined {
  return (
    formRefusal(request) ??
    hostRefusal(request, (name) => operatorHosts.has(name)) ??
    passedOnRefusal(request) ??
    originRefusal(request)
  )
}

/** The names this installation answers to: its own address, and this machine's. */
export function hostsOf(baseUrl: string): ReadonlySet<string> {
  return new Set(['localhost', new URL(baseUrl).hostname])
}

const operatorHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

function formRefusal(request: IncomingMessage): Refusal | undefined {
  if (!methods.includes(request.method ?? ''))
    return { status: 405, text: 'This method is not used here.' }
  const address = request.url ?? ''
  if (address.length > longestAddress)
    return { status: 414, text: 'This address is too long. Search with fewer words.' }
  if (!address.startsWith('/'))
    return { status: 400, text: 'The request must name a path that begins with a slash.' }
  return undefined
}

function hostRefusal(
  request: IncomingMessage,
  isOurs: (name: string) => boolean,
): Refusal | undefined {
  const given = request.headersDistinct['host'] ?? []
  if (given.length !== 1 || !given[0])
    return { status: 400, text: 'The request must name one host.' }
  const name = hostname(given[0])
  if (name !== undefined && isOurs(name)) return undefined
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

function isIp(name: string): boolean {
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0
}

/** A proxy that was led here would show to everybody what is for this machine. */
function passedOnRefusal({ headers }: IncomingMessage): Refusal | undefined {
  if (!forwarding.some((name) => headers[name] !== undefined)) return undefined
  return {
    status: 421,
    text: 'The operator’s pages are for this machine, and no proxy may pass them on.',
  }
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

function originRefusal({ method, headers }: IncomingMessage): Refusal | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  const isOwn =
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  return isOwn ? undefined : { status: 403, text: 'This was sent by a page that is not ours.' }
}
