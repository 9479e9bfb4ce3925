import { oneButton } from '../../mail/letters/one-button.ts'
import type { Letter } from '../../mail/outbox/letter.ts'
import { type LetterFacts, type PromisedMoment, spokenPromise, wordsFor } from './letter-facts.ts'

/** Tells somebody at a site that there is a new enquiry on their desk, and until when an answer was promised. */
export function toSiteLetter(facts: LetterFacts, by: PromisedMoment): Letter {
  const { say, number, site } = wordsFor(facts)
  const text = say.site.text(site, spokenPromise(facts.language, by))
  return siteLetter(facts, say.site.subject(number), text)
}

/** Tells them that the seeker added something. */
export function siteNewsLetter(facts: LetterFacts): Letter {
  const { say, number, site } = wordsFor(facts)
  return siteLetter(facts, say.news.subject(number), say.news.text(site))
}

/**
 * Reminds of an answer: `soon` half a working day before, `due` when it is, `manager` to who looks after the site, `again`
 * every week.
 */
export type ReminderKind = 'soon' | 'due' | 'manager' | 'again'

/** Reminds somebody of an answer that was promised. */
export function reminderLetter(facts: LetterFacts, kind: ReminderKind, by: PromisedMoment): Letter {
  const { say, number, site } = wordsFor(facts)
  const said = say[kind]
  return siteLetter(facts, said.subject(number), said.text(site, spokenPromise(facts.language, by)))
}

function siteLetter(facts: LetterFacts, subject: string, text: string): Letter {
  const { say, number } = wordsFor(facts)
  const title = say.site.title(number)
  const { button } = say.site
  const said = { subject, title, text, button, limits: say.site.limits(number) }
  return oneButton(facts.language, said, facts.url)
}
