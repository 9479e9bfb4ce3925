import type { Language } from '../../../words/language/language.ts'
import { reportWords } from '../../../words/report.ts'
import type { ReportWords } from '../../../words/shape/report-shape.ts'
import type { Wording } from '../../protocol/document/node.ts'

/** Words of the product in both languages, as a document writes its own. */
export function both(pick: (words: ReportWords) => string): Wording {
  return { en: pick(reportWords('en')), fr: pick(reportWords('fr')) }
}

/** Words of a document in one language, English where there is no French. */
export function told(words: Wording, language: Language): string {
  return language === 'fr' ? (words.fr ?? words.en) : words.en
}

/** The same text in both languages: an id, a code. */
export function same(text: string): Wording {
  return { en: text }
}

/** One sentence of several pieces, some from a document and some from the product. */
export function joined(
  make: (words: ReportWords, told: (words: Wording) => string) => string,
): Wording {
  return {
    en: make(reportWords('en'), (words) => told(words, 'en')),
    fr: make(reportWords('fr'), (words) => told(words, 'fr')),
  }
}
