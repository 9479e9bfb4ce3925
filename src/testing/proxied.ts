import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as tlsRequest } from 'node:https'

/** A request as it reaches a proxy: nothing is added or left out by a client library. */
export interface ProxiedRequest {
  readonly port: number
  readonly path: string
  readonly host: string
  readonly tls: boolean
  /** The address of this machine's own network (127.0.0.0/8) that it comes from. */
  readonly from?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** How long the answer is left unread after it began, in milliseconds. */
  readonly unreadMs?: number
}

/** What came back. */
export interface ProxiedAnswer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Asks a proxy on this machine; its certificate may be signed by nobody. Rejects where the connection breaks. */
export function ask(asked: ProxiedRequest): Promise<ProxiedAnswer> {
  const { port, path, host, tls, from, method = 'GET', headers = {}, body, unreadMs = 0 } = asked
  return new Promise((resolve, reject) => {
    const options: RequestOptions & { servername?: string; rejectUnauthorized?: boolean } = {
      host: '127.0.0.1',
      port,
      path,
      method,
      agent: false,
      headers: { host, ...headers },
      ...(from !== undefined && { localAddress: from }),
      ...(tls && { servername: host, rejectUnauthorized: false }),
    }
    const request = (tls ? tlsRequest : plainRequest)(options, (response) => {
      const chunks: Buffer[] = []
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      )
      setTimeout(() => response.on('data', (chunk: Buffer) => chunks.push(chunk)), unreadMs)
    })
    request.on('error', reject)
    request.end(body)
  })
}
