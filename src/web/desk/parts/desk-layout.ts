import type { Actor } from '../../../people/accounts/model/actor.ts'
import { reach, studyReach } from '../../../people/accounts/model/can.ts'
import type { DeskCounts } from '../../../people/enquiries/desk/counts.ts'
import { type DeskTab, deskTabs } from '../../../people/enquiries/desk/tabs.ts'
import { homePathOf } from '../../account/parts/ways.ts'
import type { App } from '../../shell/app.ts'
import type { Sheet } from '../../shell/assets/sheets.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { brandLink, languageSwitch } from '../../shell/parts/page-header.ts'
import { saidNumber } from '../../../words/said-number.ts'
import { paths } from '../../shell/paths.ts'
import { shortSiteName, knownSiteLabel } from './study-name.ts'

/** Whose desk a page is of. */
export interface DeskView {
  readonly page: Page
  readonly app: App
  readonly actor: Actor
}

/** A part of the desk, or one of the pages beside it. */
export type DeskPart = DeskTab | 'figures' | 'listing' | 'templates' | 'people'

/** The parts of a page of the desk. */
export interface DeskParts {
  readonly title: string
  readonly main: Markup
  readonly islands?: readonly string[]
  /** What the page loads beside the sheet of the desk. */
  readonly sheets?: readonly Sheet[]
  /** Somebody on this page was made up, and the page says so. */
  readonly isMadeUp?: boolean
}

/** A page of the desk: whose it is stands at its top, and no search engine or cache keeps it. */
export function deskLayout(view: DeskView, parts: DeskParts): Markup {
  return layout(view.page, {
    sheets: ['queue', ...(parts.sheets ?? [])],
    title: parts.title,
    isPrivate: true,
    header: deskHeader(view, parts.isMadeUp === true),
    main: parts.main,
    ...(parts.islands && { islands: parts.islands }),
  })
}

function deskHeader(view: DeskView, isMadeUp: boolean): Markup {
  const { page, actor } = view
  const words = page.words.desk
  return html`
    <header class="top top-desk">
      ${
        isMadeUp &&
        !page.isDemonstration &&
        html`
          <p class="made-up">${words.madeUp}</p>
        `
      }
      <div class="top-row">
        ${brandLink(page)}
        <a class="small desk-of" href="${link(page, homePathOf(actor))}">${deskOf(view)}</a>
        ${languageSwitch(page)}
        <a class="small who" href="${link(page, paths.account())}">${actor.name}</a>
        <form method="post" action="${link(page, paths.signOut())}">
          <button class="as-link small" type="submit">${words.signOut}</button>
        </form>
      </div>
    </header>
  `
}

/** The name of the one site, or how many there are. */
function deskOf({ page, app, actor }: DeskView): string {
  const words = page.words.desk
  const [place, ...others] = reach(actor)
  if (!place) return studyReach(actor)[0]?.study ?? words.name
  if (others.length > 0) return words.desk(words.several(others.length + 1))
  if (place.site === null) return words.desk(place.study)
  const label = knownSiteLabel(app, { study: place.study, site: place.site })
  return words.desk(label ? shortSiteName(label) : place.study)
}

/** The ways between the parts of a desk, each with how many stand there where that is known. */
export function deskTabsNav(
  { page }: DeskView,
  here: DeskPart | undefined,
  counts?: DeskCounts,
): Markup {
  const words = page.words.desk
  const others = [
    ['figures', paths.deskFigures()],
    ['listing', paths.deskListing()],
    ['templates', paths.deskTemplates()],
    ['people', paths.deskPeople()],
  ] as const
  return html`
    <nav aria-label="${words.nav}">
      <ul class="desk-tabs">
        ${deskTabs.map((tab) =>
          tabLink(
            link(page, paths.desk(), { tab: tab === 'answer' ? undefined : tab }),
            words.tabs[tab],
            here === tab,
            counts?.tabs[tab],
            page,
          ),
        )}
        ${others.map(([name, path]) => tabLink(link(page, path), words.tabs[name], here === name))}
      </ul>
    </nav>
  `
}

function tabLink(href: string, text: string, isHere: boolean, count?: number, page?: Page): Markup {
  const number =
    count !== undefined &&
    page &&
    html`
      <span class="${isHere ? 'count' : 'num soft'}">${saidNumber(page.language, count)}</span>
    `
  return isHere
    ? html`
        <li><a href="${href}" aria-current="page">${text} ${number}</a></li>
      `
    : html`
        <li><a href="${href}">${text} ${number}</a></li>
      `
}
