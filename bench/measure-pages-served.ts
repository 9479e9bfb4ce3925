import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest } from '../src/finder/catalogue/model/manifest.ts'
import { loadSegments, openSegments } from '../src/finder/catalogue/segment/loaded.ts'
import { type BenchSetup, catalogueFolder, dataFolder } from './setup.ts'
import { hashOf } from './random.ts'
import { processorSeconds, runOnCore } from './processes.ts'
import { searchProcesses, startServer } from './server.ts'
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

/** The same, with what a page cost the processes, in milliseconds of processor time; undefined where this is no Linux. */
export interface ServedLoad extends LoadFigures {
  readonly serverMs?: number
  readonly searchMs?: number
}

export interface ServedFigures {
  /** Three hundred studies again and again, as a browser asks for them. */
  readonly warm: ServedLoad
  /** The same, not compressed. */
  readonly plain: ServedLoad
  /** Studies nobody asked for before. */
  readonly cold: ServedLoad
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
  const load = async (file: string, seconds: number, encoding: string): Promise<ServedLoad> => {
    const args = [server.address, file, String(connections), String(seconds), encoding]
    const own = workOf([server.pid])
    const searching = workOf(searchProcesses(server))
    const figures = (await runOnCore(1, './load-child.ts', args)) as LoadFigures
    return {
      ...figures,
      ...present('serverMs', own(figures.requests)),
      ...present('searchMs', searching(figures.requests)),
    }
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

/** Processor milliseconds of processes from now on, for each of so many pages. */
function workOf(pids: readonly number[]): (pages: number) => number | undefined {
  const spent = (): number | undefined =>
    pids.reduce<number | undefined>((sum, pid) => {
      const one = processorSeconds(pid)
      return sum === undefined || one === undefined ? undefined : sum + one
    }, 0)
  const before = spent()
  return (pages) => {
    const after = spent()
    return before === undefined || after === undefined
      ? undefined
      : ((after - before) / pages) * 1000
  }
}

function present<Name extends string>(
  name: Name,
  value: number | undefined,
): Partial<Record<Name, number>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, number>)
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
