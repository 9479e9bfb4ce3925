import { labelOf } from '../../../finder/places/label.ts'
import { carriedQuery } from '../../shell/parts/carried.ts'
import { link } from '../../shell/page.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { hiddenFields } from '../../shell/parts/field.ts'
import { placeBox } from '../../shell/parts/place-field.ts'
import { fill, own } from '../../shell/parts/phrases.ts'
import { widePlaceText } from '../../shell/parts/said-question.ts'
import type { StudyPageView } from '../parts/page-view.ts'
import { siteLists } from './site-list.ts'
import { siteMap } from './site-map.ts'

/** All sites of a study, the nearest first where a place is given, on a map and in lists. */
export function allSitesOf(view: StudyPageView): Markup {
  const { page, sites } = view
  if (sites.length === 0)
    return html`
      <p>${page.words.listing.sites.none}</p>
    `
  return html`
    ${placeForm(view)} ${placeFound(view)} ${siteMap(view, sites)} ${siteLists(view, sites)}
    ${removed(view)}
  `
}

/** The rest of the search goes along with another place. */
function placeForm(view: StudyPageView): Markup {
  const { page, words, carried } = view
  const typed = typedPlace(view)
  return html`
    <form class="near-form" method="get" action="${link(page, page.path)}">
      ${hiddenFields(carriedQuery(carried), 'near')}
      ${placeBox(page, words.sites.place, typed, words.sites.placeHint)}
      <button class="button" type="submit">${words.sites.find}</button>
    </form>
  `
}

/** As it stands in the address: what means no place is carried nowhere. */
function typedPlace({ page }: StudyPageView): string {
  return (new URLSearchParams(page.query).get('near') ?? '').trim().slice(0, 100)
}

/** What the typed place was taken for, so that a wrong Paris is seen at once. */
function placeFound(view: StudyPageView): Markup | string {
  const { page, words, carried } = view
  const typed = typedPlace(view)
  const place = carried?.person.place
  if (place?.kind === 'wide')
    return html`
      <p class="notice notice-warning" role="status">${widePlaceText(page, place.place)}</p>
    `
  if (!place)
    return typed === ''
      ? ''
      : html`
          <p class="notice notice-warning" role="status">
            ${fill(words.sites.unknownPlace, { place: typed })}
          </p>
        `
  const taken = labelOf(place.place, page.language)
  if (place.others.length === 0)
    return html`
      <p role="status">${fill(words.sites.near, { place: taken })}</p>
    `
  return html`
    <p role="status">${fill(words.sites.which, { place: taken })}</p>
    <ul class="other-places">
      ${place.others.slice(0, 5).map((other) => {
        const label = labelOf(other, page.language)
        return html`
          <li>
            <a href="${link(page, page.path, carriedQuery(carried, { near: label }))}">${label}</a>
          </li>
        `
      })}
    </ul>
  `
}

function removed({ page, words, stored }: StudyPageView): Markup | undefined {
  const countries = stored.study.derivedSection?.miscInfoModule?.removedCountries ?? []
  if (countries.length === 0) return undefined
  return html`
    <p class="small">
      ${fill(words.sites.removed, { countries: own(page, countries.join(', ')) })}
    </p>
  `
}
