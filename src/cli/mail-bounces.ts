import { takeMailbox, type ReportCounts } from '../people/mail/reports/mailbox.ts'
import { Failure, WrongUsage } from './outcome.ts'
import type { MailOptions } from './mail.ts'
import type { Terminal } from './terminal.ts'
import { withExistingRecords } from './existing-records.ts'

/**
 * Reads mail that came back, from files, and says how much of what kind. Throws `WrongUsage` for a file that is not
 * there, and `Failure` for one that may not be read.
 */
export async function mailBouncesCommand(
  terminal: Terminal,
  files: readonly string[],
  options: MailOptions,
): Promise<void> {
  const counts = await withExistingRecords(terminal.config(), async (records) => {
    const all: ReportCounts[] = []
    for (const file of files)
      all.push(await takeMailbox(records, file, terminal.now(), { restMs: 0 }).catch(inWords(file)))
    return all.reduce(added)
  })
  if (options.json) terminal.stdout.write(`${JSON.stringify(counts, null, 2)}\n`)
  else if (!options.quiet)
    for (const [kind, count] of Object.entries(counts))
      terminal.stdout.write(`${kind.padEnd(14)}${count}\n`)
}

function added(one: ReportCounts, other: ReportCounts): ReportCounts {
  const sums = Object.entries(one).map(([kind, count]) => [
    kind,
    count + other[kind as keyof ReportCounts],
  ])
  return Object.fromEntries(sums) as ReportCounts
}

function inWords(file: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    const { code } = error
    if (code === 'ENOENT') throw new WrongUsage(`There is no file or folder ${file}.`)
    if (code === 'EACCES') throw new Failure(`${file} may not be read by this user.`)
    throw error
  }
}
