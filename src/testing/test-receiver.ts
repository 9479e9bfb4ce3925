import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { type AllowedHost, readAllowedHosts } from '../people/watches/model/allowed-hosts.ts'

/** What a receiver was sent. */
export interface ReceivedNotice {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A program on loopback that is told of studies. */
export interface TestReceiver {
  /** `http://127.0.0.1:4711` */
  readonly origin: string
  readonly allowed: readonly AllowedHost[]
  readonly received: ReceivedNotice[]
  /** Answers from now on; 200 with nothing in it where it is undefined. */
  answer: ((response: ServerResponse, count: number) => void) | undefined
}

/** Starts one; it is gone after the test. */
export async function testReceiver(t: Pick<TestContext, 'after'>): Promise<TestReceiver> {
  const received: ReceivedNotice[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { url = '', headers } = request
      received.push({ path: url, headers, body: Buffer.concat(parts).toString() })
      if (receiver.answer) receiver.answer(response, received.length)
      else response.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const receiver: TestReceiver = {
    origin,
    allowed: allowedHosts(origin),
    received,
    answer: undefined,
  }
  return receiver
}

/** The operator's list, as it is set. Throws where it is none. */
export function allowedHosts(text: string): readonly AllowedHost[] {
  const read = readAllowedHosts(text)
  if (!read) throw new Error(`${text} is no list of hosts`)
  return read
}
