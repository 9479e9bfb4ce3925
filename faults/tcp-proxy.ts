import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to a server that can be cut, or swallow everything, as a firewall that forgot it does. */
export interface TcpProxy {
  readonly port: number
  /** `through` passes all on, `hole` takes lines and passes nothing on, `shut` refuses and ends all lines. */
  set(mode: 'through' | 'hole' | 'shut'): Promise<void>
}

/** Opens it on an address of this machine, before the port of a server. */
export async function startProxy(
  target: number,
  { host = '127.0.0.1', port = 0 } = {},
): Promise<TcpProxy> {
  let mode: 'through' | 'hole' | 'shut' = 'through'
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    keep(near)
    const far = connect(target, '127.0.0.1')
    keep(far)
    near.on('data', (bytes) => mode === 'through' && far.write(bytes))
    far.on('data', (bytes) => mode === 'through' && near.write(bytes))
    near.on('close', () => far.destroy())
    far.on('close', () => mode === 'through' && near.destroy())
  })
  const listen = async (at: number): Promise<number> => {
    server.listen(at, host)
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const own = await listen(port)
  return {
    port: own,
    set: async (next) => {
      if (next === 'shut' && mode !== 'shut') {
        const closed = once(server, 'close')
        server.close()
        for (const socket of sockets) socket.destroy()
        await closed
      }
      if (next !== 'shut' && mode === 'shut') await listen(own)
      // What was swallowed is gone, so a line that lost a part is of no use any more.
      if (next === 'through' && mode === 'hole') for (const socket of sockets) socket.destroy()
      mode = next
    },
  }
}
