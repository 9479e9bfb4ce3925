import type { Page } from '../../../shell/page.ts'

/**
 * The day that stands in a field where one was typed with the day first: as we read it where everybody writes so, which is to be
 * sent again; undefined where it is to be typed anew.
 */
export function dayReadAs(
  { language }: Pick<Page, 'language'>,
  { code, given }: { readonly code: string; readonly given?: string | undefined },
): string | undefined {
  return code === 'dayFirst' && language === 'fr' ? given : undefined
}
