import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { fileModes, replaceFile, syncHandle, writeBytes } from '../../base/durable-files.ts'
import { type FetchOptions, fetchRecords, type PageState } from './fetch-records.ts'
import { readRecords } from './read-records.ts'
import { isProblem, type RecordProblem } from './records.ts'
import type { Found } from './split.ts'

/** Where a reading of a registry's API is kept until an import has taken it. */
export interface Spool {
  /**
   * The records: those kept from a reading broken off, then the rest as it comes from the registry. Where that breaks
   * off, too, what came whole is given before the problem that says so, and the next reading goes on from there.
   */
  records(options: Omit<FetchOptions, 'pageToken' | 'since'>): AsyncGenerator<Found, void>
  /** How far an earlier reading came, if there was one. */
  readonly kept: PageState | undefined
  /** The day this reading began (UTC, `yyyy-MM-dd`): all that changed before is in it, whenever it ends. */
  readonly began: string
  /** Throws the kept records away: the import has them. */
  clear(): void
}

interface State {
  readonly base: string
  readonly since: string | undefined
  readonly began: string
  readonly page: PageState
  /** How much of the file counts: what a cut-off page left behind it does not. */
  readonly bytes: number
  readonly problems: readonly RecordProblem[]
}

/**
 * Reads a registry's API by way of a folder: each page is on disk before the next is asked for, so that
 * a reading broken off goes on where it stopped. Another address or day, or three days' age, begins anew.
 */
export function openSpool(
  folder: string,
  base: string,
  since: string | undefined,
  now: Date,
): Spool {
  const state = keptState(folder, base, since, now)
  const began = state?.began ?? now.toISOString().slice(0, 10)
  return {
    kept: state?.page,
    began,
    records: (options) => records({ folder, base, since, began }, state, options),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const file = (folder: string): string => join(folder, 'records.ndjson')
const stateFile = (folder: string): string => join(folder, 'state.json')
const longestKeptMs = 3 * 86_400_000

function keptState(
  folder: string,
  base: string,
  since: string | undefined,
  now: Date,
): State | undefined {
  if (!existsSync(stateFile(folder)) || !existsSync(file(folder))) return undefined
  const state = readState(stateFile(folder))
  if (!state) return undefined
  const { mtimeMs } = statSync(stateFile(folder))
  const isSame = state.base === base && state.since === since && state.began !== undefined
  return isSame && now.getTime() - mtimeMs < longestKeptMs ? state : undefined
}

/** Damaged, it is as good as none: the reading begins anew. */
function readState(path: string): State | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as State
  } catch {
    return undefined
  }
}

/** What is read, and where it is kept. */
interface Reading {
  readonly folder: string
  readonly base: string
  readonly since: string | undefined
  readonly began: string
}

type ReadingOptions = Omit<FetchOptions, 'pageToken' | 'since'>

async function* records(
  reading: Reading,
  kept: State | undefined,
  options: ReadingOptions,
): AsyncGenerator<Found, void> {
  const rest = await fetchOrBeginAnew(reading, kept, options)
  yield* rest.problems
  yield* spooled(reading, options)
  if (rest.fatal) yield rest.fatal
}

/** Nothing there is as good an answer as any: nothing changed. */
async function* spooled(
  { folder, base }: Reading,
  { signal }: ReadingOptions,
): AsyncGenerator<Found, void> {
  if (statSync(file(folder)).size === 0) return
  const host = new URL(base).host
  for await (const found of readRecords(file(folder), signal ? { signal } : {}))
    yield { ...found, place: found.place.replace(basename(file(folder)), host) }
}

/** What was wrong with records, and what broke the reading off, if anything. */
interface Fetched {
  readonly problems: readonly RecordProblem[]
  readonly fatal?: RecordProblem
}

/** A registry forgets its page tokens after a time: a kept one that it refuses is as good as none. */
async function fetchOrBeginAnew(
  reading: Reading,
  kept: State | undefined,
  options: ReadingOptions,
): Promise<Fetched> {
  const pageToken = kept?.page.pageToken
  if (kept && pageToken === undefined) return { problems: kept.problems }
  let isFirstPage = true
  const onPage = (page: PageState): void => {
    isFirstPage = false
    options.onPage?.(page)
  }
  const fetched = await fetchRest(reading, kept, { ...options, onPage })
  const isRefused = pageToken !== undefined && isFirstPage && fetched.fatal?.refused === true
  return isRefused ? fetchRest(reading, undefined, options) : fetched
}

/** Fetches what is missing. */
async function fetchRest(
  { folder, base, since, began }: Reading,
  kept: State | undefined,
  options: ReadingOptions,
): Promise<Fetched> {
  mkdirSync(folder, { recursive: true })
  if (!kept) rmSync(stateFile(folder), { force: true })
  if (!kept) writeFileSync(file(folder), '')
  truncateSync(file(folder), kept?.bytes ?? 0)
  const problems = [...(kept?.problems ?? [])]
  const handle = openSync(file(folder), 'a')
  let bytes = kept?.bytes ?? 0
  const onPage = (page: PageState): void => {
    syncHandle(handle)
    const whole = joined(kept?.page, page)
    keep(folder, { base, since, began, page: whole, bytes, problems })
    options.onPage?.(whole)
  }
  const { pageToken } = kept?.page ?? {}
  const fetching = fetchRecords(base, {
    ...options,
    ...(since !== undefined && { since }),
    ...(pageToken !== undefined && { pageToken }),
    onPage,
  })
  try {
    for await (const found of fetching) {
      if (!isProblem(found)) bytes += writeBytes(handle, oneLine(found.bytes))
      else if (found.fatal) return { problems, fatal: found }
      else problems.push(found)
    }
    return { problems }
  } finally {
    closeSync(handle)
  }
}

/** A line break in JSON can only be between values: a space does as well. */
function oneLine(bytes: Uint8Array): Buffer {
  const line = Buffer.concat([bytes, Buffer.from('\n')])
  for (let at = 0; at < line.length - 1; at++) if (line[at] === 10 || line[at] === 13) line[at] = 32
  return line
}

function joined(before: PageState | undefined, page: PageState): PageState {
  const total = before?.total ?? page.total
  return {
    pages: (before?.pages ?? 0) + page.pages,
    records: (before?.records ?? 0) + page.records,
    ...(total !== undefined && { total }),
    ...(page.pageToken !== undefined && { pageToken: page.pageToken }),
  }
}

/** Whole or not at all. */
function keep(folder: string, state: State): void {
  replaceFile(stateFile(folder), JSON.stringify(state), fileModes.all)
}
