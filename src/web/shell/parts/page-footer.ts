import { html, type Markup } from '../markup.ts'
import { link, type Page } from '../page.ts'
import { spokenDate } from '../../../words/dates.ts'
import { paths } from '../paths.ts'

/** On every page: whose decision joining is, whose data this is, and what we do with data. */
export function pageFooter(page: Page): Markup {
  const words = page.words.frame
  return html`
    <footer class="foot">
      <div class="foot-row">
        <div>
          <h2>${words.team}</h2>
          <p>${words.doctor} ${page.words.common.notTheRegistry}</p>
        </div>
        <div>
          <h2>${words.who}</h2>
          ${operator(page)}
          <p class="soft">${records(page)} ${words.ours} ${words.credits}</p>
        </div>
        <nav aria-label="${words.aboutMenu}">
          <h2>${words.about}</h2>
          <ul class="plain">
            ${aboutLink(page, 'privacy', words.privacy)} ${aboutLink(page, 'who', words.legal)}
            ${aboutLink(page, 'accessibility', words.accessibility)}
            ${aboutLink(page, 'sources', words.creditsLink)}
            <li><a href="${link(page, paths.help())}">${words.help}</a></li>
            <li><a href="${link(page, paths.alerts())}">${words.alerts}</a></li>
            <li><a href="${link(page, paths.protocols())}">${words.protocols}</a></li>
            <li><a href="${link(page, paths.developers())}">${words.developers}</a></li>
            <li><a href="${link(page, paths.signIn())}">${words.signIn}</a></li>
          </ul>
        </nav>
      </div>
    </footer>
  `
}

function operator({ words: { frame }, operator: { name, address, mail } }: Page): Markup {
  return html`
    <p>
      ${name ? [name, address].filter(Boolean).join(', ').concat('.') : frame.notSaid}
      ${
        mail &&
        html`
          <a href="mailto:${mail}">${frame.write}</a>
        `
      }
    </p>
  `
}

function aboutLink(page: Page, part: string, text: string): Markup {
  return html`
    <li><a href="${link(page, paths.about())}#${part}">${text}</a></li>
  `
}

/** Whose records these are, with the days of processing, as the registry asks. */
function records(page: Page): string {
  const { processedFrom, processedTo } = page.summary
  const from = spokenDate(page.language, processedFrom)
  const to = spokenDate(page.language, processedTo)
  const words = page.words.frame
  return from === undefined || to === undefined
    ? words.recordsWithoutDates
    : words.records(from, to)
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
