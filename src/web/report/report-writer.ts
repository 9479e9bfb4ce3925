import { Worker } from 'node:worker_threads'
import type { ReportAsked, ReportWritten } from './write-report.ts'

/** Writes reports apart from the thread that answers everybody: one at a time, each to an end that is set. */
export interface ReportWriter {
  /** `busy` where as many wait as may; `slow` where it took too long, or more memory than it may. */
  write(asked: ReportAsked): Promise<ReportWritten | 'busy' | 'slow'>
}

const mostWaiting = 4
const longestMs = 15_000
const mostMegabytes = 512

/** A writer, which starts a thread for each report. */
export function openReportWriter(limitMs = longestMs): ReportWriter {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    async write(asked) {
      if (waiting >= mostWaiting) return 'busy'
      waiting++
      const written = last.then(() => inThread(asked, limitMs))
      last = written.catch(() => undefined)
      try {
        return await written
      } finally {
        waiting--
      }
    },
  }
}

async function inThread(asked: ReportAsked, limitMs: number): Promise<ReportWritten | 'slow'> {
  const worker = new Worker(new URL('./report-thread.ts', import.meta.url), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const { promise, resolve, reject } = Promise.withResolvers<ReportWritten | 'slow'>()
  const timer = setTimeout(() => resolve('slow'), limitMs)
  worker.once('message', (written: ReportWritten) => resolve(written))
  worker.once('error', (fault: NodeJS.ErrnoException) =>
    fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('slow') : reject(fault),
  )
  worker.once('exit', () => reject(new Error('the thread that writes reports ended')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
