import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExactNumber, type ExactValue, readExactJson } from '../study/protocol/read/exact-json.ts'

/** One of the invented children whose outcome was worked out by hand, as files that the command line reads. */
export interface HistoryFile {
  readonly id: string
  /** When it is asked about. */
  readonly now: string
  /** NDJSON, each number as it is written. */
  readonly facts: string
  /** Only where the operator has set something. */
  readonly settings?: string
  /** By version: what must come out. */
  readonly expected: Readonly<Record<'listing' | 'published', ExpectedAnswer>>
}

/** What must come out: only the keys that are given are compared; lists hold every answer that is right. */
export type ExpectedAnswer = Readonly<Record<string, unknown>>

/** Writes the histories as files into a new folder, which the caller removes. */
export function writeHistories(): { readonly folder: string; readonly histories: HistoryFile[] } {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-histories-'))
  const text = readFileSync(join(import.meta.dirname, 'vectors/histories.json'), 'utf8')
  const { scenarios }: { scenarios: readonly Scenario[] } = JSON.parse(text)
  const written = listOf(keyOf(readExactJson(text).value, 'scenarios'))
  const histories = scenarios.map(({ id, now, settings, expected }, index) => {
    const facts = join(folder, `${id}.ndjson`)
    writeFileSync(facts, listOf(keyOf(written[index], 'facts')).map(factLine).join('\n'))
    const set = settingsFile(join(folder, `${id}.settings.json`), settings)
    return { id, now, facts, expected, ...(set !== undefined && { settings: set }) }
  })
  return { folder, histories }
}

interface Scenario {
  readonly id: string
  readonly now: string
  readonly settings: {
    readonly visitWindow?: Readonly<Record<string, { earlyDays: number; lateDays: number }>>
  }
  readonly expected: HistoryFile['expected']
}

/** The histories write details beside the value; a fact keeps them apart. */
function factLine(written: ExactValue): string {
  const own = new Set(['at', 'item', 'value', 'unit', 'site'])
  const fields = Object.entries(written ?? {}).map(
    ([key, value]: [string, unknown]) =>
      [key, value instanceof ExactNumber ? value.text : value] as const,
  )
  const details = Object.fromEntries(fields.filter(([key]) => !own.has(key)))
  const fact = Object.fromEntries(fields.filter(([key]) => own.has(key)))
  return JSON.stringify({ value: '', ...fact, details })
}

function settingsFile(file: string, { visitWindow }: Scenario['settings']): string | undefined {
  if (!visitWindow) return undefined
  const settings = Object.entries(visitWindow).map(([visit, { earlyDays, lateDays }]) => ({
    sets: 'visit window',
    visit,
    window: { early: `P${earlyDays}D`, late: `P${lateDays}D` },
    by: 'the sponsor',
  }))
  writeFileSync(file, JSON.stringify(settings))
  return file
}

function keyOf(value: ExactValue | undefined, key: string): ExactValue | undefined {
  const entry = Object.entries(value ?? {}).find(([name]) => name === key)
  return entry?.[1]
}

function listOf(value: ExactValue | undefined): readonly ExactValue[] {
  return Array.isArray(value) ? value : []
}
