import { alertFigures } from '../people/alerts/figures.ts'
import { terminalWords } from '../words/terminal.ts'
import { withExistingRecords } from './existing-records.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway alerts status` may be told. */
export interface AlertsStatusOptions extends CommonOptions {
  readonly json?: boolean
}

/** Prints the state of the alerts in numbers. Throws `Failure` where there are no records. */
export async function alertsStatusCommand(
  terminal: Terminal,
  options: AlertsStatusOptions,
): Promise<void> {
  const figures = await withExistingRecords(terminal.config(), ({ db }) =>
    alertFigures(db, terminal.now()),
  )
  if (options.json) {
    terminal.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
    return
  }
  const { waiting } = figures
  const words = terminalWords.alerts
  const lines = [
    [words.confirmed, figures.confirmed],
    [words.paused, figures.paused],
    [words.asked, figures.asked],
    [words.pending, figures.pending],
    [words.atOnce, waiting.atOnce],
    [words.daily, waiting.daily],
    [words.weekly, waiting.weekly],
    [words.digests, figures.digests],
    [words.lastMatched, figures.lastMatched ?? words.neverMatched],
  ]
  for (const [name, value] of lines) terminal.stdout.write(`${String(name).padEnd(26)}${value}\n`)
}
