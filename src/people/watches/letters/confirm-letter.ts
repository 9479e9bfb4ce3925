import { oneButton } from '../../mail/letters/one-button.ts'
import type { Letter } from '../../mail/outbox/letter.ts'
import { watchWords } from '../../../words/watches.ts'

/** Asks the owner of an address whether they want what a program asked for. It does not say what: it may be a stranger. */
export function watchConfirmLetter(language: 'en' | 'fr', url: string): Letter {
  return oneButton(language, watchWords(language).confirm, url)
}
