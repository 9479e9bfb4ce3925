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
import { keptOpen } from './kept-open.ts'
import { newRecords, testKeys } from './test-records.ts'
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

/** What tests only read: the catalogue of the fixture, its search process and that of the matcher, places and words. */
async function openParts() {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-read-'))
  cpSync(await fixtureCatalogue(), folder, { recursive: true })
  const vocabulary = openVocabulary()
  // What is cold reads its lists within its first answer: a busy machine fails nobody.
  const usual = { processes: 1, timeoutMs: 60_000, start: 'cold' } as const
  const catalogue = await openCatalogue(folder, { ...usual, vocabulary })
  const matcher = openMatcher(folder, usual)
  return { folder, vocabulary, catalogue, matcher, places: openPlaces(await builtPlaces()) }
}

const parts = keptOpen(openParts, async ({ folder, catalogue, matcher, places }) => {
  await matcher.close()
  await catalogue.close()
  places.close()
  rmSync(folder, { recursive: true })
})

/** An app of real parts for the tests of pages: a catalogue of a few studies, the shipped places and words. */
export async function openTestApp(): Promise<TestApp> {
  const { opened, giveBack } = await parts.borrow()
  const { catalogue, places, vocabulary, matcher } = opened
  const folder = mkdtempSync(join(tmpdir(), 'trialway-web-'))
  cpSync(await newRecords(), join(folder, 'private'), { recursive: true })
  const records = await openRecords({ dataDir: join(folder, 'private'), keys: testKeys })
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
    institutions: [],
    protocols: shippedProtocols,
    imports: () => readManifest(opened.folder)?.imports ?? [],
    trustProxy: false,
    connect: { introductions: true, keepDays: 365 },
    operator: {},
    log: { info: write, warn: write, error: write },
    lines,
    close: async () => {
      await records.close()
      await giveBack()
      rmSync(folder, { recursive: true })
    },
  }
  return app
}
