import type { Config } from '../app/config/config.ts'
import type { Logger } from '../app/log.ts'
import { keepRecords } from '../people/records/keep-records.ts'
import type { Records } from '../people/records/model/records.ts'
import type { Progress } from './progress.ts'
import { recordsOptions, refusedAsFailure } from './with-records.ts'

/** A visitor waits for no reading or writing longer than this, in milliseconds. */
const answerMs = 4000

/** Who hears of the records of a server. */
export interface RecordsNews {
  readonly log: Logger
  readonly progress: Progress
  readonly onBroken: () => void
}

/**
 * The records of a server, which serves what is public without them as long as they are away. Throws `Failure`, which says
 * what to do, where they are refused: what is damaged, foreign or newer does not get well by waiting.
 */
export function servedRecords(
  config: Config,
  { log, progress, onBroken }: RecordsNews,
): Promise<Records> {
  return refusedAsFailure(() =>
    keepRecords({
      ...recordsOptions(config),
      answerMs,
      onBroken,
      // These reasons are our own words: no one's data is in them.
      onAway: ({ message: reason, cause }) => {
        const { code } = (cause ?? {}) as { code?: unknown }
        log.error({ reason, code }, 'the records are away')
        progress.say(`${reason} What is public is served; alerts wait until it is back.`)
      },
      onBack: (seconds) => log.warn({ seconds }, 'the records are back'),
      onRefused: ({ message: reason }) => log.error({ reason }, 'the records are refused'),
    }),
  )
}
