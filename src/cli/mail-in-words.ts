import type { MailFigures } from '../people/mail/outbox/mail-figures.ts'

/** The outbox as a table for a person at a terminal. */
export function mailInWords(figures: MailFigures, now: Date): string {
  const { queued, failed, suppressions } = figures
  const failures = Object.entries(failed).map(([outcome, count]) => [`failed, ${outcome}`, count])
  const lines = [
    ['mail server', relayInWords(figures)],
    ...Object.entries(queued).map(([stream, count]) => [`waiting, ${stream}`, count]),
    ['to be tried again', figures.retrying],
    ['oldest that waits', ageInWords(figures.oldestAt, now)],
    ['being sent', figures.sending],
    ['sent in 24 hours', figures.sentLastDay],
    ...(failures.length > 0 ? failures : [['failed in 7 days', 0]]),
    ['domains that rest', figures.restingDomains],
    ['suppressed, bounce', suppressions.bounce],
    ['suppressed, complaint', suppressions.complaint],
    ['suppressed, operator', suppressions.operator],
  ]
  return lines.map(([name, value]) => `${String(name).padEnd(26)}${value}\n`).join('')
}

function relayInWords({ relay }: MailFigures): string {
  if (relay.state === 'good') return 'good'
  const reason = relay.code === undefined ? '' : ` (${relay.code})`
  const times = relay.failures === 1 ? 'once' : `${relay.failures} times`
  return `DOWN${reason}, failed ${times}, tried again at ${relay.until}`
}

function ageInWords(at: string | undefined, now: Date): string {
  if (at === undefined) return 'none'
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 60_000))
  if (minutes < 120) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`
}
