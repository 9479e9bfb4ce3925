import { globSync, linkSync } from 'node:fs'
import { join } from 'node:path'
import { builtPlaces } from './built-places.ts'
import { folderOf } from './fixture-keys.ts'
import { madeOnce } from './made-once.ts'
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
  const placesFile = await builtPlaces()
  const folder = await madeOnce(folderOf('example'), (made) => build(made, placesFile))
  return {
    folder,
    catalogue: join(folder, 'catalogue'),
    placesFile: join(folder, 'places.sqlite'),
  }
}

async function build(folder: string, placesFile: string): Promise<void> {
  linkSync(placesFile, join(folder, 'places.sqlite'))
  const vocabulary = openVocabulary()
  const older = globSync('1-*.xml', { cwd: snapshot }).map((name) => join(snapshot, name))
  for (const sources of [older, [join(snapshot, '2-current')]])
    await importStudies({
      folder: join(folder, 'catalogue'),
      placesFile,
      vocabulary,
      workers: 1,
      now: () => Temporal.Instant.from('2026-11-23T00:00:00Z'),
      sources: sources.map((name) => ({
        name,
        records: (onProgress) => readRecords(name, { onProgress }),
      })),
    })
}
