import { safetyMailEn } from './en/safety-mail.ts'
import { safetyMailFr } from './fr/safety-mail.ts'
import type { Language } from './language/language.ts'
import type { SafetyMailWords } from './shape/safety-mail-shape.ts'

/** The words of mails about clocks of safety in one language. */
export function safetyMailWords(language: Language): SafetyMailWords {
  return language === 'fr' ? safetyMailFr : safetyMailEn
}
