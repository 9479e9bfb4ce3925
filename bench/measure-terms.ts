import { readManifest } from '../src/finder/catalogue/model/manifest.ts'
import type { Index } from '../src/finder/catalogue/model/fields.ts'
import { openSegments } from '../src/finder/catalogue/segment/loaded.ts'
import type { Segment } from '../src/finder/catalogue/segment/segment.ts'
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
  const segments = openSegments(folder, readManifest(folder)?.segments ?? [])
  const documents = Object.fromEntries(
    countedWords.map((word) => [word, documentsOf(segments, tokens(word)[0] ?? word)]),
  )
  const figures = { main: distinct(segments, 'main'), body: distinct(segments, 'body'), documents }
  for (const segment of segments) segment.close()
  return figures
}

function documentsOf(segments: readonly Segment[], term: string): number {
  return segments.reduce((sum, segment) => sum + segment.documents('main', term), 0)
}

/** Terms are in order in every segment, so they are merged without holding them. Concepts are left out. */
function distinct(segments: readonly Segment[], index: Index): number {
  const streams = segments.map((segment) => wordsOf(segment, index))
  const heads = streams.map((stream) => stream.next().value)
  let count = 0
  for (;;) {
    let least: string | undefined
    for (const head of heads)
      if (head !== undefined && (least === undefined || head < least)) least = head
    if (least === undefined) return count
    count++
    heads.forEach((head, at) => {
      if (head === least) heads[at] = streams[at]?.next().value
    })
  }
}

function* wordsOf(segment: Segment, index: Index): Generator<string, undefined> {
  for (const [term] of segment.termsFrom(index, '')) if (term >= '0') yield term
}
