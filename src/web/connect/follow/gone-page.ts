import { messagePage } from '../../shell/parts/message-page.ts'
import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'

/** Taken back and erased. */
export function goneEnquiryPage(page: Page): Markup {
  const { status, confirm } = page.words.enquiry
  return messagePage(page, {
    title: status.gone,
    text: status.goneText,
    ways: [
      { path: paths.search(), text: confirm.search },
      { path: paths.home(), text: confirm.home },
    ],
  })
}
