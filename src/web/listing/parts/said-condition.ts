import { saidDisease } from '../../../finder/vocabulary/title-parts.ts'
import type { Page } from '../../shell/page.ts'

/** A condition by its everyday name in the reader's language; else, not `isSaid`, as its team wrote it in English. */
export function saidCondition(
  page: Page,
  condition: string,
): { readonly text: string; readonly isSaid: boolean } {
  const said = saidDisease(page.vocabulary, condition, page.language)
  return { text: said ?? condition, isSaid: said !== undefined }
}
