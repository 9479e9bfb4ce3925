import { isIP } from 'node:net'

/** A host that the operator lets notices be sent to. */
export interface AllowedHost {
  /** Scheme, name and port, as `https://hooks.example.org:8443`. */
  readonly origin: string
  readonly hostname: string
  readonly port: number
  readonly isEncrypted: boolean
  /** The address that the operator names; without it the name is looked up each time, and must lead to a public one. */
  readonly address?: string
}

/**
 * Reads the operator's list: `https://hooks.example.org:8443`, with commas or spaces between, and `=10.1.2.3` behind one that
 * is at an address of a private network. Undefined where one of them is no such host.
 */
export function readAllowedHosts(text: string): readonly AllowedHost[] | undefined {
  const read = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(readHost)
  return read.every((one) => one !== undefined) ? read : undefined
}

/** The host of an address that a program gives, where it is on the list; the port and the scheme must be the same. */
export function allowedHostOf(
  allowed: readonly AllowedHost[],
  endpoint: string,
): AllowedHost | undefined {
  const origin = URL.parse(endpoint)?.origin
  return allowed.find((one) => one.origin === origin)
}

/** Whether an address says where to send and nothing else: no name, no password, no query and no fragment, which are for headers. */
export function isPlainEndpoint(endpoint: string): boolean {
  const url = URL.parse(endpoint)
  return (
    url !== null &&
    endpoint.length <= mostLetters &&
    /^[\x21-\x7e]+$/.test(endpoint) &&
    !/[?#@\\]/.test(endpoint) &&
    url.username === ''
  )
}

const mostLetters = 500

function readHost(text: string): AllowedHost | undefined {
  const [given = '', address, ...more] = text.split('=')
  const url = URL.parse(given)
  if (!url || more.length > 0 || !isPlainEndpoint(given) || url.pathname !== '/') return undefined
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const isEncrypted = url.protocol === 'https:'
  if (!isEncrypted && !(url.protocol === 'http:' && loopback.has(hostname))) return undefined
  if (address !== undefined && isIP(address) === 0) return undefined
  const own = address ?? (isIP(hostname) === 0 ? undefined : hostname)
  return {
    origin: url.origin,
    hostname,
    port: Number(url.port) || (isEncrypted ? 443 : 80),
    isEncrypted,
    ...(own !== undefined && { address: own }),
  }
}

/** What is sent to them leaves no machine, so it need not be encrypted. */
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1'])
