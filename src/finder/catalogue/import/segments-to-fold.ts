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
  const ofSmallImports = segmentsOfSmallImports(segments)
  const small = sizes.map((most, size) =>
    ofSmallImports.filter(({ alive }) => alive < most && alive >= (sizes[size - 1] ?? 0)),
  )
  const hollow = segments
    .filter(({ studies, alive }) => alive * 2 < studies)
    .toSorted((a, b) => a.alive / a.studies - b.alive / b.studies)
    .map((one) => [one])
  const folded = new Set<SegmentSize>()
  let written = 0
  for (const some of [...small.filter(({ length }) => length >= fewEnough), ...hollow]) {
    const more = some.filter((one) => !folded.has(one))
    const studies = more.reduce((sum, { alive }) => sum + alive, 0)
    if (written > 0 && written + studies > mostStudiesOfSegment) continue
    for (const one of more) folded.add(one)
    written += studies
  }
  return [...folded].map(({ name }) => name)
}

function segmentsOfSmallImports<T extends Pick<SegmentSize, 'name' | 'studies'>>(
  segments: readonly T[],
): readonly T[] {
  const together = new Map<string, number>()
  for (const { name, studies } of segments)
    together.set(importOf(name), (together.get(importOf(name)) ?? 0) + studies)
  return segments.filter(({ name }) => (together.get(importOf(name)) ?? 0) < smallStudies)
}

/** So many of one size are folded. */
export const fewEnough = 4
/** An import of fewer leaves small segments. */
const smallStudies = 20_000
/** Each is a few times the one before, so that what four make is mostly of the next. */
const sizes = [320, 1250, 5000, smallStudies]

/**
 * What came with the same import as a segment did, by the segment's name: its parts are no small segments only because a large
 * import was dealt out to several workers. What was folded stands for itself.
 */
function importOf(name: string): string {
  return /^(segment-\d+-[^-]+)-\d+-\d+\.data$/.exec(name)?.[1] ?? name
}
