import { commonEn } from './en/common.ts'
import { mailEn } from './en/mail.ts'
import { commonFr } from './fr/common.ts'
import { mailFr } from './fr/mail.ts'
import type { Language } from './language/language.ts'
import type { AlertWords } from './shape/mail-shape.ts'

/** The words of mails in one language. */
export function alertWords(language: Language): AlertWords {
  return language === 'fr' ? mailFr : mailEn
}

/** An age of so many days in the largest unit that fits, in the words of the pages: "8 months", "2 ans". */
export function ageInLargestUnit(language: Language, days: number): string {
  const units = ageUnits[language]
  if (days >= 2 * year) return units.Year(Math.floor(days / year))
  if (days >= 2 * month) return units.Month(Math.floor(days / month))
  return units.Day(days)
}

/** In days. */
const year = 365.25
const month = year / 12
const ageUnits = { en: commonEn.ageUnits, fr: commonFr.ageUnits }
