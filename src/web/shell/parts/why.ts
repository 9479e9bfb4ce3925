import type { Why } from '../../../finder/catalogue/model/query.ts'
import { fold } from '../../../finder/vocabulary/fold.ts'
import { shownName } from '../../../finder/vocabulary/shown-names.ts'
import type { Page } from '../page.ts'
import { diseaseName } from './disease-name.ts'

/** Why a study was found, in words; at most three reasons, each said once. */
export function whyTexts(page: Page, reasons: readonly Why[]): readonly string[] {
  const telling = reasons.filter((reason) => !isPlain(page, reason))
  return [...new Set(telling.map((reason) => whyText(page, reason)))].slice(0, 3)
}

/** Nobody needs to be told that breast cancer is another name for breast cancer. */
function isPlain({ language }: Page, reason: Why): boolean {
  return (
    reason.kind === 'synonym' &&
    [reason.term, shownName(reason.term, language)].some(
      (name) => fold(name) === fold(reason.words),
    )
  )
}

function whyText(page: Page, reason: Why): string {
  const words = page.words.search.why
  switch (reason.kind) {
    case 'field':
      return words.field(reason.words, words.fields[reason.field])
    case 'synonym':
      return words.synonym(reason.words, diseaseName(page, reason.term, reason.words))
    case 'narrower':
      return words[reason.isKind ? 'narrower' : 'listedUnder'](
        reason.words,
        diseaseName(page, reason.narrower),
        diseaseName(page, reason.term, reason.words),
      )
    case 'drug':
      return words.drug(reason.words, reason.name, words.fields[reason.field])
    case 'eligibility':
      return words.eligibility(reason.words)
    case 'id':
      return words.id(reason.words)
  }
}
