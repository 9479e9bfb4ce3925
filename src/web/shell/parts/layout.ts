import { assetUrl, bundleUrl, iconUrl, importMap } from '../assets/assets.ts'
import type { Sheet } from '../assets/sheets.ts'
import { html, type Markup } from '../markup.ts'
import { type Page, link, linkIn } from '../page.ts'
import { mailtoOf } from './mailto.ts'
import { pageFooter } from './page-footer.ts'
import { pageHeader } from './page-header.ts'
import { paths } from '../paths.ts'

/** The parts of a document. */
export interface Layout {
  /** Without the name of the site. */
  readonly title: string
  readonly description?: string
  readonly main: Markup
  /** What stands at the top of a page of people who are signed in, in the place of the site's own menu. */
  readonly header?: Markup
  /** More elements for the head: structured data, a robots line, links to twins. */
  readonly head?: Markup
  /** What this page loads beside the sheet of every page. */
  readonly sheets?: readonly Sheet[]
  /** Names of custom elements to start: `search-box` is `web/browser/search-box.ts`. */
  readonly islands?: readonly string[]
  /** A second way past the header, to what the page is for. */
  readonly skipTo?: { readonly href: string; readonly text: string }
  /** Shows a line with "print" and "send by e-mail" above the footer. */
  readonly printable?: boolean
  /** For pages behind a personal link: found by no search engine, and their address is said nowhere. */
  readonly isPrivate?: boolean
  /** The query that belongs to the page's own address; what came is used when it is left out. */
  readonly canonicalQuery?: URLSearchParams
}

/** A whole document in the reader's language. */
export function layout(page: Page, parts: Layout): Markup {
  return html`
    <!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${parts.title} – ${page.words.common.siteName}</title>
        ${
          parts.description &&
          html`
            <meta name="description" content="${parts.description}" />
          `
        }
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="${assetUrl('site.css')}" />
        ${parts.sheets?.map(sheetLink)}
        <link rel="icon" href="${iconUrl}" type="image/svg+xml" />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title="${page.words.common.siteName}"
          href="${link(page, paths.openSearch())}"
        />
        ${parts.isPrivate ? noIndex() : addresses(page, parts)}
        ${!parts.isPrivate && shown(page, parts)} ${parts.head} ${scripts(parts)}
      </head>
      <body>
        <a class="skip" href="#main">${page.words.frame.skip}</a>
        ${
          parts.skipTo &&
          html`
            <a class="skip" href="${parts.skipTo.href}">${parts.skipTo.text}</a>
          `
        }
        ${page.isDemonstration && demonstration(page)} ${parts.header ?? pageHeader(page)}
        <main id="main" tabindex="-1">${parts.main}</main>
        ${parts.printable && printBar(page, parts.title)} ${pageFooter(page)}
      </body>
    </html>
  `
}

/** Said before all else, so that nobody takes somebody made up for a person. */
function demonstration({ words }: Page): Markup {
  return html`
    <aside class="demonstration" aria-label="${words.frame.demonstration}">
      <p>${words.frame.demonstration}</p>
    </aside>
  `
}

/** Where this page lives, and its other language. */
function addresses(page: Page, parts: Layout): Markup {
  const query = parts.canonicalQuery ?? new URLSearchParams(page.query)
  const english = page.baseUrl + linkIn('en', page.path, query)
  const french = page.baseUrl + linkIn('fr', page.path, query)
  const neutral = page.path === '/' ? `${page.baseUrl}/` : english
  return html`
    <link rel="canonical" href="${page.language === 'fr' ? french : english}" />
    <link rel="alternate" hreflang="en" href="${english}" />
    <link rel="alternate" hreflang="fr" href="${french}" />
    <link rel="alternate" hreflang="x-default" href="${neutral}" />
  `
}

/** What other programs show of a page whose address is sent to somebody (Open Graph); its picture is a file of ours. */
function shown(page: Page, parts: Layout): Markup {
  const { siteName } = page.words.common
  return html`
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${siteName}" />
    <meta property="og:title" content="${parts.title}" />
    <meta property="og:description" content="${parts.description ?? page.words.home.description}" />
    <meta property="og:locale" content="${page.language === 'fr' ? 'fr_FR' : 'en_GB'}" />
    <meta property="og:image" content="${page.baseUrl}${assetUrl('card.png')}" />
    <meta property="og:image:alt" content="${siteName}" />
  `
}

function noIndex(): Markup {
  return html`
    <meta name="robots" content="noindex, nofollow" />
  `
}

function sheetLink(name: Sheet): Markup {
  return html`
    <link rel="stylesheet" href="${assetUrl(`${name}.css`)}" />
  `
}

/** One file for all islands of the page; where a list may be kept on the device, the line at the top shows it. */
function scripts({ islands = [], isPrivate }: Layout): Markup {
  const all = isPrivate ? islands : [...islands, 'kept-here']
  if (all.length === 0) return html``
  return html`
    ${islands.length > 0 && importMap()}
    <script type="module" src="${bundleUrl(all)}"></script>
  `
}

/** A way to take the page along. Printing is the browser's own; the address never changes. */
function printBar(page: Page, title: string): Markup {
  const words = page.words.common
  const address = page.baseUrl + link(page, page.path, new URLSearchParams(page.query))
  return html`
    <aside class="print-bar" aria-label="${words.share}">
      <print-button label="${words.print}"></print-button>
      <a href="${mailtoOf(title, address)}">${words.sendByMail}</a>
      <span>${words.shareHint}</span>
      <p class="print-only">${address}</p>
    </aside>
  `
}
