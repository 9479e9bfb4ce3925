import { request as ask } from 'node:http'

/** One request as a stranger may send it. */
export interface Sent {
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body?: Uint8Array
  /** Hangs up after so many bytes of the body. */
  readonly cutAt?: number
}

/** What came back; 0 where nothing did. */
export interface Came {
  readonly status: number
  readonly bytes: number
  readonly ms: number
}

const longestMs = 30_000

/** Sends one request on a connection of its own, and reads the answer whole. Never throws. */
export function send(port: number, sent: Sent): Promise<Came> {
  const began = performance.now()
  return new Promise((resolve) => {
    const came = (status: number, bytes: number): void =>
      resolve({ status, bytes, ms: performance.now() - began })
    const { method, path, body = new Uint8Array(), cutAt } = sent
    const headers = Object.fromEntries(
      Object.entries(sent.headers).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : [...value],
      ]),
    )
    const asked = ask({ host: '127.0.0.1', port, method, path, headers, agent: false })
    asked.setTimeout(longestMs, () => asked.destroy())
    asked.on('error', () => came(0, 0))
    asked.on('response', (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('error', () => came(response.statusCode ?? 0, bytes))
      response.on('close', () => came(response.statusCode ?? 0, bytes))
    })
    if (method === 'GET') asked.end()
    else if (cutAt === undefined) asked.end(body)
    else asked.write(body.subarray(0, cutAt), () => asked.destroy())
  })
}
