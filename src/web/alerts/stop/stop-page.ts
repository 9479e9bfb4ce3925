import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import type { Stopped } from '../../../people/alerts/stop.ts'
import { paths } from '../../shell/paths.ts'

/** One button, which changes nothing before it is pressed. */
export function stopPage(page: Page): Markup {
  const words = page.words.alerts.stop
  return layout(page, {
    sheets: ['alerts'],
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        <p>${words.lead}</p>
        <ul>
          ${words.what.map(
            (line) => html`
              <li>${line}</li>
            `,
          )}
        </ul>
        <p>${words.kept}</p>
        <form method="post" action="${link(page, page.path)}">
          <input type="hidden" name="List-Unsubscribe" value="One-Click" />
          <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
        </form>
      </div>
    `,
  })
}

/** It is done, now or before. */
export function stoppedPage(page: Page, stopped: Stopped): Markup {
  const words = page.words.alerts.stop
  return layout(page, {
    sheets: ['alerts'],
    title: words.doneTitle,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${words.doneTitle}</h1>
        <p class="lead">${stopped === 'ended' ? words.endedText : words.doneText}</p>
        <p>${words.kept}</p>
        <p>
          ${words.again}
          <a href="${link(page, paths.alerts())}">${words.againLink}</a>
        </p>
      </div>
    `,
  })
}
