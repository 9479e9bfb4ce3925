import { oneButton } from '../../mail/letters/one-button.ts'
import type { Letter } from '../../mail/outbox/letter.ts'
import { alertWords } from '../../../words/mail.ts'

/** Asks the owner of an address whether they want what was asked. It does not say what: it may be a stranger. */
export function confirmLetter(language: 'en' | 'fr', url: string): Letter {
  return oneButton(language, alertWords(language).confirm, url)
}

/** The way to a person's alerts. */
export function manageLetter(language: 'en' | 'fr', url: string): Letter {
  return oneButton(language, alertWords(language).manage, url)
}
