import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { fill } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { paths } from '../../shell/paths.ts'

/** The address to copy, the page as data, and where the data comes from. */
export function share(view: StudyView): Markup {
  const { page, words, stored, nctId } = view
  const address = page.baseUrl + link(page, paths.study(nctId))
  return html`
    <section class="study-share" aria-labelledby="share">
      <h2 id="share">${words.share.heading}</h2>
      <copy-link data-copy="${words.share.copy}" data-copied="${words.share.copied}">
        <label for="share-link">${words.share.label}</label>
        <input id="share-link" type="text" readonly value="${address}" />
      </copy-link>
      <p>
        <a href="${link(page, paths.studyJson(nctId))}" type="application/json">
          ${words.share.json}
        </a>
      </p>
      <p class="small">
        ${stored.processed ? fill(words.share.processed, { date: dateText(page, stored.processed) }) : ''}
        ${fill(words.share.imported, { date: dateText(page, stored.imported) })}
      </p>
    </section>
  `
}
