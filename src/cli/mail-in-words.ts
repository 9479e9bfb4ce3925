import type { MailFigures } from '../people/mail/outbox/mail-figures.ts'
import { terminalWords } from '../words/terminal.ts'

const words = terminalWords.mail

/** The outbox as a table for a person at a terminal. */
export function mailInWords(figures: MailFigures, now: Date): string {
  const { queued, failed, suppressions } = figures
  const failures = Object.entries(failed).map(([outcome, count]) => [words.failed(outcome), count])
  const lines = [
    [words.server, relayInWords(figures)],
    ...Object.entries(queued).map(([stream, count]) => [words.waiting(stream), count]),
    [words.heldBack, heldBackInWords(figures)],
    [words.retrying, figures.retrying],
    [words.oldest, ageInWords(figures.oldestAt, now)],
    [words.sending, figures.sending],
    [words.sent, figures.sentLastDay],
    ...(failures.length > 0 ? failures : [[words.noneFailed, 0]]),
    [words.pausedDomains, figures.restingDomains],
    ...(['bounce', 'complaint', 'operator'] as const).map((reason) => [
      words.suppressed(reason),
      suppressions[reason],
    ]),
  ]
  return lines.map(([name, value]) => `${String(name).padEnd(26)}${value}\n`).join('')
}

function relayInWords({ relay }: MailFigures): string {
  if (relay.state === 'good') return words.serverGood
  const reason = relay.code === undefined ? '' : ` (${relay.code})`
  return words.serverDown(reason, words.times(relay.failures), relay.until)
}

function heldBackInWords({ heldBack: { mails, until } }: MailFigures): string {
  return until === undefined ? String(mails) : `${mails} ${words.lastAt(until)}`
}

function ageInWords(at: string | undefined, now: Date): string {
  if (at === undefined) return words.none
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 60_000))
  if (minutes < 120) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`
}
