import { fromRandomAccessReaderPromise, type Entry as ZipEntry } from 'yauzl'
import { type Entry, EntryList } from './entry-list.ts'
import type { FileWindow } from './file-window.ts'
import { mostEntries } from './limits.ts'

/**
 * The files of an archive in the order they lie in, or why the whole archive is refused. No registry
 * writes an archive with these signs of an attack, so nothing in one that has them is believed.
 */
export async function directoryOf(
  window: FileWindow,
): Promise<EntryList | { readonly reason: string }> {
  try {
    const zip = await fromRandomAccessReaderPromise(window.reader(), window.size)
    if (zip.entryCount > mostEntries) return { reason: tooMany(zip.entryCount) }
    const entries = new EntryList()
    for await (const found of zip.eachEntry()) {
      const reason = hostileSign(found)
      if (reason) return { reason }
      if (!found.fileName.endsWith('/')) entries.add(entryOf(found))
    }
    const twice = entries.repeatedName()
    if (twice !== undefined) return { reason: `The archive holds two files of one name: ${twice}` }
    const reason = overlapIn(entries, window.size)
    return reason ? { reason } : entries
  } catch (error) {
    return {
      reason: `The zip archive is cut off, damaged or unsafe (${(error as Error).message}).`,
    }
  }
}

function tooMany(count: number): string {
  return `The archive says it holds ${count} files, more than the ${mostEntries} that are read.`
}

/** Paths that leave the folder are refused by the zip reader itself. */
function hostileSign(entry: ZipEntry): string | undefined {
  const name = entry.fileName
  if (name.includes('\0')) return 'A file name in the archive holds a null byte.'
  if (isLink(entry)) return `The archive holds a link: ${name}`
  return undefined
}

/** Made on Unix, the high half of the attributes is the file's mode. */
function isLink(entry: ZipEntry): boolean {
  return (
    entry.versionMadeBy >> 8 === 3 && ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000
  )
}

function entryOf(found: ZipEntry): Entry {
  return {
    name: found.fileName,
    offset: found.relativeOffsetOfLocalHeader,
    compressedBytes: found.compressedSize,
    inflatedBytes: found.uncompressedSize,
    method: found.compressionMethod,
    crc32: found.crc32,
    encrypted: found.isEncrypted(),
  }
}

/** Entries that share bytes are how a small archive unfolds into a huge one. */
function overlapIn(entries: EntryList, size: number): string | undefined {
  let [end, previous] = [0, '']
  for (const entry of entries.inOrder()) {
    if (entry.offset < end) return `Two files in the archive overlap: ${previous} and ${entry.name}`
    end = entry.offset + 30 + Buffer.byteLength(entry.name) + entry.compressedBytes
    previous = entry.name
  }
  return end > size + 8 * entries.count
    ? `${previous} reaches beyond the archive's end.`
    : undefined
}
