import { type Command, Option } from 'commander'
import type { AlertsPreviewOptions } from './alerts-preview.ts'
import type { AlertsRunOptions } from './alerts-run.ts'
import type { AlertsStatusOptions } from './alerts-status.ts'
import { addSearchOptions } from './search-options.ts'
import type { Terminal } from './terminal.ts'

type Shared = (command: Command) => Command

/** `trialway alerts run`, `status` and `preview`. */
export function addAlerts(program: Command, terminal: Terminal, common: Shared): void {
  const alerts = program
    .command('alerts')
    .description('match imports with what people wait for, and make their mails')
  common(alerts.command('run'))
    .description(
      'match every import that is not matched yet, make the mails that are due, send them',
    )
    .option('--no-send', 'leave the sending to the server or to "trialway mail send"')
    .option('--json', 'print what was done as JSON')
    .action(async (options: AlertsRunOptions) => {
      const { alertsRunCommand } = await import('./alerts-run.ts')
      await alertsRunCommand(terminal, options)
    })
  common(alerts.command('status'))
    .description('how many alerts there are and what waits: numbers only')
    .option('--json', 'print the numbers as JSON')
    .action(async (options: AlertsStatusOptions) => {
      const { alertsStatusCommand } = await import('./alerts-status.ts')
      await alertsStatusCommand(terminal, options)
    })
  addPreview(alerts, terminal, common)
}

function addPreview(alerts: Command, terminal: Terminal, common: Shared): void {
  const preview = common(alerts.command('preview'))
    .description(
      'the mail that a person with such an alert would get of the last import; nothing is sent',
    )
    .argument('[words...]', 'words that are searched for')
    .option('--study <id>', 'one study, as NCT02390596')
  addSearchOptions(preview, ['category', 'tree', 'near', 'age', 'sex', 'status'])
    .option('--within <distance>', 'such as 25km or 10mi; 100km is usual with --near')
    .addOption(new Option('--language <language>', 'en or fr').choices(['en', 'fr']).default('en'))
    .option('--html', 'print the HTML form instead of the text')
    .action(async (words: string[], options: AlertsPreviewOptions) => {
      const { alertsPreviewCommand } = await import('./alerts-preview.ts')
      await alertsPreviewCommand(terminal, words, options)
    })
}
