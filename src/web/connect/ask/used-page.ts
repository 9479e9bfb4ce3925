import type { Markup } from '../../shell/markup.ts'
import { messagePage } from '../../shell/parts/message-page.ts'
import { paths } from '../../shell/paths.ts'
import { type ConnectSite, connectPaths } from './connect-view.ts'

/** The same form came twice, with something else in it: the first counts, its address can be put right, or a new one opened. */
export function usedBeforePage(open: ConnectSite, form: string): Markup {
  const { page } = open.view
  const { title, text, right, again } = page.words.connect.used
  return messagePage(page, {
    title,
    text,
    ways: [
      { path: paths.enquirySentForm(form), text: right },
      { href: connectPaths(open).site(open.chosen.id), text: again },
    ],
  })
}
