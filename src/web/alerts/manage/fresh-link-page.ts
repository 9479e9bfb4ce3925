import { stopLink } from '../../../people/alerts/model/links.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { paths } from '../../shell/paths.ts'

/** A link too old for anything, or for all that is kept in one file. */
export interface OldLink {
  readonly personId: string
  readonly sent: string
  readonly tooOldFor: 'everything' | 'data'
}

/** The link is too old: a fresh one goes to the address it belongs to, to nobody else. */
export function freshLinkPage(
  page: Page,
  { people }: App,
  { personId, sent, tooOldFor }: OldLink,
): Markup {
  const words = page.words.alerts.freshLink
  const { title, text } = words[tooOldFor]
  const stop = stopLink(people.records.keys, personId)
  return layout(page, {
    sheets: ['alerts'],
    title,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${title}</h1>
        <p>${text}</p>
        <form method="post" action="${link(page, paths.alertsLost())}">
          <input type="hidden" name="link" value="${sent}" />
          <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
        </form>
        ${
          tooOldFor === 'data' &&
          html`
            <p><a href="${link(page, paths.alertsOf(sent))}">${words.back}</a></p>
          `
        }
        <p><a href="${link(page, paths.alertsStop(stop))}">${words.stop}</a></p>
      </div>
    `,
  })
}
