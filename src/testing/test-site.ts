import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readManifest } from '../finder/catalogue/model/manifest.ts'
import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import { openMatcher } from '../finder/matching/open-matcher.ts'
import { openPlaces } from '../finder/places/places.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { openRecords } from '../people/records/open-records.ts'
import { builtPlaces } from './built-places.ts'
import { fixtureCatalogue } from './fixture-catalogue.ts'
import { shippedProtocols } from '../app/shipped-protocols.ts'
import type { App } from '../web/shell/app.ts'

export interface TestApp extends App {
  /** Lines written to the log, to show that nothing private is among them. */
  readonly lines: string[]
  /** The moment it is; `today` is its day. */
  clock: Date
  close(): Promise<void>
}

const newSecret = (): Uint8Array => new Uint8Array(randomBytes(32))

/** An app of real parts for the tests of pages: a catalogue of a few studies, the shipped places and words. */
export async function openTestApp(): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-web-'))
  const placesFile = await builtPlaces()
  const vocabulary = openVocabulary()
  cpSync(await fixtureCatalogue(), folder, { recursive: true })
  // What is cold reads its lists within its first answer: a busy machine fails nobody.
  const catalogue = await openCatalogue(folder, {
    processes: 1,
    timeoutMs: 60_000,
    start: 'cold',
    vocabulary,
  })
  const places = openPlaces(placesFile)
  const matcher = openMatcher(folder, { timeoutMs: 60_000, processes: 1, start: 'cold' })
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
    people: { records, baseUrl, newId: randomUUID, newSecret },
    mail: { written: join(folder, 'mail'), hookSecret: 'a secret of the tests' },
    protocols: shippedProtocols,
    imports: () => readManifest(folder)?.imports ?? [],
    trustProxy: false,
    connect: { introductions: true, keepDays: 365 },
    operator: {},
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
