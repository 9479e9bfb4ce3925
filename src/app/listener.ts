import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import type { Refusal } from './gate.ts'
import { isLoopback, isPrivateNetwork } from '../door/from-here.ts'

/** A server that is listening; `close` lets requests finish for so long, then ends. */
export interface RunningServer {
  readonly port: number
  close(graceMs?: number): Promise<void>
}

/** The body of a refusal and its media type. */
export interface WrittenRefusal {
  readonly type: string
  readonly body: string
}

/** What a door does with requests. */
export interface Door {
  /** Why a request may not come in; undefined where it may. */
  readonly refusalOf: (request: IncomingMessage) => Refusal | undefined
  /** How a refusal is written to who asked; as plain text where absent, or where it gives nothing. */
  readonly inWords?: (request: IncomingMessage, refusal: Refusal) => WrittenRefusal | undefined
  /** Told of each request that was turned away, to count it. */
  readonly refused: (request: IncomingMessage, status: number) => void
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void
  /** Whether one address may not have all connections. */
  readonly limitsConnections: boolean
}

const usualGraceMs = 10_000
const mostFromOneAddress = 256
/** A private address may be a proxy or the gateway of a container, with many people behind it. */
const mostFromPrivateAddress = 4096

/**
 * Listens until closed; `opened` makes the door, and is handed what tells whether the server is closing. Throws what the
 * system says where it cannot listen, such as `EADDRINUSE`.
 */
export async function listen(
  opened: (isClosing: () => boolean) => Door,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<RunningServer> {
  let closing = false
  const server = openServer(
    opened(() => closing),
    () => closing,
  )
  server.listen(port, host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async (graceMs = usualGraceMs) => {
      closing = true
      await drain(server, graceMs)
    },
  }
}

function openServer(door: Door, isClosing: () => boolean): Server {
  const server = createServer(limits, (request, response) => {
    if (isClosing()) response.setHeader('connection', 'close')
    const refusal = door.refusalOf(request)
    if (refusal) refuse(request, response, refusal, door)
    else door.answer(request, response)
  })
  server.setTimeout(30_000)
  if (door.limitsConnections) limitConnections(server)
  return server
}

/** A client that sends slowly, or never, is let go; the defaults of Node wait for minutes. */
const limits = {
  headersTimeout: 5000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16 * 1024,
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  { refused, inWords }: Door,
): void {
  const { status, text } = refusal
  refused(request, status)
  const { type, body } = inWords?.(request, refusal) ?? {
    type: 'text/plain; charset=utf-8',
    body: `${text}\n`,
  }
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    // A page of another site that asks as a program does may read why it was turned away.
    'access-control-allow-origin': '*',
    connection: 'close',
  })
  response.end(body)
}

/** One address cannot take all connections. This machine may, for a proxy or a load test. */
function limitConnections(server: Server): void {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    if (isLoopback(address)) return
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
    const most = isPrivateNetwork(address) ? mostFromPrivateAddress : mostFromOneAddress
    if (count > most) socket.destroy()
  })
}

/** Stops accepting, lets what was begun finish, and closes connections as they fall idle. */
async function drain(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const end = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(idle)
  clearTimeout(end)
}
