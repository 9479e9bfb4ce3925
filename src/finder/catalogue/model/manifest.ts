import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileModes, replaceFile } from '../../../base/durable-files.ts'
import type { ChangeListName } from './changes.ts'
import type { CatalogueSummary, StudyCount } from './summary.ts'

/**
 * What a catalogue consists of at one moment: an ordered list of segments, the newest last, in which
 * a later version of a study hides an earlier one. Replacing this file replaces the catalogue whole.
 */
export interface Manifest {
  readonly format: typeof manifestFormat
  /** Counts up with each import that changed something. */
  readonly number: number
  readonly segments: readonly string[]
  /** The file of names for suggestions and spelling. */
  readonly names: string
  /** The files of the state before, which servers may still be reading. */
  readonly previous: readonly string[]
  readonly summary: CatalogueSummary
  readonly categories: Readonly<Record<string, StudyCount>>
  readonly imports: readonly ImportLine[]
  /**
   * For each registry API, the day from which its changes are not known to be here: all that it said
   * before has been imported. An address that was never read whole is not there.
   */
  readonly readings?: Readings
  /** Lists of what lately imports changed, the oldest first, each with how many studies it tells of. */
  readonly changeLists?: readonly (ChangeListName & { readonly studies: number })[]
}

/** Days (`yyyy-MM-dd`) by the address of an API. */
export type Readings = Readonly<Record<string, string>>

/** One finished import, for the operator. */
export interface ImportLine {
  readonly number: number
  /** When it finished, as an ISO instant. */
  readonly at: string
  readonly sources: readonly string[]
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
}

/** Counts up when a catalogue made before cannot be read any more: a column of a segment, or this file. */
export const manifestFormat = 2

/** A catalogue that another version of Trialway made. The message tells the operator what to do. */
export class CatalogueOfOtherVersion extends Error {
  override readonly name = 'CatalogueOfOtherVersion'

  constructor(folder: string, format: number) {
    super(
      format > manifestFormat
        ? `The catalogue in ${folder} was made by a newer version of Trialway. Run that version.`
        : `The catalogue in ${folder} was made by an older version of Trialway, and this one cannot read it. Move that folder away, leave all else in the data folder as it is, and import your records again: npx trialway import FILE (npm start imports those that come with Trialway).`,
    )
  }
}

/**
 * What the files of one import have in their names: its number and its moment, so that those of two catalogues that were
 * made apart never have the same name, and one can be copied over the other while that is searched.
 */
export function importName(number: number, now: Temporal.Instant): string {
  return `${number}-${now.epochMilliseconds.toString(36)}`
}

/** Whether two manifests are of the same state of the same catalogue. */
export function isSameState(one: Manifest, other: Manifest): boolean {
  return one.number === other.number && filesOf(one) === filesOf(other)
}

function filesOf({ segments, names }: Manifest): string {
  return [...segments, names].join()
}

const fileName = 'current.json'

/** Where a catalogue folder keeps its manifest. */
export function manifestFile(folder: string): string {
  return join(folder, fileName)
}

/** The manifest of a catalogue folder; undefined where there is no catalogue yet. Throws when it is damaged, and `CatalogueOfOtherVersion`. */
export function readManifest(folder: string): Manifest | undefined {
  const file = manifestFile(folder)
  if (!existsSync(file)) return undefined
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  if (manifest.format !== manifestFormat) throw new CatalogueOfOtherVersion(folder, manifest.format)
  return manifest
}

/** The manifest of a folder that must have a catalogue. Throws a sentence for the operator where there is none. */
export function neededManifest(folder: string): Manifest {
  const manifest = readManifest(folder)
  if (!manifest) throw new Error(`there is no catalogue in ${folder} yet: run an import first`)
  return manifest
}

/** Puts a new manifest in the old one's place: durable before it counts, whole or not at all. */
export function replaceManifest(folder: string, manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  replaceFile(manifestFile(folder), text, fileModes.all)
}
