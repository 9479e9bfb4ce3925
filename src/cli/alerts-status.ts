import { alertFigures } from '../people/alerts/figures.ts'
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
  const lines = [
    ['alerts confirmed', figures.confirmed],
    ['of them paused', figures.paused],
    ['not confirmed yet', figures.pending],
    ['changes waiting, at once', waiting.atOnce],
    ['changes waiting, daily', waiting.daily],
    ['changes waiting, weekly', waiting.weekly],
    ['digests in 24 hours', figures.digests],
    ['last import matched', figures.lastMatched ?? 'none yet'],
  ]
  for (const [name, value] of lines) terminal.stdout.write(`${String(name).padEnd(26)}${value}\n`)
}
