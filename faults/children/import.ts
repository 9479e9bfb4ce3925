import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { takeImportLock } from '../../src/cli/import-lock.ts'
import { importStudies } from '../../src/finder/catalogue/import/import-studies.ts'
import { readManifest } from '../../src/finder/catalogue/model/manifest.ts'
import { readRecords } from '../../src/finder/registry/read-records.ts'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import { clockAhead, ordersOf, say } from './orders.ts'

// Imports files one after the other, as `trialway import` does.

export interface ImportOrders {
  readonly dataDir: string
  readonly placesFile: string
  readonly files: readonly string[]
  readonly aheadMs?: number
  /** Says the hash of each file of the catalogue after each import. */
  readonly hashes?: boolean
}

const { dataDir, placesFile, files, aheadMs = 0, hashes } = ordersOf<ImportOrders>()
const vocabulary = openVocabulary()
const clock = clockAhead(aheadMs)
const folder = join(dataDir, 'catalogue')
say('ready')
const lock = takeImportLock(dataDir, clock())
for (const file of files) {
  const summary = await importStudies({
    folder,
    placesFile,
    vocabulary,
    workers: 1,
    now: () => Temporal.Instant.fromEpochMilliseconds(clock().getTime()),
    sources: [{ name: basename(file), records: () => readRecords(file) }],
  })
  const number = readManifest(folder)?.number
  say('imported', {
    file: basename(file),
    number,
    changed: summary.changed + summary.new,
    ...(hashes && { hashes: hashesIn(folder) }),
  })
}
lock.release()
say('done')

function hashesIn(of: string): Record<string, string> {
  const manifest = readManifest(of)
  const names = [
    ...(manifest?.segments ?? []),
    ...(manifest ? [manifest.names] : []),
    ...(manifest?.changeLists ?? []).map(({ name }) => `${name}.ndjson`),
  ]
  return Object.fromEntries(names.map((name) => [name, hashOf(join(of, name))]))
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
