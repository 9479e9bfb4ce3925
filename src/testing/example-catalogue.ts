import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { madeFrom } from './made-from.ts'
import { buildPlaces } from '../finder/places/build.ts'
import { readRecords } from '../finder/registry/read-records.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { importStudies } from '../finder/catalogue/import/import-studies.ts'

/** A data folder for tests: the real places, and the catalogue of the studies that ship. */
export interface ExampleData {
  readonly folder: string
  readonly catalogue: string
  readonly placesFile: string
}

const root = join(import.meta.dirname, '../..')
export const snapshot = join(root, 'data/snapshot')

/**
 * Builds the example data once for all test files, in the system's folder for temporary files; built
 * again when the code or the shipped data changes. Read it, never write to it.
 */
export async function exampleData(): Promise<ExampleData> {
  const key = madeFrom({
    root,
    program: 'src/testing/example-catalogue.ts',
    data: ['data/*/**/*.{gz,json,ndjson,tsv,xml}', 'package-lock.json'],
  })
  const folder = join(tmpdir(), `trialway-example-${key}`)
  const made = {
    folder,
    catalogue: join(folder, 'catalogue'),
    placesFile: join(folder, 'places.sqlite'),
  }
  if (await isMineToBuild(folder)) await build(folder)
  return made
}

/** Several test files start at once: the first to make the folder beside builds, the others wait. */
async function isMineToBuild(folder: string): Promise<boolean> {
  const beside = `${folder}.part`
  for (;;) {
    if (existsSync(folder)) return false
    try {
      mkdirSync(beside)
      return true
    } catch {
      const begun = statSync(beside, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - begun > longestBuildMs) rmSync(beside, { recursive: true, force: true })
      await wait(200)
    }
  }
}

const longestBuildMs = 240_000

async function build(folder: string): Promise<void> {
  const beside = `${folder}.part`
  const placesFile = join(beside, 'places.sqlite')
  buildPlaces(placesFile)
  const vocabulary = openVocabulary()
  const older = globSync('1-*.xml', { cwd: snapshot }).map((name) => join(snapshot, name))
  for (const sources of [older, [join(snapshot, '2-current')]])
    await importStudies({
      folder: join(beside, 'catalogue'),
      placesFile,
      vocabulary,
      workers: 1,
      now: () => Temporal.Instant.from('2026-11-23T00:00:00Z'),
      sources: sources.map((name) => ({
        name,
        records: (onProgress) => readRecords(name, { onProgress }),
      })),
    })
  renameSync(beside, folder)
}
