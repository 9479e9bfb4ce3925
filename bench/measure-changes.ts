import { statSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest } from '../src/finder/catalogue/model/manifest.ts'
import { writeChanged } from './change-studies.ts'
import { catalogueFolder, dataFolder, type BenchSetup } from './setup.ts'
import { wait } from './processes.ts'
import { runCommand } from './program.ts'
import { request, startServer } from './server.ts'

export interface ChangeFigures {
  readonly changed: number
  readonly zipBytes: number
  /** The import command, from start to end. */
  readonly importSeconds: number
  /** From the start of the import until the running server's /version named the new catalogue. */
  readonly visibleSeconds: number
  readonly peakMemory: number
}

const count = 2000

/** Imports studies that changed, while a server runs, until that server serves them. */
export async function measureChanges(setup: BenchSetup): Promise<ChangeFigures> {
  const round = readManifest(catalogueFolder(setup))?.imports.length ?? 1
  const file = join(setup.folder, `changed-${round}.zip`)
  const changed = Math.min(count, Math.floor(setup.studies / 2))
  await writeChanged({ source: setup.source, file, studies: setup.studies, changed, round })
  const server = await startServer(dataFolder(setup))
  try {
    const before = await generationOf(server.address)
    const began = performance.now()
    const seen = untilNew(server.address, before).then(() => (performance.now() - began) / 1000)
    const [ran, visibleSeconds] = await Promise.all([
      runCommand(dataFolder(setup), ['import', file, '--json', '--quiet']),
      seen,
    ])
    const { imports } = JSON.parse(ran.output) as { imports: { changed: number }[] }
    return {
      changed: imports[0]?.changed ?? 0,
      zipBytes: statSync(file).size,
      importSeconds: ran.seconds,
      visibleSeconds,
      peakMemory: ran.peakMemory,
    }
  } finally {
    await server.stop()
  }
}

async function generationOf(address: string): Promise<string> {
  const { body } = await request(`${address}/version`)
  return String((JSON.parse(body.toString()) as { generation?: string }).generation)
}

async function untilNew(address: string, before: string): Promise<void> {
  for (let tries = 0; tries < 60_000; tries++) {
    if ((await generationOf(address)) !== before) return
    await wait(20)
  }
  throw new Error('the server did not take up the new catalogue within twenty minutes')
}
