import { deskMailEn } from './en/desk-mail.ts'
import { deskMailFr } from './fr/desk-mail.ts'
import type { Language } from './language/language.ts'
import type { DeskMailWords } from './shape/desk-mail-shape.ts'

/** The words of the daily mail of a desk in one language. */
export function deskMailWords(language: Language): DeskMailWords {
  return language === 'fr' ? deskMailFr : deskMailEn
}
