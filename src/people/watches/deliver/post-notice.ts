import { lookup } from 'node:dns/promises'
import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestEncrypted } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from '../../../base/public-address.ts'
import type { AllowedHost } from '../model/allowed-hosts.ts'

/** What became of an attempt: taken, not taken for now, or never to be sent again. Its code says nothing that the receiver wrote. */
export interface NoticeOutcome {
  readonly kind: 'taken' | 'failed' | 'gone'
  readonly code: string
}

/** A notice on its way. */
export interface NoticeToPost {
  readonly endpoint: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  /** All of it, from the look-up of the name to the answer, takes no longer. */
  readonly timeoutMs: number
}

/** The addresses of a name. */
export type ResolveName = (name: string) => Promise<readonly string[]>

/**
 * Posts a notice to a host of the operator's list. The name is looked up once, every address it has is checked, and the connection goes to
 * the very address that was checked. No redirect is followed; of the answer, the status counts and little is read. Never throws.
 */
export async function postNotice(
  host: AllowedHost,
  notice: NoticeToPost,
  {
    signal,
    resolve = resolveByDns,
  }: { readonly signal?: AbortSignal; readonly resolve?: ResolveName } = {},
): Promise<NoticeOutcome> {
  const ends = AbortSignal.timeout(notice.timeoutMs)
  const stop = signal ? AbortSignal.any([signal, ends]) : ends
  try {
    const address = host.address ?? (await untilStopped(checkedAddress(host, resolve), stop))
    return outcomeOf(await statusOf(host, address, notice, stop))
  } catch (error) {
    if (error instanceof NotSent) return { kind: 'failed', code: error.message }
    if (ends.aborted) return { kind: 'failed', code: 'timeout' }
    return { kind: 'failed', code: codeOf(error) }
  }
}

/** Why nothing was sent, as a code. */
class NotSent extends Error {
  override readonly name = 'NotSent'
}

async function resolveByDns(name: string): Promise<readonly string[]> {
  const found = await lookup(name, { all: true })
  return found.map(({ address }) => address)
}

/** One that is not public spoils the name: who answers for it is not who the operator meant. */
async function checkedAddress({ hostname }: AllowedHost, resolve: ResolveName): Promise<string> {
  const found = await resolve(hostname).catch(() => [])
  const [first] = found
  if (first === undefined) throw new NotSent('unknown-name')
  if (!found.every(isPublicAddress)) throw new NotSent('not-public')
  return first
}

/** The status that a receiver answers with. Throws what the connection threw. */
function statusOf(
  host: AllowedHost,
  address: string,
  { endpoint, headers, body }: NoticeToPost,
  signal: AbortSignal,
): Promise<number> {
  const { pathname, host: named } = new URL(endpoint)
  const given = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]))
  const options = {
    method: 'POST',
    // An address, so that nothing is looked up again.
    host: address,
    port: host.port,
    path: pathname,
    headers: {
      ...given,
      host: named,
      'content-type': 'application/fhir+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Trialway',
    },
    agent: false,
    maxHeaderSize: 16_384,
    signal,
  } as const
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const answered = (reply: IncomingMessage): void => {
    readLittle(reply)
    resolve(reply.statusCode ?? 0)
  }
  const sent: ClientRequest = host.isEncrypted
    ? requestEncrypted(
        { ...options, ...(isIP(host.hostname) === 0 && { servername: host.hostname }) },
        answered,
      )
    : requestPlain(options, answered)
  sent.on('error', reject)
  sent.end(body)
  return promise
}

/** So much is taken of an answer, so that a receiver that writes a line is not cut off. */
const mostReplyBytes = 65_536
const mostReplyMs = 2_000

function readLittle(reply: IncomingMessage): void {
  let bytes = 0
  const timer = setTimeout(() => reply.destroy(), mostReplyMs)
  reply.on('data', (part: Buffer) => {
    bytes += part.length
    if (bytes > mostReplyBytes) reply.destroy()
  })
  reply.on('error', () => undefined)
  reply.on('close', () => clearTimeout(timer))
}

function outcomeOf(status: number): NoticeOutcome {
  if (status >= 200 && status < 300) return { kind: 'taken', code: 'taken' }
  if (status >= 300 && status < 400) return { kind: 'failed', code: 'redirect' }
  return { kind: status === 410 ? 'gone' : 'failed', code: `http-${status}` }
}

/** What a system says of a connection, as one of a few codes. */
function codeOf(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException
  if (/^(?:ERR_TLS|CERT_|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) return 'not-trusted'
  if (code.startsWith('HPE_')) return 'no-http'
  return 'no-connection'
}

function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = (): void => reject(signal.reason)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop))
}
