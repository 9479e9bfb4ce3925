import { claimLetterWords } from '../../../words/claim-letters.ts'
import { oneButton } from '../../mail/letters/one-button.ts'
import type { Letter } from '../../mail/outbox/letter.ts'

/** Asks the mailbox that the registry names whether its owner claims a listing; opening the page does nothing yet. */
export function claimLetter(language: 'en' | 'fr', label: string, url: string): Letter {
  return oneButton(language, claimLetterWords(language).claim(label), url)
}

/** What became of a claim that an operator decided. */
export function decidedLetter(
  language: 'en' | 'fr',
  {
    decision,
    label,
  }: { readonly decision: 'granted' | 'refused' | 'undone'; readonly label: string },
  url: string,
): Letter {
  return oneButton(language, claimLetterWords(language)[decision](label), url)
}
