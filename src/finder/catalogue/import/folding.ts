import type { Manifest } from '../model/manifest.ts'
import { newestOnly, openSegments } from '../segment/loaded.ts'

/**
 * Which segments an import should write anew into one: the small ones, when there are many, and any
 * of which more than half is replaced by now. Keeps searches quick after a year of daily imports.
 */
export function segmentsToFold(folder: string, manifest: Manifest, changed: number): string[] {
  if (manifest.segments.length < fewEnough && changed === 0) return []
  const segments = openSegments(folder, manifest.segments)
  const alive = newestOnly(segments.map((segment) => segment.columns().nct))
  for (const segment of segments) segment.close()
  const living = alive.map((marks) => marks.reduce((sum, mark) => sum + mark, 0))
  const isHollow = (index: number) => (living[index] ?? 0) * 2 < (alive[index]?.length ?? 0)
  const small = manifest.segments.filter((_, index) => (living[index] ?? 0) < smallStudies)
  const folded = new Set(small.length >= fewEnough ? small : [])
  manifest.segments.forEach((name, index) => {
    if (isHollow(index)) folded.add(name)
  })
  return manifest.segments.filter((name) => folded.has(name))
}

const fewEnough = 8
const smallStudies = 20_000
