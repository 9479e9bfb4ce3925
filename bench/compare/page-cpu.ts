import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processorSeconds, runOnCore } from '../processes.ts'
import type { startServer } from '../server.ts'
import type { Figures } from './figures.ts'

const connections = '16'
const warmRequests = 6000

/**
 * What a study page costs a server of that checkout, in milliseconds of processor time, which other work on the
 * machine changes less than it changes time by the clock. Asks for the paths that `measurePagesServed` left in
 * `folder`: a fixed number of them. Nothing where this is no Linux.
 */
export async function measurePageCpu(start: typeof startServer, folder: string): Promise<Figures> {
  const cold = readFileSync(join(folder, 'cold-paths.txt'), 'utf8').trim().split('\n')
  const few = readFileSync(join(folder, 'warm-paths.txt'), 'utf8').trim().split('\n')
  const warm = Array.from({ length: warmRequests }, (_, at) => few[at % few.length] ?? '/')
  const server = await start(join(folder, 'data'), { core: 0 })
  const each = async (paths: readonly string[]): Promise<number | undefined> => {
    const file = join(folder, 'paths.txt')
    writeFileSync(file, paths.join('\n'))
    const before = processorSeconds(server.pid)
    await runOnCore(1, './load-child.ts', [server.address, file, connections, '0', 'gzip, br'])
    const after = processorSeconds(server.pid)
    if (before === undefined || after === undefined) return undefined
    return ((after - before) / paths.length) * 1000
  }
  try {
    const coldPageCpu = await each(cold)
    await each(few)
    const warmPageCpu = await each(warm)
    return {
      ...(coldPageCpu !== undefined && { coldPageCpu }),
      ...(warmPageCpu !== undefined && { warmPageCpu }),
    }
  } finally {
    await server.stop()
  }
}
