import { reportEn } from './en/report.ts'
import { reportFr } from './fr/report.ts'
import type { Language } from './language/language.ts'
import type { ReportWords } from './shape/report-shape.ts'

/** The words of a study's report in one language. */
export function reportWords(language: Language): ReportWords {
  return language === 'fr' ? reportFr : reportEn
}
