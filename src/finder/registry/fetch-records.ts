import { readAddress, type Address } from './address.ts'
import { isDate } from './check-study.ts'
import { createFetch, type Fetch } from './get.ts'
import { type NotGot, PoliteGet } from './polite-get.ts'
import { textIn } from './read-text.ts'
import { isProblem } from './records.ts'
import type { Found } from './split.ts'

/** What of an API is read, how politely, and from where on. */
export interface FetchOptions {
  /** Only studies whose last update was posted on this day (`yyyy-MM-dd`) or later. */
  readonly since?: string
  /** Where to go on, from an earlier `onPage`; the other options must be the same. */
  readonly pageToken?: string
  readonly signal?: AbortSignal
  /** Called when all records of a page were taken: keep it to go on from there after a break. */
  onPage?(state: PageState): void
  readonly fetch?: Fetch
  /** At least so long between two requests; 1,000 ms unless told otherwise. */
  readonly pauseMs?: number
  readonly timeoutMs?: number
  readonly attempts?: number
  /** From 0 to below 1: spreads the waits of many who ask. Without it a wait is the middle of its range. */
  readonly random?: () => number
  /** The most one page may hold. */
  readonly mostBytes?: number
}

/** How far a reading of the registry has come. */
export interface PageState {
  readonly pages: number
  readonly records: number
  /** How many studies there are in all, as the registry said on the first page. */
  readonly total?: number
  /** The page to ask for next; absent when this was the last. */
  readonly pageToken?: string
}

/**
 * Every study of a registry, or those changed since a day, from its API (ClinicalTrials.gov's API v2, or
 * a server of the same shape) at its base address, as `https://clinicaltrials.gov/api/v2`.
 */
export async function* fetchRecords(
  base: string,
  options: FetchOptions = {},
): AsyncGenerator<Found, void> {
  const address = readAddress(base)
  if ('reason' in address) return yield { place: base, reason: address.reason, fatal: true }
  if (options.since !== undefined && !isWholeDate(options.since))
    return yield { place: base, reason: `Not a date (yyyy-MM-dd): ${options.since}`, fatal: true }
  yield* fetchPages(address, options)
}

function isWholeDate(day: string): boolean {
  return day.length === 10 && isDate(day)
}

async function* fetchPages(
  address: Extract<Address, { url: URL }>,
  options: FetchOptions,
): AsyncGenerator<Found, void> {
  const registry = politeGet(address, options)
  let state: PageState = { pages: 0, records: 0 }
  let pageToken = options.pageToken
  do {
    const place = `${address.url.host} page ${state.pages + 1}`
    const page = await fetchPage(registry, pageUrl(address.url, options.since, pageToken), place)
    if ('reason' in page) return yield* brokenPage(page, place)
    yield* page.found
    state = nextState(state, page)
    options.onPage?.(state)
    if (pageToken !== undefined && state.pageToken === pageToken)
      return yield { place, reason: 'The registry gives the same page for ever.', fatal: true }
    pageToken = state.pageToken
  } while (pageToken !== undefined)
}

function politeGet(address: Extract<Address, { url: URL }>, options: FetchOptions): PoliteGet {
  return new PoliteGet({
    fetch: options.fetch ?? createFetch(address),
    signal: options.signal,
    pauseMs: options.pauseMs ?? 1000,
    timeoutMs: options.timeoutMs ?? 120_000,
    attempts: options.attempts ?? 7,
    random: options.random ?? (() => 0.5),
    mostBytes: options.mostBytes ?? 256_000_000,
  })
}

function pageUrl(base: URL, since: string | undefined, pageToken: string | undefined): URL {
  const url = new URL(base)
  url.pathname = `${base.pathname.replace(/\/$/, '')}/studies`
  url.searchParams.set('format', 'json')
  url.searchParams.set('pageSize', '1000')
  if (since !== undefined)
    url.searchParams.set('query.term', `AREA[LastUpdatePostDate]RANGE[${since},MAX]`)
  if (pageToken === undefined) url.searchParams.set('countTotal', 'true')
  else url.searchParams.set('pageToken', pageToken)
  return url
}

interface Page {
  readonly found: readonly Found[]
  readonly total: number | undefined
  readonly pageToken: string | undefined
}

/** Records that came whole before a page broke off are as good as any; the problem says that more is missing. */
function* brokenPage({ reason, refused, partial }: NotGot, place: string): Generator<Found, void> {
  const whole = partial ? textIn(place, partial).filter((one) => !isProblem(one)) : []
  yield* whole
  const note = whole.length > 0 ? ` The ${whole.length} records that came whole were taken.` : ''
  yield { place, reason: `${reason}${note}`, fatal: true, ...(refused && { refused }) }
}

/** A page is asked for until it is whole: only then is its first record given, so that none is repeated. */
async function fetchPage(registry: PoliteGet, url: URL, place: string): Promise<Page | NotGot> {
  let found: Found[] = []
  const got = await registry.get(url, (bytes) => {
    found = textIn(place, bytes)
    return found.filter(isProblem).find((problem) => problem.fatal)?.reason
  })
  if ('reason' in got) return got
  const total = valueOf(got.bytes, 'totalCount', /^\s*:\s*(\d{1,9})/)
  const pageToken = valueOf(got.bytes, 'nextPageToken', /^\s*:\s*"([^"\\]{1,500})"/)
  return { found, total: total === undefined ? undefined : Number(total), pageToken }
}

/** A value beside the list of studies. Inside a text the name's quotes would be escaped. */
function valueOf(bytes: Buffer, name: string, pattern: RegExp): string | undefined {
  const at = bytes.lastIndexOf(`"${name}"`)
  if (at < 0) return undefined
  const start = at + name.length + 2
  return pattern.exec(bytes.toString('utf8', start, start + 600))?.[1]
}

function nextState(before: PageState, page: Page): PageState {
  const total = page.total ?? before.total
  return {
    pages: before.pages + 1,
    records: before.records + page.found.length,
    ...(total !== undefined && { total }),
    ...(page.pageToken !== undefined && { pageToken: page.pageToken }),
  }
}
