import { saidDisease } from '../../../finder/vocabulary/title-parts.ts'
import type { Page } from '../../shell/page.ts'
import { lookup } from '../../shell/parts/phrases.ts'

/** A condition, or the people it names, by an everyday name in the reader's language; else, not `isSaid`, as its team wrote it in English. */
export function saidCondition(
  page: Page,
  condition: string,
): { readonly text: string; readonly isSaid: boolean } {
  const said =
    lookup(page.words.listing.short.whom, condition.trim().toLowerCase()) ??
    saidDisease(page.vocabulary, condition, page.language)
  return { text: said ?? condition, isSaid: said !== undefined }
}
