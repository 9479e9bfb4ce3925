import type { Language } from './language/language.ts'

/** A number as a language writes it: "1,300", "0.5". No digit that it has is rounded away. */
export function saidNumber(language: Language, number: number): string {
  // Made once, when first needed: a page writes some hundred numbers, and making one takes longer than using it.
  const format = (formats[language] ??= new Intl.NumberFormat(language, {
    maximumFractionDigits: 12,
  }))
  return format.format(number)
}

const formats: Partial<Record<Language, Intl.NumberFormat>> = {}
