import { en } from './en/en.ts'
import { fr } from './fr/fr.ts'
import type { Language } from './language/language.ts'
import type { Words } from './shape/shape.ts'

export function wordsOf(language: Language): Words {
  return language === 'fr' ? fr : en
}
