import type { Why } from '../../finder/catalogue/query.ts'
import type { Page } from '../page.ts'

/** Why a study was found, in words; at most three reasons, each said once. */
export function whyTexts(page: Page, reasons: readonly Why[]): readonly string[] {
  return [...new Set(reasons.map((reason) => whyText(page, reason)))].slice(0, 3)
}

function whyText(page: Page, reason: Why): string {
  const words = page.words.search.why
  switch (reason.kind) {
    case 'field':
      return words.field(reason.words, words.fields[reason.field])
    case 'synonym':
      return words.synonym(reason.words, reason.term)
    case 'narrower':
      return words.narrower(reason.words, reason.narrower, reason.term)
    case 'eligibility':
      return words.eligibility(reason.words)
    case 'id':
      return words.id(reason.words)
  }
}
