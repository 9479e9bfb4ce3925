import { watchesEn } from './en/watches.ts'
import { watchesFr } from './fr/watches.ts'
import type { Language } from './language/language.ts'
import type { WatchWords } from './shape/watches-shape.ts'

/** The words of mail that programs asked for, and of its pages, in one language. */
export function watchWords(language: Language): WatchWords {
  return language === 'fr' ? watchesFr : watchesEn
}
