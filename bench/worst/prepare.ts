import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { importStudies } from '../../src/finder/catalogue/import/import-studies.ts'
import type { RawRecord } from '../../src/finder/registry/records.ts'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import { exampleData } from '../../src/testing/example-catalogue.ts'
import { fixtureStudies } from '../../src/testing/fixture-studies.ts'
import { type HostileRecord, hostileRecords } from './hostile-records.ts'

/** A data folder with a small catalogue of hostile records among usual ones, each in two versions, so that there is history. */
export async function prepare(folder: string, size: number): Promise<readonly HostileRecord[]> {
  mkdirSync(folder, { recursive: true })
  const { placesFile } = await exampleData()
  copyFileSync(placesFile, join(folder, 'places.sqlite'))
  const records = hostileRecords(size)
  const usual = fixtureStudies().map((study) => JSON.stringify(study))
  const before = hostileRecords(Math.ceil(size / 2)).map(({ json }) => json)
  for (const [day, texts] of [
    ['2026-11-20', [...usual, ...before]],
    ['2026-11-21', records.map(({ json }) => json)],
  ] as const)
    await importStudies({
      folder: join(folder, 'catalogue'),
      placesFile,
      vocabulary: openVocabulary(),
      workers: 1,
      now: () => Temporal.Instant.from(`${day}T06:00:00Z`),
      sources: [{ name: 'hostile', records: () => raw(texts) }],
    })
  return records
}

async function* raw(texts: readonly string[]): AsyncGenerator<RawRecord> {
  for (const [at, text] of texts.entries())
    yield { place: `hostile:${at + 1}`, format: 'json', bytes: new TextEncoder().encode(text) }
}
