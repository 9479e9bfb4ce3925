import { dataFolder, type BenchSetup } from './setup.ts'
import { family, type Memory, memoryOf, wait } from './processes.ts'
import { queries } from './queries.ts'
import { request, startServer } from './server.ts'

export interface ServerFigures {
  readonly startSeconds: number
  readonly processes: number
  readonly idle: Memory
  /** After the sixty queries, three times, through pages. */
  readonly worked: Memory
}

/** Starts a server with its usual settings: how soon it is ready, and what memory it holds. */
export async function measureServer(setup: BenchSetup): Promise<ServerFigures> {
  const server = await startServer(dataFolder(setup))
  try {
    await wait(2000)
    const pids = family(server.pid)
    const idle = memoryOf(pids)
    for (let round = 0; round < 3; round++)
      for (const { q } of queries) {
        const { status } = await request(
          `${server.address}/search?${String(new URLSearchParams({ q }))}`,
        )
        if (status !== 200) throw new Error(`the search for ${q} answered ${status}`)
      }
    const worked = memoryOf(family(server.pid))
    return { startSeconds: server.startSeconds, processes: pids.length, idle, worked }
  } finally {
    await server.stop()
  }
}
