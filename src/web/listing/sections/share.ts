import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { mailtoOf } from '../../shell/parts/mailto.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { paths } from '../../shell/paths.ts'
import type { StudyPageView } from '../parts/page-view.ts'

/** Print, the address to copy or to send, the page as data, and where the data comes from. */
export function share(view: StudyPageView): Markup {
  const { page, words, stored, nctId, everyday } = view
  const address = page.baseUrl + link(page, paths.study(nctId))
  return html`
    <div class="acts">
      <print-button label="${page.words.common.print}"></print-button>
      <a href="${mailtoOf(everyday.text, address)}">${page.words.common.sendByMail}</a>
      <a href="${link(page, paths.studyJson(nctId))}" type="application/json">
        ${words.share.json}
      </a>
    </div>
    <copy-link data-copy="${words.share.copy}" data-copied="${words.share.copied}">
      <label for="share-link">${words.share.label}</label>
      <input id="share-link" type="text" readonly value="${address}" />
    </copy-link>
    <p class="small soft">
      ${stored.processed ? fill(words.share.processed, { date: dateText(page, stored.processed) }) : ''}
      ${fill(words.share.imported, { date: dateText(page, stored.imported) })}
    </p>
  `
}
