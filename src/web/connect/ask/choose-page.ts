import { labelOf } from '../../../finder/places/label.ts'
import { siteLine } from '../../listing/parts/site-line.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { carriedQuery } from '../../shell/parts/carried.ts'
import { hiddenField, hiddenFields } from '../../shell/parts/field.ts'
import { layout } from '../../shell/parts/layout.ts'
import { placeBox } from '../../shell/parts/place-field.ts'
import { titleMarkup } from '../../shell/parts/study-title.ts'
import { spokenDistance } from '../../shell/parts/distance.ts'
import { said } from '../parts/said.ts'
import { type ChosenSite, siteNameOf } from '../parts/site-chosen.ts'
import { type ConnectView, connectPaths } from './connect-view.ts'

const mostShown = 100
/** So many stand open; on a phone these are three screens. */
const mostOpen = 10

/** Which site: the nearest first. `kept` is what was typed and answered so far, as fields that nobody sees. */
export function choosePage(
  asked: ConnectView,
  {
    kept,
    note,
  }: { readonly kept: Markup | undefined; readonly note: 'gone' | 'siteClosed' | undefined },
): Markup {
  const { view, sites } = asked
  const words = view.page.words.connect
  const { found } = placeOf(asked)
  return layout(view.page, {
    sheets: ['study', 'connect'],
    title: words.choose.title,
    isPrivate: true,
    islands: kept ? [] : ['place-box'],
    main: html`
      <div class="narrow flow">
        <a class="back" href="${connectPaths(asked).study}">
          <span aria-hidden="true">←</span>
          ${words.back}
        </a>
        <h1>${words.choose.title}</h1>
        <p class="soft">
          ${titleMarkup(view.everyday)}.
          <span class="num">${view.nctId}</span>
        </p>
        ${
          note &&
          html`
            <p class="note" data-tone="doubt" role="status">${words.choose[note]}</p>
          `
        }
        <p>
          ${words.choose.lead(sites.length)}
          ${found && said(words.choose.nearestFirst, { place: found })}
        </p>
        ${!kept && placeForm(asked)} ${siteForm(asked, kept)}
      </div>
    `,
  })
}

function placeOf({ view }: ConnectView): { readonly found?: string; readonly typed: string } {
  const { page, carried } = view
  const typed = (new URLSearchParams(page.query).get('near') ?? '').trim().slice(0, 100)
  const place = carried?.person.place
  return place?.kind === 'found' ? { found: labelOf(place.place, page.language), typed } : { typed }
}

/** To measure from somewhere, as long as nothing is typed that would be lost. */
function placeForm(asked: ConnectView): Markup {
  const { page, carried } = asked.view
  const words = page.words.connect.choose
  const { found, typed } = placeOf(asked)
  const isWide = carried?.person.place?.kind === 'wide'
  const error = typed !== '' && !found && !isWide ? words.unknownPlace : undefined
  return html`
    <form class="near-form" method="get" action="${link(page, page.path)}">
      ${hiddenFields(carriedQuery(carried), 'near')}
      ${asked.isAnyway && hiddenField('anyway', 'yes')}
      ${placeBox(page, words.place, found ?? typed, words.placeHint, error)}
      <button class="button button-quiet" type="submit">${words.find}</button>
    </form>
  `
}

/** One button a site: by GET where nothing is to be kept out of the address. */
function siteForm(asked: ConnectView, kept: Markup | undefined): Markup {
  const { sites } = asked
  const { page, carried } = asked.view
  const words = page.words.connect.choose
  const shown = sites.slice(0, mostShown)
  const [near, far] = [shown.slice(0, mostOpen), shown.slice(mostOpen)]
  const listOf = (some: typeof shown): Markup => html`
    <ul class="sites">
      ${some.map((one) => siteItem(asked, one))}
    </ul>
  `
  const list = html`
    ${listOf(near)}
    ${
      far.length > 0 &&
      html`
        <details class="fold">
          <summary>${words.more(far.length)}</summary>
          ${listOf(far)}
        </details>
      `
    }
    ${
      shown.length < sites.length &&
      html`
        <p class="small soft">${words.first(shown.length, sites.length)}</p>
      `
    }
  `
  if (kept)
    return html`
      <form method="post" action="${connectPaths(asked).choose}">${kept} ${list}</form>
    `
  return html`
    <form method="get" action="${link(page, page.path)}">
      ${hiddenFields(carriedQuery(carried))} ${asked.isAnyway && hiddenField('anyway', 'yes')}
      ${list}
    </form>
  `
}

function siteItem({ view }: ConnectView, { id, site }: ChosenSite): Markup {
  const { page } = view
  return html`
    <li>
      <p>${siteLine(page, site.location)}</p>
      ${
        site.km !== undefined &&
        html`
          <p class="far">${spokenDistance(page, site.km)}</p>
        `
      }
      <p>
        <button class="button button-quiet button-small" type="submit" name="site" value="${id}">
          ${page.words.connect.choose.write}
          <span class="unseen">(${siteNameOf(page, site.location)})</span>
        </button>
      </p>
    </li>
  `
}
