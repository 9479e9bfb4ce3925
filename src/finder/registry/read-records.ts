import { createReadStream } from 'node:fs'
import { open, readFile as readWhole, stat } from 'node:fs/promises'
import { filesOf, holdsOneStudy, type SourceFile } from './files.ts'
import { gunzipped, isGzip } from './gunzip.ts'
import { readArchive } from './read-archive.ts'
import { asOneBadRecord, readText, textIn } from './read-text.ts'
import type { Found } from './split.ts'

/** A smaller file is read at once. */
const bytesToStreamFrom = 1024 * 1024

/** Who is told how far the reading is, and what stops it. */
export interface ReadOptions {
  /** Called as bytes are read; the total is unknown on the standard input. */
  onProgress?(bytesRead: number, bytesTotal: number | undefined): void
  readonly signal?: AbortSignal
}

/**
 * Every record in a file, a folder (in the order of its names) or `-`, the standard input, as it lies
 * there. Plain, gzip and zip; JSON and XML; told by content. Memory stays small however large the source.
 */
export async function* readRecords(
  source: string,
  options: ReadOptions = {},
): AsyncGenerator<Found, void> {
  if (source === '-') return yield* readInput(options)
  const refusal = await refusalOf(source)
  if (refusal) return yield { place: source, reason: refusal, fatal: true }
  const files = await filesOf(source)
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0)
  const progress = progressOf(options, bytesTotal)
  for (const file of files) {
    options.signal?.throwIfAborted()
    if (file.reason) yield { place: file.place, reason: file.reason }
    else yield* readFile(file, progress, options.signal)
  }
  if (files.length === 0) yield { place: source, reason: 'The folder is empty.', fatal: true }
}

async function refusalOf(source: string): Promise<string | undefined> {
  if (/^[a-z][\w+.-]+:\/\//i.test(source)) return 'This is an address, not a file or a folder.'
  try {
    const found = await stat(source)
    return found.isFIFO() || found.isCharacterDevice() || found.isSocket()
      ? 'This is not a file or a folder.'
      : undefined
  } catch (error) {
    return `It cannot be read: ${(error as Error).message}`
  }
}

type Progress = (bytes: number) => void

function progressOf(options: ReadOptions, bytesTotal: number | undefined): Progress {
  let bytesRead = 0
  return (bytes) => options.onProgress?.((bytesRead += bytes), bytesTotal)
}

async function* readInput(options: ReadOptions): AsyncGenerator<Found, void> {
  const progress = progressOf(options, undefined)
  yield* readStream('standard input', counted(process.stdin, progress, options.signal))
}

async function* readFile(
  file: SourceFile,
  progress: Progress,
  signal?: AbortSignal,
): AsyncGenerator<Found, void> {
  try {
    const start = await startOf(file.path)
    if (isZip(start)) return yield* readArchive(file.path, file.place, progress, signal)
    if (file.bytes < bytesToStreamFrom && !isGzip(start))
      return yield* await readSmall(file, progress)
    const stream = createReadStream(file.path, { highWaterMark: 1 << 20 })
    yield* readStream(file.place, counted(stream, progress, signal))
  } catch (error) {
    if (signal?.aborted) throw error
    yield {
      place: file.place,
      reason: `It cannot be read: ${(error as Error).message}`,
      fatal: true,
    }
  }
}

async function startOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function isZip(start: Uint8Array): boolean {
  const [a, b, c] = start
  return a === 0x50 && b === 0x4b && (c === 3 || c === 5)
}

async function readSmall(file: SourceFile, progress: Progress): Promise<Found[]> {
  const bytes = await readWhole(file.path)
  progress(bytes.length)
  const found = textIn(file.place, bytes)
  return file.alone || !holdsOneStudy(file.place) ? found : found.map(asOneBadRecord)
}

async function* readStream(
  place: string,
  bytes: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Found, void> {
  const first = await bytes.next()
  const head = first.done ? new Uint8Array(0) : first.value
  const whole = prepended(head, bytes)
  if (!isGzip(head)) return yield* readText(place, whole)
  const result = gunzipped(whole)
  yield* readText(place, result.chunks)
  if (result.reason) yield { place, reason: result.reason, fatal: true }
}

async function* prepended(
  head: Uint8Array,
  rest: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  yield head
  yield* rest
}

async function* counted(
  stream: AsyncIterable<Uint8Array>,
  progress: Progress,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of stream) {
    signal?.throwIfAborted()
    progress(chunk.length)
    yield chunk
  }
}
