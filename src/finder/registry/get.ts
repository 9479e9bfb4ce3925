import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { lookupPublic, type Address } from './address.ts'
import { gunzipped } from './gunzip.ts'

/** As much of `fetch` as is used here, so that another may be given. */
export type Fetch = (
  url: URL,
  init: {
    readonly headers: Record<string, string>
    readonly signal: AbortSignal
    readonly redirect: 'manual'
  },
) => Promise<HttpAnswer>

/** An answer of another server, before its body is read. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: AsyncIterable<Uint8Array> | null
}

/** A `fetch` that connects to no private address, unless loopback was named. */
export function createFetch(address: Extract<Address, { url: URL }>): Fetch {
  return (url, { headers, signal }) =>
    new Promise((resolve, reject) => {
      const request = url.protocol === 'https:' ? requestHttps : requestHttp
      const options = {
        headers: { ...headers, 'accept-encoding': 'gzip' },
        signal,
        ...(!address.loopback && { lookup: lookupPublic }),
      }
      request(url, options, (response) => resolve(answerOf(response)))
        .on('error', reject)
        .end()
    })
}

function answerOf(response: IncomingMessage): HttpAnswer {
  const gzip = response.headers['content-encoding'] === 'gzip'
  return {
    status: response.statusCode ?? 0,
    headers: { get: (name) => String(response.headers[name] ?? '') || null },
    body: gzip ? unpacked(response) : response,
  }
}

async function* unpacked(response: IncomingMessage): AsyncGenerator<Uint8Array, void> {
  const result = gunzipped(response)
  yield* result.chunks
  if (result.reason) throw new Error(result.reason)
}
