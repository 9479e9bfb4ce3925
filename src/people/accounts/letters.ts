import { alertWords } from '../../words/mail.ts'
import { oneButton } from '../mail/letters/one-button.ts'
import type { Letter } from '../mail/outbox/letter.ts'

/** Invites to a role; `from` is the name of who invites. Nothing says of which study: it may come to a wrong address. */
export function invitationLetter(language: 'en' | 'fr', from: string, url: string): Letter {
  const { text, ...words } = alertWords(language).invitation
  return oneButton(language, { ...words, text: text(from) }, url)
}

/** The link by which somebody signs in. */
export function signInLetter(language: 'en' | 'fr', url: string): Letter {
  return oneButton(language, alertWords(language).signIn, url)
}
