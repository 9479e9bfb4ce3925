import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { type FetchOptions, fetchRecords, type PageState } from './fetch-records.ts'
import { readRecords } from './read-records.ts'
import { isProblem, type Problem } from './records.ts'
import type { Found } from './split.ts'

/** Where a reading of a registry's API is kept until an import has taken it. */
export interface Spool {
  /** The records: those kept from a reading broken off, then the rest as it comes from the registry. */
  records(options: Omit<FetchOptions, 'pageToken' | 'since'>): AsyncGenerator<Found, void>
  /** How far an earlier reading came, if there was one. */
  readonly kept: PageState | undefined
  /** Throws the kept records away: the import has them. */
  clear(): void
}

interface State {
  readonly base: string
  readonly since: string | undefined
  readonly page: PageState
  /** How much of the file counts: what a cut-off page left behind it does not. */
  readonly bytes: number
  readonly problems: readonly Problem[]
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
  return {
    kept: state?.page,
    records: (options) => records(folder, base, since, state, options),
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
  const state = JSON.parse(readFileSync(stateFile(folder), 'utf8')) as State
  const { mtimeMs } = statSync(stateFile(folder))
  const isSame = state.base === base && state.since === since
  return isSame && now.getTime() - mtimeMs < longestKeptMs ? state : undefined
}

async function* records(
  folder: string,
  base: string,
  since: string | undefined,
  kept: State | undefined,
  options: Omit<FetchOptions, 'pageToken' | 'since'>,
): AsyncGenerator<Found, void> {
  mkdirSync(folder, { recursive: true })
  if (!kept) writeFileSync(file(folder), '')
  truncateSync(file(folder), kept?.bytes ?? 0)
  const problems = [...(kept?.problems ?? [])]
  if (!kept || kept.page.pageToken !== undefined) {
    const fatal = await fetchRest({ folder, base, since, kept, problems }, options)
    if (fatal) return yield fatal
  }
  yield* problems
  yield* readRecords(file(folder), options.signal ? { signal: options.signal } : {})
}

interface Rest {
  readonly folder: string
  readonly base: string
  readonly since: string | undefined
  readonly kept: State | undefined
  readonly problems: Problem[]
}

/** Fetches what is missing; gives back what made it impossible. */
async function fetchRest(
  { folder, base, since, kept, problems }: Rest,
  options: Omit<FetchOptions, 'pageToken' | 'since'>,
): Promise<Problem | undefined> {
  const handle = openSync(file(folder), 'a')
  let bytes = kept?.bytes ?? 0
  const onPage = (page: PageState): void => {
    fsyncSync(handle)
    const whole = joined(kept?.page, page)
    keep(folder, { base, since, page: whole, bytes, problems })
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
      if (!isProblem(found)) bytes += writeSync(handle, oneLine(found.bytes))
      else if (found.fatal) return found
      else problems.push(found)
    }
    return undefined
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
  writeFileSync(`${stateFile(folder)}.new`, JSON.stringify(state))
  renameSync(`${stateFile(folder)}.new`, stateFile(folder))
}
