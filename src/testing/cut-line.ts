import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

/** A way to a PostgreSQL that a test can cut. */
export interface CutLine {
  readonly url: string
  /** Passes nothing on any more, and says so to nobody, as a firewall that forgot the line. */
  swallow(): void
  /** Ends all lines and takes no new ones. */
  refuse(): Promise<void>
  mend(): Promise<void>
}

/** Opens it before the server that an address names; it is gone after the test. */
export async function cutLine(t: TestContext, databaseUrl: string): Promise<CutLine> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isOpen = true
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    return socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    const far = keep(connect(Number(target.port || 5432), target.hostname))
    keep(near).on('data', (bytes) => isOpen && far.write(bytes))
    far.on('data', (bytes) => isOpen && near.write(bytes))
    near.on('close', () => far.destroy())
    far.on('close', () => isOpen && near.destroy())
  })
  const endAll = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  t.after(() => {
    server.close()
    endAll()
  })
  return {
    url: url.href,
    swallow: () => (isOpen = false),
    refuse: async () => {
      const closed = once(server, 'close')
      server.close()
      endAll()
      await closed
    },
    mend: async () => {
      endAll()
      isOpen = true
      if (server.listening) return
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
  }
}
