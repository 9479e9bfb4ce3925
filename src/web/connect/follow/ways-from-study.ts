import { line, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import type { Followed } from './followed.ts'

/** Another way than the sites of this study: those like it, or where its record cannot be read a search. */
export function waysFromStudy({ page, view, title }: Followed): Markup {
  const { status, confirm } = page.words.enquiry
  return title
    ? line`<a href="${link(page, paths.studySimilar(view.study))}">${status.similar}</a>`
    : line`<a href="${link(page, paths.search())}">${confirm.search}</a>`
}
