import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readManifest } from '../src/finder/catalogue/model/manifest.ts'
import { tokens } from '../src/finder/vocabulary/fold.ts'
import { catalogueFolder, type BenchSetup } from './setup.ts'
import { countedWords } from './queries.ts'

export interface TermFigures {
  /** Distinct words in what an ordinary search looks at, and in the long texts. */
  readonly main: number
  readonly body: number
  /** In how many studies each word is (outside the long texts). */
  readonly documents: Readonly<Record<string, number>>
}

/** Counts the words of a catalogue: whether the multiplied registry is like a real one. */
export function measureTerms(setup: BenchSetup): TermFigures {
  const folder = catalogueFolder(setup)
  const files = (readManifest(folder)?.segments ?? []).map((name) => join(folder, name))
  const segments = files.map((file) => new DatabaseSync(file, { readOnly: true }))
  const documents = Object.fromEntries(
    countedWords.map((word) => [word, documentsOf(segments, tokens(word)[0] ?? word)]),
  )
  const figures = {
    main: distinct(segments, 'terms'),
    body: distinct(segments, 'body_terms'),
    documents,
  }
  for (const segment of segments) segment.close()
  return figures
}

function documentsOf(segments: readonly DatabaseSync[], term: string): number {
  return segments.reduce((sum, segment) => {
    const row = segment.prepare('select documents from terms where term = ?').get(term)
    return sum + Number(row?.['documents'] ?? 0)
  }, 0)
}

/** Terms are in order in every segment, so they are merged without holding them. Concepts are left out. */
function distinct(segments: readonly DatabaseSync[], table: 'terms' | 'body_terms'): number {
  const sql = `select term from ${table} where term >= '0' order by term`
  const streams = segments.map((segment) => segment.prepare(sql).iterate())
  const heads = streams.map((stream) => nextOf(stream))
  let count = 0
  for (;;) {
    let least: string | undefined
    for (const head of heads)
      if (head !== undefined && (least === undefined || head < least)) least = head
    if (least === undefined) return count
    count++
    heads.forEach((head, index) => {
      const stream = streams[index]
      if (head === least && stream) heads[index] = nextOf(stream)
    })
  }
}

/** SQLite orders by bytes and JavaScript by UTF-16 units; the bytes as Latin-1 text order alike. */
function nextOf(stream: Iterator<Record<string, unknown>>): string | undefined {
  const { value, done } = stream.next()
  return done ? undefined : Buffer.from(String(value['term'])).toString('latin1')
}
