import { setTimeout as wait } from 'node:timers/promises'
import { type Config, addressOf } from '../app/config/config.ts'
import { type Logger, openLog } from '../app/log.ts'
import { openLogSink } from '../app/log-sink.ts'
import type { Records } from '../people/records/model/records.ts'
import { recurringWork } from '../app/recurring-work.ts'
import { startSchedule } from '../app/schedule.ts'
import type { RunningServer } from '../app/listener.ts'
import { serve } from '../app/server.ts'
import { giveBackMemorySoon, keepMemorySmall } from '../base/give-back-memory.ts'
import { type OpenService, openService } from '../app/service.ts'
import { forgottenProxy, needsProxy } from '../app/forgotten-proxy.ts'
import { openOperatorDoor } from './operator-door.ts'
import { firstStart, isFirstStart } from './first-start.ts'
import { Failure } from './outcome.ts'
import { preparePlaces } from './prepare-places.ts'
import { openProgress } from './progress.ts'
import { openPostOf } from './send-mail.ts'
import type { CommonOptions, Terminal } from './terminal.ts'
import { servedRecords } from './served-records.ts'
import { terminalWords } from '../words/terminal.ts'
import { faultOf } from '../base/fault-of.ts'

/**
 * Serves until told to stop. The first start builds what is missing. Throws `Failure` where it cannot listen, after a
 * fault that nothing caught, and when nobody reads its log any more.
 */
export async function serveCommand(terminal: Terminal, options: CommonOptions): Promise<void> {
  const config = terminal.config()
  const progress = openProgress({
    stream: terminal.stderr,
    quiet: options.quiet === true,
    clock: () => performance.now(),
  })
  if (isFirstStart(config)) await firstStart(terminal, config, progress)
  else preparePlaces(config, progress)
  const level = options.verbose ? 'debug' : config.logLevel
  terminal.keepOutput()
  const sink = openLogSink(terminal.stdout, (missing) =>
    log.warn({ missing }, 'lines of the log could not be written'),
  )
  const log = openLog({ level, stream: sink })
  const post = openPostOf(config)
  const broken = Promise.withResolvers<void>()
  const records = await servedRecords(config, { log, progress, onBroken: broken.resolve })
  const service = await openService(config, records, log, terminal.now, () => sink.dropped()).catch(
    closing(records),
  )
  const running = await listen(service, config).catch(closing(records))
  giveBackMemorySoon()
  keepMemorySmall()
  progress.say(`Trialway is at ${addressOf(config.host, running.port)} (Ctrl-C stops it)`)
  const operator = await openOperatorDoor(service, config)
  if (operator.problem !== undefined) terminal.stderr.write(`${operator.problem}\n`)
  for (const line of operator.words) progress.say(line)
  if (needsProxy(config)) log.warn(forgottenProxy)
  const schedule = startSchedule(
    recurringWork({ config, app: service.app, post, log, timeZone: Temporal.Now.timeZoneId() }),
  )
  const ending = await Promise.race([
    stopped(terminal.signal, log),
    broken.promise.then(() => 'fault' as const),
    sink.lost.then(() => 'logLost' as const),
  ])
  // What hangs in a database that does not answer is cut off when the records are closed.
  const resting = wait(graceMs, undefined, { ref: false })
  await Promise.all([Promise.race([schedule.stop(), resting]), running.close(), operator.close()])
  await service.close()
  await records.close()
  log.info('stopped')
  if (ending !== 'asked') throw new Failure(terminalWords.stopped[ending])
}

/** Why the server ends. */
type Ending = 'asked' | 'fault' | 'logLost'

/** Recurring work that has not ended after so many milliseconds is left: wherever it is cut off, the next start goes on. */
const graceMs = 8000

/** What was opened before is given back when what comes after it cannot be opened. */
function closing(records: Records): (error: unknown) => Promise<never> {
  return async (error) => {
    await records.close()
    throw error
  }
}

async function listen(service: OpenService, config: Config): Promise<RunningServer> {
  try {
    return await serve(service, config)
  } catch (error) {
    await service.close()
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const where = `${config.host}:${config.port}`
    const reason = reasons[code] ?? `it failed with ${code}`
    throw new Failure(`Trialway cannot listen on ${where}: ${reason}. Set PORT or HOST.`)
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program is using it',
  EACCES: 'this user may not use it',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'that name is not known',
}

/** Waits for the request to stop, or for a fault nobody caught, after which nothing can be trusted. */
function stopped(signal: AbortSignal, log: Logger): Promise<Ending> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('asked')
    signal.addEventListener('abort', () => resolve('asked'), { once: true })
    for (const name of ['uncaughtException', 'unhandledRejection'] as const)
      process.on(name, (error: unknown) => {
        log.fatal({ fault: faultOf(error) }, name)
        resolve('fault')
      })
  })
}
