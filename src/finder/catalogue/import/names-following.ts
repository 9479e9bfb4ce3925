import { join } from 'node:path'
import { unlessDamaged } from '../model/damage.ts'
import { type Manifest, importName, replaceManifest } from '../model/manifest.ts'
import { type CountedSegment, loadForCounting, openSegments } from '../segment/loaded.ts'
import { readSoundNames, writeNamesFile } from '../segment/names.ts'
import { gatheredNames } from './gathered-names.ts'
import type { ImportOptions } from './import-options.ts'
import { namesFile } from './overview.ts'

/** What a manifest says of its names. */
type Named = Pick<Manifest, 'names' | 'namesChecksum' | 'namesFollow'>

/**
 * The names of the state before, where those of the new one may follow once it is served: gathering the names of a large
 * catalogue takes longer than taking in what changed in a day, which hardly changes them. Else undefined, also where those of
 * before are damaged.
 */
export function mayFollow(
  { folder, namesFollowFrom = largeCatalogue }: ImportOptions,
  before: Manifest | undefined,
  changed: number,
): Named | undefined {
  const studies = before?.summary.studies ?? 0
  if (!before || studies < namesFollowFrom || changed * 10 > studies) return undefined
  const { names, namesChecksum } = before
  const isSound = unlessDamaged(
    () => readSoundNames(join(folder, names), namesChecksum),
    () => undefined,
  )
  return isSound && { names, namesChecksum, namesFollow: true }
}

/** Of fewer studies, names are gathered in a moment. */
const largeCatalogue = 20_000

/** Writes the names of a state that is served with those of the one before, also where an import was ended before it could. Throws `PieceDamaged`. */
export function bringNames(options: ImportOptions, manifest: Manifest): void {
  if (!manifest.namesFollow) return
  options.onNamesFollow?.()
  const segments = openSegments(options.folder, manifest.segments)
  try {
    const names = writtenNames(options, manifest.number, loadForCounting(segments))
    const { namesFollow: _, ...served } = manifest
    replaceManifest(options.folder, { ...served, ...names })
  } finally {
    for (const segment of segments) segment.close()
  }
}

/** Gathers the names of all segments of a state and writes them. Throws `PieceDamaged`. */
export function writtenNames(
  { folder, vocabulary, now }: ImportOptions,
  number: number,
  loaded: readonly CountedSegment[],
): Named {
  const file = namesFile(folder, importName(number, now()))
  const namesChecksum = writeNamesFile(file.path, gatheredNames(loaded, vocabulary))
  return { names: file.name, namesChecksum }
}
