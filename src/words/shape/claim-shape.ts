import type { claimsEn } from '../en/claims.ts'
import type { Widen } from './shape.ts'

/** Every word a mail about who has a listing may say. */
export type ClaimLetterWords = Widen<typeof claimsEn.letters>
