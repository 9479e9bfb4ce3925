import { alertWords } from '../../words/mail.ts'
import { oneButton } from '../mail/letters/one-button.ts'
import type { Letter } from '../mail/outbox/letter.ts'

/** The link by which somebody signs in. */
export function signInLetter(language: 'en' | 'fr', url: string): Letter {
  return oneButton(language, alertWords(language).signIn, url)
}
