import { mailEn } from './en/mail.ts'
import { mailFr } from './fr/mail.ts'
import type { AlertWords } from './shape/mail-shape.ts'

/** The words of mails in one language. */
export function alertWords(language: 'en' | 'fr'): AlertWords {
  return language === 'fr' ? mailFr : mailEn
}

/** "50 km", rounded, and at least 1. */
export function spokenKm(language: 'en' | 'fr', km: number): string {
  const step = km < 100 ? 1 : 10
  return kilometres[language].format(Math.max(1, Math.round(km / step) * step))
}

/** An age of so many days in the largest unit that fits: "8 months", "2 ans". */
export function ageInLargestUnit(language: 'en' | 'fr', days: number): string {
  const [unit, length] = days >= 2 * year ? yearUnit : days >= 2 * month ? monthUnit : dayUnit
  return units[language][unit].format(Math.floor(days / length))
}

const year = 365.25
const month = year / 12
const yearUnit = ['year', year] as const
const monthUnit = ['month', month] as const
const dayUnit = ['day', 1] as const

const locales = { en: 'en-GB', fr: 'fr-FR' } as const
const kilometres = {
  en: unitFormat('en', 'kilometer', 'short'),
  fr: unitFormat('fr', 'kilometer', 'short'),
}
const units = { en: ageFormats('en'), fr: ageFormats('fr') }

function ageFormats(language: 'en' | 'fr') {
  return {
    year: unitFormat(language, 'year', 'long'),
    month: unitFormat(language, 'month', 'long'),
    day: unitFormat(language, 'day', 'long'),
  }
}

function unitFormat(language: 'en' | 'fr', unit: string, unitDisplay: 'short' | 'long') {
  return new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay })
}
