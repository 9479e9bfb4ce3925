import { counter } from '../language/plural.ts'

const count = counter('en')

/** Words for the operator: the state of the house, and mails that were written to files. */
export const adminEn = {
  title: 'State of the service',
  lead: 'Numbers only. Operators who are signed in see this page, nobody else.',
  json: 'The same as data (JSON)',
  none: 'None yet',
  never: 'Never',
  imports: {
    title: 'Imports',
    age: 'Last import',
    studies: 'Studies in the catalogue',
    caption: 'The last ten imports',
    at: 'Finished (UTC)',
    new: 'New',
    changed: 'Changed',
    rejected: 'Rejected',
    empty: 'No import is written down yet.',
  },
  alerts: {
    title: 'Alerts',
    confirmed: 'Confirmed',
    paused: 'Of these, paused',
    asked: 'Asked a moment ago',
    pending: 'Not confirmed yet',
    atOnce: 'Changes that wait, at once',
    daily: 'Changes that wait, daily',
    weekly: 'Changes that wait, weekly',
    digests: 'Digests in the last 24 hours',
    unmatched: 'Imports not matched yet',
    lastMatched: 'Last import matched (UTC)',
  },
  queue: {
    title: 'Mail',
    waiting: {
      confirmation: 'Questions that wait',
      crowd: 'Questions of those who ask often, that wait',
      alert: 'Digests that wait',
      watch: 'Mails of programs’ subscriptions that wait',
      enquiry: 'Mails about enquiries that wait',
      safety: 'Reminders of safety clocks that wait',
      desk: 'Daily mails to sites that wait',
      introduction: 'Introductions to study teams that wait',
    },
    heldBack: 'Of the questions, held back: many ask',
    heldUntil: 'The last of these may go at (UTC)',
    retrying: 'Tried, to be tried again',
    oldest: 'The oldest that waits is from (UTC)',
    sending: 'Being sent',
    sent: 'Sent in the last 24 hours',
    failed: 'Given up in the last 7 days',
    relay: 'Mail server',
    relayGood: 'No trouble',
    relayDown: 'Does not answer; tried again at (UTC)',
    resting: 'Domains that do not answer',
  },
  suppressions: {
    title: 'Addresses never mailed',
    bounce: 'They do not exist',
    complaint: 'Their owner complained',
    operator: 'Set by the operator',
  },
  records: {
    title: 'Records',
    backup: 'Last backup (UTC)',
    audit: 'Lines in the audit trail',
    head: 'Newest line (hash)',
  },
  mail: {
    title: 'Mails written to files',
    lead: 'No mail server is set, so mails are written to files and can be read here, from this machine alone.',
    none: 'No mail has been written yet.',
    shown: (shown: number, all: number) =>
      shown === all
        ? count(all, { one: 'mail', other: 'mails' })
        : `The newest ${shown} of ${count(all, { one: 'mail', other: 'mails' })}`,
    noSubject: '(no subject)',
    to: 'To',
    back: 'All mails',
    html: 'As it looks',
    text: 'As plain text',
    headers: 'Headers',
  },
}
