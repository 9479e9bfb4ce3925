import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildPlaces } from '../src/finder/places/build.ts'
import { placesTrouble } from '../src/finder/places/checksum.ts'
import { catalogueFolder, dataFolder, type BenchSetup, zipFile } from './setup.ts'
import { runCommand } from './program.ts'

export interface ImportFigures {
  readonly seconds: number
  readonly studies: number
  readonly rejected: number
  readonly peakMemory: number
  readonly catalogueBytes: number
}

/** Imports the whole archive through the command line, into an empty data folder. */
export async function measureImport(setup: BenchSetup): Promise<ImportFigures> {
  const dataDir = dataFolder(setup)
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  preparePlaces(setup)
  const ran = await runCommand(dataDir, ['import', zipFile(setup), '--json', '--quiet'])
  const { studies = 0, rejected = 0 } = summaryOf(ran.output)
  return {
    seconds: ran.seconds,
    studies,
    rejected,
    peakMemory: ran.peakMemory,
    catalogueBytes: bytesIn(catalogueFolder(setup)),
  }
}

/** Towns and postcodes are built once, for all scales, outside the measured time. */
function preparePlaces(setup: BenchSetup): void {
  const shared = join(dirname(setup.folder), 'places.sqlite')
  if (placesTrouble(shared) !== undefined) buildPlaces(shared)
  copyFileSync(shared, join(dataFolder(setup), 'places.sqlite'))
}

function summaryOf(output: string): { studies?: number; rejected?: number } {
  const whole = JSON.parse(output) as { imports?: { studies?: number; rejected?: number }[] }
  return whole.imports?.at(-1) ?? {}
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}
