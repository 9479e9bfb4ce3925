import type { safetyMailEn } from '../en/safety-mail.ts'

/** Every word that a mail about a clock of safety may say. A word missing in one language does not compile. */
export type SafetyMailWords = typeof safetyMailEn
