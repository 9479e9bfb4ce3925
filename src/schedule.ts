import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Logger } from './log.ts'

/** All recurring work. There is one piece of it: asking the registry once a day what changed. */
export interface Schedule {
  stop(): void
}

export interface ScheduleOptions {
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

/** Starts the recurring work; `stop` ends it, and what of it is running. */
export function startSchedule(options: ScheduleOptions): Schedule {
  const stop = new AbortController()
  if (options.refreshUrl !== undefined) planRefresh(options, options.refreshUrl, stop.signal, true)
  return { stop: () => stop.abort() }
}

/** A day after the last import, or an hour after a failure; never sooner than in five minutes. */
export function nextRefresh(
  { now, imported, wentWell }: { now: Date; imported: string | undefined; wentWell: boolean },
  random: number,
): Date {
  const soonest = now.getTime() + 5 * minute
  if (!wentWell) return new Date(soonest + hour + random * hour)
  const dueFrom = imported === undefined ? 0 : Date.parse(`${imported}T00:00:00Z`) + 24 * hour
  return new Date(Math.max(soonest, dueFrom) + random * 4 * hour)
}

/** `trialway import URL --changed` as a child process: the server goes on answering while it works. */
export async function refreshByImport(
  url: string,
  log: Logger,
  stop: AbortSignal,
): Promise<boolean> {
  const main = join(import.meta.dirname, 'main.ts')
  const words = [main, 'import', url, '--changed', '--quiet', '--json']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], signal: stop })
  child.on('error', () => {})
  const [said, [code]] = await Promise.all([textOf(child), once(child, 'close')])
  log[code === 0 ? 'info' : 'warn']({ code, said: said.slice(-1000) }, 'refresh')
  return code === 0
}

const minute = 60_000
const hour = 60 * minute

function planRefresh(
  options: ScheduleOptions,
  url: string,
  stop: AbortSignal,
  wentWell: boolean,
): void {
  const { imported, now, random, log } = options
  if (stop.aborted) return
  const due = nextRefresh({ now: now(), imported: imported(), wentWell }, random())
  log.info({ due: due.toISOString() }, 'next refresh')
  const timer = setTimeout(
    () =>
      void options
        .refresh(url, log, stop)
        .catch(() => false)
        .then((well) => planRefresh(options, url, stop, well)),
    due.getTime() - now().getTime(),
  )
  stop.addEventListener('abort', () => clearTimeout(timer), { once: true })
}

async function textOf(child: ChildProcess): Promise<string> {
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  await once(child, 'close')
  return text.trim()
}
