import { oneButton } from '../../../people/mail/letters/one-button.ts'
import type { Letter } from '../../../people/mail/outbox/letter.ts'
import { spokenUntil } from '../../../words/dates.ts'
import { safetyMailWords } from '../../../words/safety-mail.ts'
import type { ReminderStep } from '../derived/plan-reminders.ts'

/** All that a letter about a clock of safety may say: nothing in it tells of whom it is, or what happened. */
export interface SafetyLetterFacts {
  readonly study: string
  readonly site: string
  readonly step: ReminderStep
  /** The last moment that is in time. */
  readonly by: Date
  /** By whose clocks that is said, IANA's name. */
  readonly timeZone: string
  readonly url: string
}

/** Reminds somebody of a deadline of safety that is theirs to keep. */
export function safetyLetter(
  language: 'en' | 'fr',
  { study, site, step, by, timeZone, url }: SafetyLetterFacts,
): Letter {
  const { title, subjects, texts, button, limits } = safetyMailWords(language)
  const until = `${spokenUntil(language, by, timeZone)} (${timeZone})`
  const said = {
    title,
    button,
    limits,
    subject: subjects[step](study),
    text: texts[step](site, until),
  }
  return oneButton(language, said, url)
}
