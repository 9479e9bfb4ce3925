import { oneButton } from '../../mail/letters/one-button.ts'
import type { Letter } from '../../mail/outbox/letter.ts'
import { type LetterFacts, wordsFor } from './letter-facts.ts'

/**
 * Introduces a seeker to the contact that the registry names for a site: why they get it, the way to claim the listing, and
 * to whom to say that no more is wanted (an address, or the name of this site). The operator then suppresses the address.
 */
export function introductionLetter(
  facts: LetterFacts,
  stop: { readonly mail: string } | { readonly origin: string },
): Letter {
  const { say, number, site } = wordsFor(facts)
  const { subject, title, text, button, limits, operator } = say.introduction
  const contact = 'mail' in stop ? stop.mail : operator(stop.origin)
  const said = {
    subject: subject(number),
    title,
    text: text(site, number),
    button,
    limits: limits(contact),
  }
  return oneButton(facts.language, said, facts.url)
}
