import { realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSoundManifest } from '../catalogue/model/manifest.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { type Pool, startPool } from '../../base/process-pool.ts'
import type { MatchAsked, TextMatches } from './match-text.ts'
import { CatalogueBusy, searchFaults } from '../catalogue/model/catalogue.ts'
import type { RecordAsked, RecordMatches } from './match-record.ts'
import type { ReadSent, FormAsSent } from './read-sent.ts'

/** The processes are being started, and are not ready within the time that anybody waits: it is worth asking again. */
export class ReadersStarting extends CatalogueBusy {
  override readonly name = 'ReadersStarting'
}

/** Reads and matches notes and records in processes of their own, so that a long one holds up nobody. */
export interface Matcher {
  /**
   * Throws `SearchTooSlow` when cut off, `CatalogueBusy` when too many are waiting, `ReadersStarting` where the processes are not
   * ready in good time, `ListIncomplete` where no state of the catalogue can be opened.
   */
  match(asked: MatchAsked): Promise<TextMatches>
  /** The same for a form that has not been read yet; throws as `match` does. */
  matchForm(asked: FormAsked): Promise<FormMatches>
  /** The same for a FHIR record that a program sent, as its bytes; throws as `match` does. */
  matchRecord(asked: RecordAsked): Promise<RecordMatches>
  close(): Promise<void>
}

/** A form with a text, and what is wanted. */
export interface FormAsked extends Omit<MatchAsked, 'text' | 'onlyOpen'> {
  readonly form: FormAsSent
}

/** What was found for the text of a form; no matches where it was refused. */
export interface FormMatches extends Omit<ReadSent, 'text'> {
  readonly matched?: TextMatches
}

/** What a reading process is asked. */
export type ReaderQuestion =
  | { readonly kind: 'text'; readonly asked: MatchAsked }
  | { readonly kind: 'form'; readonly asked: FormAsked }
  | { readonly kind: 'record'; readonly asked: RecordAsked }

/** How long one text may take, in milliseconds. */
export interface MatcherOptions {
  readonly timeoutMs: number
  /** How many texts are read at once; two where the machine has two cores. */
  readonly processes?: number
  /** The processes end after so long without work, because each holds a second copy of what search needs. */
  readonly idleMs?: number
  /** How long anybody waits until the processes are ready; they go on getting ready after it. */
  readonly longestStartMs?: number
  /** `cold`: for a single text, which then takes as long as making what a first one needs. */
  readonly start?: 'warm' | 'cold'
}

/** Starts nothing until it is asked; goes on to each new catalogue in the folder. */
export function openMatcher(folder: string, options: MatcherOptions): Matcher {
  const { idleMs = 300_000, longestStartMs = 20_000 } = options
  let current: { readonly number: number; readonly pool: Promise<Pool<ReaderQuestion>> } | undefined
  let idle: NodeJS.Timeout | undefined

  async function end(): Promise<void> {
    const ending = current
    current = undefined
    await (await ending?.pool.catch(() => undefined))?.close()
  }

  function poolNow(): Promise<Pool<ReaderQuestion>> {
    const number = readSoundManifest(folder)?.number ?? 0
    if (current?.number === number) return current.pool
    void end()
    const pool = startReaders(folder, options)
    current = { number, pool }
    // A start that failed is not kept: the next question tries again.
    pool.catch(() => (current = undefined))
    return pool
  }

  async function ask(question: ReaderQuestion): Promise<unknown> {
    clearTimeout(idle)
    try {
      const pool = await soon(poolNow(), longestStartMs)
      return await pool.ask(question)
    } finally {
      clearTimeout(idle)
      idle = setTimeout(() => void end(), idleMs)
      idle.unref()
    }
  }

  return {
    match: async (asked) => (await ask({ kind: 'text', asked })) as TextMatches,
    matchForm: async (asked) => (await ask({ kind: 'form', asked })) as FormMatches,
    matchRecord: async (asked) => (await ask({ kind: 'record', asked })) as RecordMatches,
    close: async () => {
      clearTimeout(idle)
      await end()
    },
  }
}

async function soon<T>(ready: Promise<T>, mostMs: number): Promise<T> {
  const late = new AbortController()
  const tooLate = wait(mostMs, undefined, { signal: late.signal }).then(
    () => Promise.reject(new ReadersStarting()),
    () => ready,
  )
  return Promise.race([ready, tooLate]).finally(() => late.abort())
}

/** Each waiting text is kept in memory, so few wait; those wait long enough for the ones before them. */
const longestQueue = 16
const longestWaitMs = 6_000

/** The processes get bytes as they came, and no setting of the server. */
function startReaders(folder: string, options: MatcherOptions): Promise<Pool<ReaderQuestion>> {
  const { timeoutMs, processes = Math.min(2, availableParallelism()), start = 'warm' } = options
  return startPool<ReaderQuestion>({
    processes,
    timeoutMs,
    program,
    given: [folder, start],
    longestQueue,
    longestWaitMs,
    serialization: 'advanced',
    flags: readerFlags(folder),
    ...searchFaults,
  })
}

/**
 * What the runtime is told of a reading process, for a catalogue in a folder: it may write no file, start no program and
 * reach no machine; of files it may read the code, the shipped words and the catalogue.
 */
export function readerFlags(folder: string): readonly string[] {
  return ['--permission', ...[...readable, folder].map((place) => `--allow-fs-read=${place}`)]
}

const program = new URL('./match-process.ts', import.meta.url)
const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const readable = [
  join(root, 'src'),
  join(root, 'package.json'),
  join(root, 'data/vocabulary'),
  join(root, 'data/registry-api'),
  join(root, 'node_modules'),
  realpathSync(join(root, 'node_modules')),
]
