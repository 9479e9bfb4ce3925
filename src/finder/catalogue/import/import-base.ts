import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Damage, PieceDamaged } from '../model/damage.ts'
import { type Manifest, readManifest, readSoundManifest } from '../model/manifest.ts'
import { damageIn } from '../segment/find-damage.ts'
import { checksumOfFile } from '../segment/file-checksum.ts'
import { openSegments } from '../segment/loaded.ts'

/** What an import builds on: the state there is, and what of it has to be mended. */
export interface ImportBase {
  /** Names only segments that can be opened; undefined where there is no catalogue yet. */
  readonly manifest: Manifest | undefined
  /** Studies and parts that are damaged, by the name of their segment. */
  readonly damaged: ReadonlyMap<string, readonly Damage[]>
  /** Of the segments in which nothing is damaged: checksums of their files, by their names. */
  readonly checksums: ReadonlyMap<string, number>
  /** Segments that are missing, or damaged in what tells the studies they hold. */
  readonly lost: readonly string[]
  /** The newest state is damaged, and this is the one before. */
  readonly isEarlier: boolean
  /** The number of the state that comes next. */
  readonly nextNumber: number
}

/**
 * Reads all that an import builds on, for damage. Another thread may read checksums of files meanwhile: gigabytes are half of what a
 * day's import waits for. Throws `CatalogueDamaged` where no state is sound enough to build on.
 */
export async function importBase(
  folder: string,
  checksumElsewhere?: ChecksumOf,
): Promise<ImportBase> {
  const manifest = existsSync(folder) ? readSoundManifest(folder) : undefined
  const damaged = new Map<string, readonly Damage[]>()
  const checksums = new Map<string, number>()
  const lost: string[] = []
  const checksumOf = await checksumsOf(folder, manifest?.segments ?? [], checksumElsewhere)
  for (const name of manifest?.segments ?? []) {
    const checksum = checksumOf.get(name)
    const isAsWritten = checksum !== undefined && checksum === manifest?.checksums?.[name]
    const damage = await damageOfFile(folder, name, isAsWritten)
    if (damage === undefined) lost.push(name)
    else if (damage.length > 0) damaged.set(name, damage)
    else if (checksum !== undefined) checksums.set(name, checksum)
  }
  const segments = (manifest?.segments ?? []).filter((name) => !lost.includes(name))
  const isEarlier = manifest !== undefined && !isNewestSound(folder)
  const numbers = [manifest?.number ?? 0, ...(isEarlier ? numbersIn(folder) : [])]
  return {
    manifest: manifest && { ...manifest, segments },
    damaged,
    checksums,
    lost,
    isEarlier,
    nextNumber: Math.max(...numbers) + 1,
  }
}

type ChecksumOf = (file: string) => Promise<number | undefined>

/** Here and elsewhere, each taking the next file that nobody has taken. */
async function checksumsOf(
  folder: string,
  names: readonly string[],
  elsewhere?: ChecksumOf,
): Promise<ReadonlyMap<string, number | undefined>> {
  const found = new Map<string, number | undefined>()
  const left = names.values()
  const read = async (checksumOf: ChecksumOf): Promise<void> => {
    for (const name of left) found.set(name, await checksumOf(join(folder, name)))
  }
  await Promise.all([checksumOfFile, ...(elsewhere ? [elsewhere] : [])].map(read))
  return found
}

/** Undefined where it cannot be known which studies are in it. Of a file that is as it was written no piece is looked at. */
async function damageOfFile(
  folder: string,
  name: string,
  isAsWritten: boolean,
): Promise<readonly Damage[] | undefined> {
  try {
    const [segment] = openSegments(folder, [name])
    if (!segment) return undefined
    try {
      if (isAsWritten) return []
      segment.columns()
      segment.hashes()
      return await damageIn(segment)
    } finally {
      segment.close()
    }
  } catch (error) {
    if (error instanceof PieceDamaged) return undefined
    throw error
  }
}

function isNewestSound(folder: string): boolean {
  try {
    return readManifest(folder) !== undefined
  } catch {
    return false
  }
}

/** Of a state whose manifest is damaged only the names of its files tell the number. */
function numbersIn(folder: string): number[] {
  return readdirSync(folder).map((name) =>
    Number(/^(?:segment|names|changes)-(\d{1,9})[-.]/.exec(name)?.[1] ?? 0),
  )
}
