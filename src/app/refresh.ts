import type { Logger } from './log.ts'
import { runCommand } from './run-command.ts'

/** Asks the registry once a day what changed, and imports it. */
export interface RefreshOptions {
  /** The registry API to ask; without one there is nothing to do. */
  readonly refreshUrl?: string | undefined
  /** The day of the last import, `yyyy-MM-dd`. */
  readonly imported: () => string | undefined
  readonly log: Logger
  readonly now: () => Date
  /** From 0 to 1, so that not every installation asks at the same minute. */
  readonly random: () => number
  /** Imports what changed, in a process of its own; the answer is whether it went well. */
  readonly refresh: (url: string, log: Logger, stop: AbortSignal) => Promise<boolean>
}

/** Plans the first refresh, and after each the next, until told to stop. */
export function startRefresh(options: RefreshOptions, stop: AbortSignal): void {
  if (options.refreshUrl === undefined) return
  const first = { kind: 'first', imported: options.imported() } as const
  planRefresh(options, options.refreshUrl, stop, first)
}

/** What came before the refresh that is to be planned. */
export type Before =
  /** The server has just started; the catalogue says the day of the last import, if there was one. */
  | { readonly kind: 'first'; readonly imported: string | undefined }
  /** A refresh that went well, whether or not it found something new. */
  | { readonly kind: 'good' }
  | { readonly kind: 'failed'; readonly times: number }

/** A day after the last one; after failures in 1 hour, then 2, 4 and so on. Each a little later by chance. */
export function nextRefresh(now: Date, before: Before, random: number): Date {
  const later = (ms: number, spread: number): Date => new Date(now.getTime() + ms + random * spread)
  switch (before.kind) {
    case 'first': {
      const since = before.imported === undefined ? 0 : Date.parse(`${before.imported}T00:00:00Z`)
      const wait = since + 24 * hour - now.getTime()
      return later(Math.min(24 * hour, Math.max(5 * minute, wait)), 4 * hour)
    }
    case 'good':
      return later(24 * hour, hour)
    case 'failed': {
      const wait = Math.min(24 * hour, hour * 2 ** (before.times - 1))
      return later(wait, wait / 4)
    }
  }
}

/** `trialway import URL --changed` as a child process: the server goes on answering while it works. */
export function refreshByImport(url: string, log: Logger, stop: AbortSignal): Promise<boolean> {
  return runCommand(['import', url, '--changed', '--quiet', '--json'], log, stop)
}

const minute = 60_000
const hour = 60 * minute

function planRefresh(
  options: RefreshOptions,
  url: string,
  stop: AbortSignal,
  before: Before,
): void {
  const { now, random, log } = options
  if (stop.aborted) return
  const due = nextRefresh(now(), before, random())
  log.info({ due: due.toISOString() }, 'next refresh')
  const timer = setTimeout(
    () =>
      void options
        .refresh(url, log, stop)
        .catch(() => false)
        .then((well) =>
          planRefresh(options, url, stop, well ? { kind: 'good' } : failedAfter(before)),
        ),
    due.getTime() - now().getTime(),
  )
  stop.addEventListener('abort', () => clearTimeout(timer), { once: true })
}

function failedAfter(before: Before): Before {
  return { kind: 'failed', times: before.kind === 'failed' ? before.times + 1 : 1 }
}
