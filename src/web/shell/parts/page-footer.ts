import { html } from 'hono/html'
import type { Markup } from '../markup.ts'
import { link, type Page } from '../page.ts'
import { spokenDate } from '../../../words/dates.ts'
import { paths } from '../paths.ts'

/** On every page: whose data this is, whose decision joining is, and what we do with data. */
export function pageFooter(page: Page): Markup {
  const words = page.words.common
  return html`
    <footer class="page-footer">
      <div class="page-footer-row">
        <p class="page-footer-lead">${words.onlyTheTeam}</p>
        <p>${attribution(page)} ${words.notTheRegistry}</p>
        <p>
          ${words.credits}
          <a href="${link(page, paths.about())}">${words.creditsLink}</a>
        </p>
        <nav aria-label="${words.footerMenu}">
          <ul>
            <li><a href="${link(page, paths.about())}">${words.aboutLink}</a></li>
            <li><a href="${link(page, paths.alerts())}">${page.words.alerts.link}</a></li>
            <li><a href="${link(page, paths.match())}">${page.words.match.link}</a></li>
            <li><a href="${link(page, paths.protocols())}">${page.words.protocol.link}</a></li>
            <li><a href="${link(page, paths.help())}">${words.helpLink}</a></li>
          </ul>
        </nav>
      </div>
    </footer>
  `
}

/** The registry asks that its name and the day of processing are shown beside its data. */
export function attribution(page: Page): string {
  const { processedFrom, processedTo } = page.summary
  const from = spokenDate(page.language, processedFrom)
  const to = spokenDate(page.language, processedTo)
  if (from === undefined || to === undefined) return page.words.common.attributionWithoutDates
  if (from === to) return page.words.common.attributionOneDay(from)
  return page.words.common.attribution(from, to)
}
