import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importStudies } from '../finder/catalogue/import/import-studies.ts'
import { readManifest } from '../finder/catalogue/model/manifest.ts'
import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import { buildPlaces } from '../finder/places/build.ts'
import { openMatcher } from '../finder/matching/open-matcher.ts'
import { openPlaces } from '../finder/places/places.ts'
import type { RawRecord } from '../finder/registry/records.ts'
import type { Study } from '../finder/registry/study.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { openRecords } from '../people/records/open-records.ts'
import { madeFrom } from './made-from.ts'
import { fixtureStudies } from './fixture-studies.ts'
import type { App } from '../web/shell/app.ts'
import type { Vocabulary } from '../finder/vocabulary/concept.ts'

export interface TestApp extends App {
  /** Lines written to the log, to show that nothing private is among them. */
  readonly lines: string[]
  /** The moment it is; `today` is its day. */
  clock: Date
  close(): Promise<void>
}

/** An app of real parts for the tests of pages: a catalogue of a few studies, the shipped places and words. */
export async function openTestApp(): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-web-'))
  const placesFile = builtPlaces()
  const vocabulary = openVocabulary()
  await importFixture(folder, placesFile, vocabulary)
  const catalogue = await openCatalogue(folder, { processes: 1, timeoutMs: 10_000, vocabulary })
  const places = openPlaces(placesFile)
  const matcher = openMatcher(folder, { timeoutMs: 10_000 })
  const records = await openRecords({ dataDir: join(folder, 'private') })
  const lines: string[] = []
  const write = (fields: object, message: string): void => {
    lines.push(`${message} ${JSON.stringify(fields)}`)
  }
  const baseUrl = 'https://trialway.example'
  const app: TestApp = {
    catalogue,
    places,
    vocabulary,
    matcher,
    baseUrl,
    clock: new Date('2026-11-23T09:30:00.000Z'),
    now: () => app.clock,
    today: () => app.clock.toISOString().slice(0, 10),
    alerts: {
      records,
      baseUrl,
      newId: randomUUID,
      newSecret: () => new Uint8Array(randomBytes(32)),
    },
    mail: { written: join(folder, 'mail'), hookSecret: 'a secret of the tests' },
    imports: () => readManifest(folder)?.imports ?? [],
    trustProxy: false,
    log: { info: write, warn: write, error: write },
    lines,
    close: async () => {
      await records.close()
      await matcher.close()
      await catalogue.close()
      places.close()
      rmSync(folder, { recursive: true })
    },
  }
  return app
}

async function importFixture(
  folder: string,
  placesFile: string,
  vocabulary: Vocabulary,
): Promise<void> {
  await importStudies({
    folder,
    placesFile,
    vocabulary,
    sources: [{ name: 'fixture', records: () => rawRecords(fixtureStudies()) }],
    now: () => Temporal.Instant.from('2026-11-20T06:00:00Z'),
    workers: 1,
  })
}

async function* rawRecords(studies: readonly Study[]): AsyncGenerator<RawRecord> {
  for (const study of studies) {
    const bytes = new TextEncoder().encode(JSON.stringify(study))
    yield {
      place: `fixture:${study.protocolSection.identificationModule.nctId}`,
      format: 'json',
      bytes,
    }
  }
}

/** Built once and kept for all tests: under a name that changes with whatever it is built from. */
/** The shipped places, built once for as long as they are made from the same. */
export function builtPlaces(): string {
  const key = madeFrom({
    root: join(import.meta.dirname, '../..'),
    program: 'src/finder/places/build.ts',
    data: ['data/places/*.{gz,json,tsv}', 'package-lock.json'],
  })
  const file = join(tmpdir(), `trialway-places-${key}.sqlite`)
  if (!existsSync(file)) buildPlaces(file)
  return file
}
