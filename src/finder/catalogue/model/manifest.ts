import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { fileModes, replaceFile } from '../../../base/durable-files.ts'
import type { KeptList } from './changes.ts'
import { CatalogueDamaged, PieceDamaged } from './damage.ts'
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
  /** Checksums (CRC-32) of the whole files of segments, by their names: an import needs to look closer only where one differs. */
  readonly checksums?: Readonly<Record<string, number>>
  /** The file of names for suggestions and spelling. */
  readonly names: string
  /** A checksum (CRC-32) of that file. */
  readonly namesChecksum: number
  /** The names are still those of the state before: an import writes them once the rest is served. */
  readonly namesFollow?: true
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
  readonly changeLists?: readonly KeptList[]
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
export const manifestFormat = 3

/** A catalogue that another version of Trialway made. The message tells the operator what to do. */
export class CatalogueOfOtherVersion extends Error {
  override readonly name = 'CatalogueOfOtherVersion'

  constructor(folder: string, isNewer: boolean) {
    super(
      isNewer
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
const earlierName = 'earlier.json'

/** Where a catalogue folder keeps its manifest. */
export function manifestFile(folder: string): string {
  return join(folder, fileName)
}

/** Where a catalogue folder keeps the manifest of the state before, which serves where the newest is damaged. */
function earlierManifestFile(folder: string): string {
  return join(folder, earlierName)
}

/**
 * The manifest of a catalogue folder; undefined where there is no catalogue yet. Throws `PieceDamaged` when it is not as it was
 * written or missing where there was one, and `CatalogueOfOtherVersion`.
 */
export function readManifest(folder: string): Manifest | undefined {
  const manifest = readAt(manifestFile(folder))
  if (!manifest && existsSync(earlierManifestFile(folder)))
    throw new PieceDamaged(manifestFile(folder), 'it is missing')
  return manifest
}

/** The manifest of the state before; undefined where there is none. Throws as `readManifest` does. */
export function readEarlierManifest(folder: string): Manifest | undefined {
  return readAt(earlierManifestFile(folder))
}

function readAt(file: string): Manifest | undefined {
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  const [whole = '', checksum] = /,\n "checksum": "([0-9a-f]{8})"\n\}\n$/.exec(text) ?? []
  const content = checksum && `${text.slice(0, text.length - whole.length)}\n}\n`
  if (content && checksumOf(content) === checksum) return ofThisVersion(file, JSON.parse(content))
  // One that never had a checksum is an older one; else it is damaged.
  const { format } = checksum === undefined ? parsed(text) : {}
  if (typeof format === 'number' && format !== manifestFormat)
    throw new CatalogueOfOtherVersion(dirname(file), format > manifestFormat)
  throw new PieceDamaged(file, 'it is not as it was written')
}

function ofThisVersion(file: string, manifest: Manifest): Manifest {
  if (manifest.format === manifestFormat) return manifest
  throw new CatalogueOfOtherVersion(dirname(file), manifest.format > manifestFormat)
}

function parsed(text: string): { readonly format?: unknown } {
  try {
    return JSON.parse(text) as { readonly format?: unknown }
  } catch {
    return {}
  }
}

/** The newest manifest of a folder that is sound; undefined where there is no catalogue yet. Throws `CatalogueDamaged` where none is. */
export function readSoundManifest(folder: string): Manifest | undefined {
  try {
    return readManifest(folder)
  } catch (error) {
    if (!(error instanceof PieceDamaged)) throw error
    const earlier = earlierOrNone(folder)
    if (!earlier) throw new CatalogueDamaged(folder, error.message)
    return earlier
  }
}

function earlierOrNone(folder: string): Manifest | undefined {
  try {
    return readEarlierManifest(folder)
  } catch {
    return undefined
  }
}

/**
 * Puts a new manifest in the old one's place: durable before it counts, whole or not at all. The old one is kept
 * beside it where it is of an earlier state.
 */
export function replaceManifest(folder: string, manifest: Manifest, before?: Manifest): void {
  if (before && before.number < manifest.number)
    replaceFile(earlierManifestFile(folder), textOf(before), fileModes.all)
  replaceFile(manifestFile(folder), textOf(manifest), fileModes.all)
}

function textOf(manifest: Manifest): string {
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  return `${text.slice(0, -3)},\n "checksum": "${checksumOf(text)}"\n}\n`
}

function checksumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
