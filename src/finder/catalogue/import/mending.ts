import { fewEnough, segmentsToFold } from './segments-to-fold.ts'
import type { Manifest } from '../model/manifest.ts'
import { newestOnly, openSegments } from '../segment/loaded.ts'
import type { Damage } from '../model/damage.ts'
import type { ImportBase } from './import-base.ts'
import type { Mending } from './import-options.ts'
import type { KnownSegment } from './worker-messages.ts'

/** The segments of what an import builds on, with the documents that cannot be read. */
export function knownSegments({ manifest, damaged }: ImportBase): readonly KnownSegment[] {
  return (manifest?.segments ?? []).map((file) => ({
    file,
    damaged: studiesIn(damaged.get(file) ?? []).map(({ doc }) => doc),
  }))
}

/** What became of what was damaged, once the sources are read; undefined where nothing was. */
export function mendingOf(
  { damaged, lost, isEarlier }: ImportBase,
  mended: ReadonlySet<string>,
): Mending | undefined {
  if (damaged.size + lost.length === 0 && !isEarlier) return undefined
  const ids = new Set([...damaged.values()].flatMap(studiesIn).map(({ nctId }) => nctId))
  const left = [...ids].filter((nctId) => !mended.has(nctId)).toSorted()
  return { mended: mended.size, left, lost, isEarlier }
}

/**
 * Which segments an import should write anew: those that `segmentsToFold` names, which keeps searches quick after a year of
 * daily imports; and the damaged ones, except where that would make a study vanish that nobody has read again.
 */
export function segmentsToWriteAnew(
  folder: string,
  { segments: names }: Manifest,
  { damaged }: ImportBase,
  { changed, mended }: { readonly changed: number; readonly mended: ReadonlySet<string> },
): string[] {
  const isMendable = (name: string): boolean => {
    const damage = damaged.get(name) ?? []
    const isLeft = studiesIn(damage).some(({ nctId }) => !mended.has(nctId))
    return damage.length > 0 && (!isLeft || damage.some((one) => 'part' in one))
  }
  const mendable = names.filter(isMendable)
  const aged = names.length < fewEnough && changed === 0 ? [] : agedSegments(folder, names)
  const anew = new Set([...mendable, ...aged.filter((name) => !damaged.has(name))])
  return names.filter((name) => anew.has(name))
}

function agedSegments(folder: string, names: readonly string[]): readonly string[] {
  const segments = openSegments(folder, names)
  const alive = newestOnly(segments.map((segment) => segment.ids.nct))
  for (const segment of segments) segment.close()
  return segmentsToFold(
    alive.map((marks, index) => ({
      name: names[index] ?? '',
      studies: marks.length,
      alive: marks.reduce((sum, mark) => sum + mark, 0),
    })),
  )
}

function studiesIn(damage: readonly Damage[]): Extract<Damage, { doc: number }>[] {
  return damage.filter((one): one is Extract<Damage, { doc: number }> => 'doc' in one)
}
