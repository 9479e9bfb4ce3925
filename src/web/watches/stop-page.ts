import { watchWords } from '../../words/watches.ts'
import { html, type Markup } from '../shell/markup.ts'
import { link, type Page } from '../shell/page.ts'
import { layout } from '../shell/parts/layout.ts'

/** One button, which changes nothing before it is pressed. */
export function stopWatchPage(page: Page): Markup {
  const words = watchWords(page.language).stopPage
  return layout(page, {
    title: words.title,
    isPrivate: true,
    main: html`
      <div class="prose">
        <h1>${words.title}</h1>
        <p>${words.text}</p>
        <form method="post" action="${link(page, page.path)}">
          <input type="hidden" name="List-Unsubscribe" value="One-Click" />
          <p class="button-row"><button class="button" type="submit">${words.button}</button></p>
        </form>
      </div>
    `,
  })
}
