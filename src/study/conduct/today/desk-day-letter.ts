import { listsLetter } from '../../../people/mail/letters/lists-letter.ts'
import type { Letter } from '../../../people/mail/outbox/letter.ts'
import { deskMailWords } from '../../../words/desk-mail.ts'
import { deskCounts, type SiteDay, waitingInAll } from './desk-day.ts'

/** Tells who has a desk how much waits on it, and where to look: nothing in it tells of whom, or what was measured. */
export function deskDayLetter(
  language: 'en' | 'fr',
  days: readonly SiteDay[],
  ways: { readonly url: string; readonly stopUrl: string },
): Letter {
  const { title, lead, button, limits, often, stop, ...words } = deskMailWords(language)
  const subject = words.subject(days.reduce((sum, { counts }) => sum + waitingInAll(counts), 0))
  const lists = days.map(({ study, site, counts }) => ({
    heading: words.place(study, site),
    lines: deskCounts.flatMap((name) =>
      counts[name] > 0 ? [words.counts[name](counts[name])] : [],
    ),
  }))
  return listsLetter(language, { subject, title, lead, lists, button, limits, often, stop }, ways)
}
