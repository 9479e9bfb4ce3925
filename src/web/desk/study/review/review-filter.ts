import type { RunSite } from '../../../../study/conduct/model/run.ts'
import { html, type Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { selectField } from '../../../shell/parts/field.ts'
import type { RunView } from '../parts/study-view.ts'

/** Which of a study's rows are shown: by site, and by one other thing. */
export function reviewFilter(
  { page }: RunView,
  path: string,
  {
    sites,
    site,
    show,
  }: {
    readonly sites: readonly RunSite[]
    readonly site: string
    readonly show?: {
      readonly label: string
      readonly value: string
      readonly choices: readonly { readonly value: string; readonly label: string }[]
    }
  },
): Markup {
  const words = page.words.review
  return html`
    <form class="acts no-print" method="get" action="${link(page, path)}">
      ${selectField({
        name: 'site',
        label: words.site,
        value: site,
        choices: [
          { value: '', label: words.allSites },
          ...sites.map((one) => ({ value: one.site, label: `${one.number} ${one.name}` })),
        ],
      })}
      ${show && selectField({ name: 'show', ...show })}
      <p><button class="button button-second" type="submit">${words.filterButton}</button></p>
    </form>
  `
}
