import { claimsEn } from './en/claims.ts'
import { claimsFr } from './fr/claims.ts'
import type { Language } from './language/language.ts'
import type { ClaimLetterWords } from './shape/claim-shape.ts'

/** The words of mails about who has a listing, in one language. */
export function claimLetterWords(language: Language): ClaimLetterWords {
  return language === 'fr' ? claimsFr.letters : claimsEn.letters
}
