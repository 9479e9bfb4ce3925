import { randomUUID } from 'node:crypto'
import type { Config } from '../app/config/config.ts'
import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { dayOf } from '../app/folders.ts'
import { type AlertsRun, type AlertsStep, runAlerts } from '../people/alerts/run.ts'
import type { Records } from '../people/records/model/records.ts'
import { neededCatalogue } from './needed-catalogue.ts'
import { Failure } from './outcome.ts'
import { openProgress, type Progress } from './progress.ts'
import { sendMail } from './send-mail.ts'
import type { CommonOptions, Terminal } from './terminal.ts'
import { terminalWords } from '../words/terminal.ts'
import { withExistingRecords } from './existing-records.ts'

/** What `trialway alerts run` may be told. */
export interface AlertsRunOptions extends CommonOptions {
  /** False for `--no-send`. */
  readonly send?: boolean
  readonly json?: boolean
}

/** One question holds hundreds of searches, and nobody waits at a page for the answer. */
const questionMs = 120_000

/**
 * Matches, makes digests and sends, and says what was done. Throws `Failure` where there is no catalogue, where there
 * are no records, and for imports that could not be matched.
 */
export async function alertsRunCommand(
  terminal: Terminal,
  options: AlertsRunOptions,
): Promise<void> {
  const config = terminal.config()
  const folder = neededCatalogue(config)
  const progress = openProgress({
    stream: terminal.stderr,
    quiet: options.quiet === true,
    clock: () => performance.now(),
  })
  await withExistingRecords(config, async (records) => {
    const run = await matchAndCompose(terminal, config, folder, records, progress)
    const sent =
      run && options.send !== false ? await sendMail(config, records, terminal) : undefined
    progress.end()
    if (options.json) terminal.stdout.write(asJson(run, sent))
    else if (!options.quiet) terminal.stderr.write(`${inWords(run, sent?.sent)}\n`)
    if (run && run.failed.length + run.damaged.length > 0) throw failureOf(run)
  })
}

async function matchAndCompose(
  terminal: Terminal,
  config: Config,
  folder: string,
  records: Records,
  progress: Progress,
): Promise<AlertsRun | undefined> {
  const vocabulary = openVocabulary()
  const catalogue = await openCatalogue(folder, {
    processes: config.searchProcesses,
    timeoutMs: questionMs,
    start: 'cold',
    vocabulary,
  })
  try {
    return await runAlerts({
      records,
      catalogue,
      names: vocabulary,
      baseUrl: config.baseUrl,
      newId: randomUUID,
      clock: terminal.now,
      timeZone: Temporal.Now.timeZoneId(),
      dayOf,
      signal: terminal.signal,
      onProgress: (step) => progress.show(stepOf(step)),
    })
  } finally {
    await catalogue.close()
  }
}

function stepOf(step: AlertsStep) {
  return step.kind === 'matching'
    ? { label: 'Matching', done: step.subscriptions, unit: 'alerts' }
    : { label: 'Making mails', done: step.digests, unit: 'mails' }
}

/** Why a list failed is not printed as data: it may quote what a person typed. */
function asJson(run: AlertsRun | undefined, sent: object | undefined): string {
  const failed = run?.failed.map(({ list }) => list)
  return `${JSON.stringify({ run: run && { ...run, failed }, sent }, null, 2)}\n`
}

function failureOf({ failed, damaged }: Pick<AlertsRun, 'failed' | 'damaged'>): Failure {
  const lines = failed.map(({ list, error }) => `${list}: ${String((error as Error).message)}`)
  const unmatched = 'These imports could not be matched, and will be tried again:'
  return new Failure(
    [
      ...(lines.length > 0 ? [unmatched, ...lines] : []),
      ...(damaged.length > 0 ? [terminalWords.alerts.damaged(damaged.length)] : []),
    ].join('\n'),
  )
}

function inWords(run: AlertsRun | undefined, sent: number | undefined): string {
  const words = terminalWords.alerts
  if (!run) return words.running
  const { matched, digests } = run
  const imports =
    matched.length === 0
      ? [words.noImport]
      : matched.map(({ list, studies, subscriptions, news }) =>
          words.matched(list, studies, subscriptions, news),
        )
  return [...imports, words.made(digests, sent)].join('\n')
}
