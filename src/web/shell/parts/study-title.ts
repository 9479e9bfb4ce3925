import { remembering } from '../../../base/lru.ts'
import type { TitledStudy } from '../../../finder/vocabulary/titled-study.ts'
import { everydayTitle } from '../../../finder/vocabulary/title-parts.ts'
import { line, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'

/** A study's title as a page shows it. */
export interface ShownTitle {
  readonly text: string
  readonly lang: 'en' | 'fr'
  /** False where it is the registry's own title, in English. */
  readonly isPlain: boolean
}

/**
 * "Breast cancer: gedatolisib and fulvestrant" in the page's language (rule `everyday-title@1`); the registry's title
 * where no good one can be made of the record's fields.
 */
export function studyTitle(page: Page, study: TitledStudy): ShownTitle {
  const plain = remembered({ page, study })
  return plain === undefined
    ? { text: study.briefTitle, lang: 'en', isPlain: false }
    : { text: plain, lang: page.language, isPlain: true }
}

/** The title to be put into a page, the registry's marked as English. */
export function titleMarkup({ text, lang, isPlain }: ShownTitle): Markup {
  return isPlain ? line`${text}` : line`<bdi lang="${lang}">${text}</bdi>`
}

interface Asked {
  readonly page: Page
  readonly study: TitledStudy
}

/** Lists show the same studies again and again. */
const remembered = remembering<Asked, string | undefined>(
  5_000,
  ({ page, study: { briefTitle, conditions, treatments, studyType, purpose } }) =>
    JSON.stringify([
      page.language,
      briefTitle,
      conditions,
      treatments.map(({ name, otherNames }) => [name, otherNames]),
      studyType,
      purpose,
    ]),
  ({ page, study }) =>
    everydayTitle(page.vocabulary, study, page.language, page.words.common.title),
)
