import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest } from '../src/finder/catalogue/model/manifest.ts'
import { loadSegments, openSegments } from '../src/finder/catalogue/segment/loaded.ts'
import { type BenchSetup, catalogueFolder, dataFolder } from './setup.ts'
import { hashOf } from './random.ts'
import { runOnCore } from './processes.ts'
import { startServer } from './server.ts'
import { nctOf } from '../src/finder/catalogue/model/nct-number.ts'

export interface LoadFigures {
  readonly requests: number
  readonly failed: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly max: number
  readonly meanBytes: number
  /** The share of its core that the load itself used; near 1, the load was the limit. */
  readonly clientCpu: number
}

export interface ServedFigures {
  /** Three hundred studies again and again, as a browser asks for them. */
  readonly warm: LoadFigures
  /** The same, not compressed. */
  readonly plain: LoadFigures
  /** Studies nobody asked for before. */
  readonly cold: LoadFigures
}

const warmStudies = 300
const coldStudies = 3000
const connections = 16

/** Study pages from a server on one core, asked for from the other. */
export async function measurePagesServed(setup: BenchSetup): Promise<ServedFigures> {
  const paths = someStudies(setup, warmStudies + coldStudies)
  const warm = join(setup.folder, 'warm-paths.txt')
  const cold = join(setup.folder, 'cold-paths.txt')
  writeFileSync(warm, paths.slice(0, warmStudies).join('\n'))
  writeFileSync(cold, paths.slice(warmStudies).join('\n'))
  const server = await startServer(dataFolder(setup), { core: 0 })
  const load = async (file: string, seconds: number, encoding: string): Promise<LoadFigures> => {
    const args = [server.address, file, String(connections), String(seconds), encoding]
    return (await runOnCore(1, './load-child.ts', args)) as LoadFigures
  }
  try {
    const coldFigures = await load(cold, 0, 'gzip, br')
    await load(warm, 3, 'gzip, br')
    const warmFigures = await load(warm, 10, 'gzip, br')
    return { warm: warmFigures, plain: await load(warm, 10, 'identity'), cold: coldFigures }
  } finally {
    await server.stop()
  }
}

/** Studies from all over the catalogue, in an order that has nothing to do with their place there. */
function someStudies(setup: BenchSetup, count: number): string[] {
  const folder = catalogueFolder(setup)
  const manifest = readManifest(folder)
  if (!manifest) throw new Error(`there is no catalogue in ${folder}`)
  const segments = openSegments(folder, manifest.segments)
  const ids = loadSegments(segments).flatMap(({ columns }) => [...columns.nct])
  for (const segment of segments) segment.close()
  return [...new Set(ids)]
    .map((id) => ({ id, order: hashOf(id, 1) }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ id }) => `/studies/${nctOf(id)}`)
}
