import { mailFigures } from '../people/mail/outbox/mail-figures.ts'
import { retryMail } from '../people/mail/outbox/retry.ts'
import { mailInWords } from './mail-in-words.ts'
import { Failure, Interrupted, WrongUsage } from './outcome.ts'
import { sendMail } from './send-mail.ts'
import type { CommonOptions, Terminal } from './terminal.ts'
import { withExistingRecords } from './existing-records.ts'

/** What the commands of `trialway mail` may be told. */
export interface MailOptions extends CommonOptions {
  readonly json?: boolean
}

/** What `trialway mail retry` may be told. */
export interface MailRetryOptions extends CommonOptions {
  readonly failed?: boolean
}

/** Prints the state of the outbox in numbers. */
export async function mailStatusCommand(terminal: Terminal, options: MailOptions): Promise<void> {
  const now = terminal.now()
  const figures = await withExistingRecords(terminal.config(), ({ db }) => mailFigures(db, now))
  terminal.stdout.write(
    options.json ? `${JSON.stringify(figures, null, 2)}\n` : mailInWords(figures, now),
  )
}

/** Makes mails due now, and says how many. Throws `WrongUsage` for what is no id of a mail. */
export async function mailRetryCommand(
  terminal: Terminal,
  ids: readonly string[],
  options: MailRetryOptions,
): Promise<void> {
  const wrong = ids.find((id) => !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))
  if (wrong !== undefined) throw new WrongUsage(`${wrong} is not the id of a mail.`)
  const retry = { ids, failed: options.failed === true, now: terminal.now() }
  const mails = await withExistingRecords(terminal.config(), (records) =>
    records.write((tx) => retryMail(tx, retry)),
  )
  if (!options.quiet)
    terminal.stdout.write(`${mails} ${mails === 1 ? 'mail is' : 'mails are'} due now\n`)
}

/**
 * Sends what is due, and ends: for cron, or when the server does not run. Throws `Interrupted` when it is stopped, and
 * `Failure` where the mail server does not take mail.
 */
export async function mailSendCommand(terminal: Terminal, options: MailOptions): Promise<void> {
  const config = terminal.config()
  const counts = await withExistingRecords(config, (records) => sendMail(config, records, terminal))
  if (options.json) terminal.stdout.write(`${JSON.stringify(counts, null, 2)}\n`)
  else if (!options.quiet)
    terminal.stdout.write(
      `${counts.sent} sent, ${counts.deferred} to be tried again, ${counts.failed} failed\n`,
    )
  if (terminal.signal.aborted) throw new Interrupted('Stopped. What was not sent waits.')
  if (counts.relayDownUntil)
    throw new Failure(
      `The mail server does not answer, or refuses us. Nothing is lost; it is tried again from ${counts.relayDownUntil.toISOString()} on. Look at SMTP_URL and at "trialway mail status".`,
    )
}
