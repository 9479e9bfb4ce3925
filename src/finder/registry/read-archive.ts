import { createReadStream } from 'node:fs'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { directoryOf } from './archive-directory.ts'
import type { Entry, EntryList } from './entry-list.ts'
import { FileWindow } from './file-window.ts'
import { holdsOneStudy, isNotData } from './files.ts'
import { inflated } from './inflate.ts'
import { looksLikeBomb } from './limits.ts'
import { asOneBadRecord, readText, textIn } from './read-text.ts'
import type { Found } from './split.ts'

const bytesToStreamFrom = 4 * 1024 * 1024

/** The records of a zip archive: one study per file, or many in a file, JSON or XML. */
export async function* readArchive(
  path: string,
  place: string,
  progress: (bytes: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Found, void> {
  const window = await FileWindow.open(path)
  try {
    const entries = await directoryOf(window)
    if ('reason' in entries) return yield { place, reason: entries.reason, fatal: true }
    yield* readEntries(path, place, window, entries, progress, signal)
  } finally {
    await window.close()
  }
}

async function* readEntries(
  path: string,
  place: string,
  window: FileWindow,
  entries: EntryList,
  progress: (bytes: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Found, void> {
  let [inflatedBytes, progressed] = [0, 0]
  // Of half a million each is let go once it is read.
  for (let entry = entries.take(); entry; entry = entries.take()) {
    signal?.throwIfAborted()
    if (isNotData(entry.name)) continue
    const entryPlace = `${place}: ${entry.name}`
    const small = Math.max(entry.compressedBytes, entry.inflatedBytes) < bytesToStreamFrom
    if (small || !canRead(entry)) yield* await readSmall(window, entry, entryPlace)
    else yield* readLarge(path, window, entry, entryPlace)
    inflatedBytes += entry.inflatedBytes
    if (looksLikeBomb(inflatedBytes, window.size)) return yield bomb(place)
    const end = entry.offset + entry.compressedBytes
    progress(end - progressed)
    progressed = end
  }
  progress(window.size - progressed)
}

function bomb(place: string): Found {
  const reason = 'The archive grows beyond measure when inflated: it is not read on.'
  return { place, reason, fatal: true }
}

async function readSmall(window: FileWindow, entry: Entry, place: string): Promise<Found[]> {
  const refusal = refusalOf(entry)
  if (refusal) return [{ place, reason: refusal }]
  const start = await dataStart(window, entry)
  const bytes =
    start === undefined
      ? { reason: 'Its own header in the archive is missing or differs.' }
      : unpack(await window.at(start, entry.compressedBytes), entry)
  if ('reason' in bytes) return [{ place, reason: bytes.reason }]
  const found = textIn(place, bytes)
  return holdsOneStudy(entry.name) ? found.map(asOneBadRecord) : found
}

function canRead(entry: Entry): boolean {
  return refusalOf(entry) === undefined
}

function refusalOf(entry: Entry): string | undefined {
  if (entry.encrypted) return 'It is encrypted.'
  if (entry.method !== 0 && entry.method !== 8)
    return `It is compressed by a method not read here (${entry.method}).`
  return undefined
}

/** Where the entry's data begins: after its own header, whose lengths may differ from the directory's. */
async function dataStart(window: FileWindow, entry: Entry): Promise<number | undefined> {
  const header = await window.at(entry.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return undefined
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/** Sizes in the directory may lie; what counts is what comes out. */
function unpack(data: Buffer, entry: Entry): Buffer | { readonly reason: string } {
  if (data.length < entry.compressedBytes) return { reason: 'The archive is cut off in it.' }
  const bytes = inflate(data, entry)
  if ('reason' in bytes) return bytes
  if (bytes.length !== entry.inflatedBytes) return { reason: wrongSize }
  return crc32(bytes) === entry.crc32 ? bytes : { reason: 'It is damaged: its checksum differs.' }
}

const wrongSize = 'It is not of the size that the archive says.'

function inflate(data: Buffer, entry: Entry): Buffer | { readonly reason: string } {
  if (entry.method === 0) return data
  try {
    const length = Math.max(1, entry.inflatedBytes)
    // With a byte to spare all comes out in one piece.
    return inflateRawSync(data, { maxOutputLength: length, chunkSize: Math.max(64, length + 1) })
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    return { reason: tooLong ? wrongSize : `It is damaged (${(error as Error).message}).` }
  }
}

/** A large file in an archive may hold many records, so it is streamed. */
async function* readLarge(
  path: string,
  window: FileWindow,
  entry: Entry,
  place: string,
): AsyncGenerator<Found, void> {
  const start = await dataStart(window, entry)
  if (start === undefined)
    return yield { place, reason: 'Its own header in the archive is missing or differs.' }
  const stream = createReadStream(path, {
    start,
    end: start + entry.compressedBytes - 1,
    highWaterMark: 1 << 20,
  })
  if (entry.method === 0) return yield* readText(place, stream)
  const result = inflated(stream, createInflateRaw({ chunkSize: 1 << 18 }))
  const counted = sized(result.chunks, entry.inflatedBytes)
  yield* readText(place, counted.chunks)
  const reason = result.reason ?? (counted.tooLong ? wrongSize : undefined)
  if (reason) yield { place, reason, fatal: true }
}

/** Stops when more comes out than the archive said. */
function sized(chunks: AsyncIterable<Uint8Array>, limit: number) {
  const result = { chunks: pass(), tooLong: false }
  return result

  async function* pass(): AsyncGenerator<Uint8Array, void> {
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.length
      result.tooLong = bytes > limit
      if (result.tooLong) return
      yield chunk
    }
  }
}
