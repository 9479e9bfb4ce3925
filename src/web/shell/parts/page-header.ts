import { html } from 'hono/html'
import type { Markup } from '../markup.ts'
import { type Page, link, linkIn } from '../page.ts'
import { paths } from '../paths.ts'

/** The name, the ways in, and the same page in the other language. */
export function pageHeader(page: Page): Markup {
  const words = page.words.common
  return html`
    <header class="page-header">
      <div class="page-header-row">
        <a class="page-header-name" href="${link(page, paths.home())}">
          ${mark()} ${words.siteName}
        </a>
        <nav aria-label="${words.mainMenu}">
          <ul>
            ${menuItem(page, paths.search(), words.searchLink)}
            ${menuItem(page, paths.categories(), words.categoriesLink)}
            ${menuItem(page, paths.help(), words.helpLink)}
          </ul>
        </nav>
        ${languageSwitch(page)}
      </div>
    </header>
  `
}

function menuItem(page: Page, path: string, text: string): Markup {
  const here = page.path === path
  return html`
    <li>
      ${
        here
          ? html`
              <a href="${link(page, path)}" aria-current="page">${text}</a>
            `
          : html`
              <a href="${link(page, path)}">${text}</a>
            `
      }
    </li>
  `
}

function languageSwitch(page: Page): Markup {
  const other = page.language === 'fr' ? 'en' : 'fr'
  const address = linkIn(other, page.path, new URLSearchParams(page.query))
  const words = page.words.common
  return html`
    <a
      class="page-header-language"
      href="${address}"
      hreflang="${other}"
      lang="${other}"
      rel="alternate"
    >
      <span aria-hidden="true">${words.otherLanguage}</span>
      <span class="unseen">${words.otherLanguageLabel}</span>
    </a>
  `
}

/** Our sign: a way that passes three stops. */
function mark(): Markup {
  return html`
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path d="M5 25C11 25 10 9 16 9s5 9 11 2" fill="none" stroke="currentColor" stroke-width="3" />
      <circle cx="5" cy="25" r="3.5" fill="currentColor" />
      <circle cx="16" cy="9" r="3.5" fill="currentColor" />
      <circle class="mark-end" cx="27" cy="11" r="4.5" />
    </svg>
  `
}
