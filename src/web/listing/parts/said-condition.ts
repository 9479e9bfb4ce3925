import { saidDisease } from '../../../finder/vocabulary/title-parts.ts'
import type { Page } from '../../shell/page.ts'
import { lookup, own, type Slot } from '../../shell/parts/phrases.ts'

/** Conditions as a reader is told them, each name once: in their language where it is known, else marked as English. */
export function saidConditions(page: Page, conditions: readonly string[]): readonly Slot[] {
  const said = conditions.map((name) => saidCondition(page, name))
  return said
    .filter(({ text }, at) => at === said.findIndex((one) => one.text === text))
    .map(({ text, isSaid }) => (isSaid ? text : own(page, text)))
}

/** A condition, or the people it names, by an everyday name; else, not `isSaid`, as its team wrote it. */
function saidCondition(
  page: Page,
  condition: string,
): { readonly text: string; readonly isSaid: boolean } {
  const said =
    lookup(page.words.listing.short.whom, condition.trim().toLowerCase()) ??
    saidDisease(page.vocabulary, condition, page.language)
  return { text: said ?? condition, isSaid: said !== undefined }
}
