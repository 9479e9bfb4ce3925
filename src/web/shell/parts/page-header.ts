import { askedOf } from '../../../finder/question/asked.ts'
import { html, type Markup } from '../markup.ts'
import { type Page, type QueryValues, linkIn } from '../page.ts'
import { paths } from '../paths.ts'
import { keptIn, keptLink } from './kept.ts'
import { listLink } from './my-list.ts'

/** The name, the reader's own list, the same page in the other language, and the ways in. */
export function pageHeader(page: Page): Markup {
  const words = page.words.frame
  return html`
    <header class="top">
      <div class="top-row">
        ${brandLink(page)} ${myList(page)} ${languageSwitch(page)}
        <details class="menu">
          <summary>${words.menu}</summary>
          <nav aria-label="${words.mainMenu}">
            <ul>
              ${menuItem(page, paths.search(), words.search, { status: 'open' })}
              ${menuItem(page, paths.categories(), words.byIllness)}
              ${menuItem(page, paths.match(), words.forDoctors, placeAlong(page))}
              ${menuItem(page, paths.guides(), words.guides)}
              <li class="in-menu"><a href="${listLink(page, keptIn(page))}">${words.myList}</a></li>
            </ul>
          </nav>
        </details>
      </div>
    </header>
  `
}

/** The sign and the name of the site, which lead home. */
export function brandLink(page: Page): Markup {
  return html`
    <a class="brand" href="${keptLink(page, paths.home())}">
      ${mark()}
      <span>${page.words.common.siteName}</span>
    </a>
  `
}

/** The place of a search goes along; what was searched for is in the doctor's note. */
function placeAlong(page: Page): QueryValues {
  const near = new URLSearchParams(page.query).get('near')
  return near ? { near } : {}
}

function menuItem(page: Page, path: string, text: string, query: QueryValues = {}): Markup {
  const here = page.path === path
  const address = keptLink(page, path, query)
  return html`
    <li>
      ${
        here
          ? html`
              <a href="${address}" aria-current="page">${text}</a>
            `
          : html`
              <a href="${address}">${text}</a>
            `
      }
    </li>
  `
}

/** What the address carries of kept studies; on a phone it stands in the line only when there are some. */
function myList(page: Page): Markup {
  const words = page.words.frame
  const kept = keptIn(page)
  const query = new URLSearchParams(page.query)
  const href = listLink(page, kept, kept.length > 0 ? { asked: askedOf(query) } : undefined)
  if (kept.length === 0)
    return html`
      <a class="mine mine-empty" href="${href}">${words.myList}</a>
    `
  return html`
    <a class="mine" href="${href}">
      ${ribbon()}
      <span class="long">${words.myList}</span>
      <span class="count" aria-hidden="true">${kept.length}</span>
      <span class="unseen">, ${words.kept(kept.length)}</span>
    </a>
  `
}

/** The same page in the other language. */
export function languageSwitch(page: Page): Markup {
  const other = page.language === 'fr' ? 'en' : 'fr'
  const address = linkIn(other, page.path, new URLSearchParams(page.query))
  const words = page.words.frame
  return html`
    <a class="tongue" href="${address}" hreflang="${other}" lang="${other}" rel="alternate">
      <span class="long">${words.otherLanguage}</span>
      <span class="short" aria-hidden="true">${words.otherLanguageShort}</span>
    </a>
  `
}

/** Our sign: a way that passes three stops. */
function mark(): Markup {
  return html`
    <svg class="mark" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
      <path d="M5 25C11 25 10 9 16 9s5 9 11 2" fill="none" stroke="currentColor" stroke-width="3" />
      <circle cx="5" cy="25" r="3" fill="currentColor" />
      <circle cx="16" cy="9" r="3" fill="currentColor" />
      <circle class="mark-end" cx="27" cy="11" r="4" />
    </svg>
  `
}

function ribbon(): Markup {
  return html`
    <svg viewBox="0 0 16 20" width="15" height="19" aria-hidden="true">
      <path d="M2 1h12v18l-6-4.5-6 4.5Z" />
    </svg>
  `
}
