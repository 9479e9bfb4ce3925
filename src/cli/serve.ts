import { type Config, addressOf } from '../app/config/config.ts'
import { type Logger, openLog } from '../app/log.ts'
import type { Records } from '../people/records/model/records.ts'
import { recurringWork } from '../app/recurring-work.ts'
import { startSchedule } from '../app/schedule.ts'
import { type RunningServer, serve } from '../app/server.ts'
import { type OpenService, openService } from '../app/service.ts'
import { firstStart, isFirstStart } from './first-start.ts'
import { Failure } from './outcome.ts'
import { openProgress } from './progress.ts'
import { openPostOf } from './send-mail.ts'
import type { CommonOptions, Terminal } from './terminal.ts'
import { openRecordsOf } from './with-records.ts'
import { faultOf } from '../base/fault-of.ts'

/**
 * Serves until told to stop. The first start builds what is missing. Throws `Failure` where it cannot listen, and after a
 * fault that nothing caught.
 */
export async function serveCommand(terminal: Terminal, options: CommonOptions): Promise<void> {
  const config = terminal.config()
  const progress = openProgress({
    stream: terminal.stderr,
    quiet: options.quiet === true,
    clock: () => performance.now(),
  })
  if (isFirstStart(config)) await firstStart(terminal, config, progress)
  const level = options.verbose ? 'debug' : config.logLevel
  const log = openLog({ level, stream: terminal.stdout })
  const post = openPostOf(config)
  const broken = Promise.withResolvers<void>()
  const records = await openRecordsOf(config, broken.resolve)
  const service = await openService(config, records, log, terminal.now).catch(closing(records))
  const running = await listen(service, config).catch(closing(records))
  progress.say(`Trialway is at ${addressOf(config.host, running.port)} (Ctrl-C stops it)`)
  const schedule = startSchedule(
    recurringWork({ config, app: service.app, post, log, timeZone: Temporal.Now.timeZoneId() }),
  )
  const crash = await Promise.race([stopped(terminal.signal, log), broken.promise.then(() => true)])
  await schedule.stop()
  await running.close()
  await service.close()
  await records.close()
  log.info('stopped')
  if (crash)
    throw new Failure('Trialway stopped because of a fault. The log has the lines of code.')
}

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
function stopped(signal: AbortSignal, log: Logger): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(false)
    signal.addEventListener('abort', () => resolve(false), { once: true })
    for (const name of ['uncaughtException', 'unhandledRejection'] as const)
      process.on(name, (error: unknown) => {
        log.fatal({ fault: faultOf(error) }, name)
        resolve(true)
      })
  })
}
