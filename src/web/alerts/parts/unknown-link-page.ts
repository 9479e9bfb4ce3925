import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { messagePage } from '../../shell/parts/message-page.ts'
import { paths } from '../../shell/paths.ts'

/** A link that was made up, cut off, or belongs to a person who is gone: all answered alike. */
export function unknownLinkPage(page: Page): Markup {
  const words = page.words.alerts.unknown
  return messagePage(page, { ...words, ways: [{ path: paths.alerts(), text: words.link }] })
}
