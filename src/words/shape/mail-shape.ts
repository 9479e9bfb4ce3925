import type { mailEn } from '../en/mail.ts'

/** Every word a mail may say. A word missing in one language does not compile. */
export type AlertWords = typeof mailEn
