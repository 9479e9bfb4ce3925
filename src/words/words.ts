import { en } from './en/en.ts'
import { fr } from './fr/fr.ts'
import type { Language } from './language/language.ts'
import type { Words } from './shape/shape.ts'

/** All words of the pages in one language. */
export function wordsOf(language: Language): Words {
  return language === 'fr' ? fr : en
}
