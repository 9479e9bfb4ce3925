import { mostStudiesOfSegment } from '../segment/postings.ts'

/** A segment of a catalogue: how many studies are in it, and how many of them no later segment replaces. */
export interface SegmentSize {
  readonly name: string
  readonly studies: number
  readonly alive: number
}

/**
 * Which segments are written anew together, by their names: small ones of about one size once there are several of that size,
 * and those of which more than half is replaced; in one import as many as fill a segment. A study that came with a daily import
 * is so written again once for each size, whatever else the catalogue holds, and there are never many small segments.
 */
export function segmentsToFold(segments: readonly SegmentSize[]): readonly string[] {
  const small = sizes.map((most, size) =>
    segments.filter(({ alive }) => alive < most && alive >= (sizes[size - 1] ?? 0)),
  )
  const hollow = segments
    .filter(({ studies, alive }) => alive * 2 < studies)
    .toSorted((a, b) => a.alive / a.studies - b.alive / b.studies)
    .map((one) => [one])
  const folded = new Set<SegmentSize>()
  let written = 0
  for (const together of [...small.filter(({ length }) => length >= fewEnough), ...hollow]) {
    const more = together.filter((one) => !folded.has(one))
    const studies = more.reduce((sum, { alive }) => sum + alive, 0)
    if (written > 0 && written + studies > mostStudiesOfSegment) continue
    for (const one of more) folded.add(one)
    written += studies
  }
  return [...folded].map(({ name }) => name)
}

/** So many of one size are folded. */
export const fewEnough = 4
/** Each is a few times the one before, so that what four make is mostly of the next. What is larger is not small. */
const sizes = [320, 1250, 5000, 20_000]
