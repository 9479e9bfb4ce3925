import { html, line, type Markup } from '../../shell/markup.ts'
import { spokenDistance } from '../../shell/parts/distance.ts'
import { contact } from '../parts/contacts.ts'
import { countryOf } from '../../shell/parts/countries.ts'
import type { Site } from '../parts/sites-near.ts'
import { fill, lookup, own, type Slot } from '../../shell/parts/phrases.ts'
import { writeToSite } from './nearest-sites.ts'
import { type StudyPageView, studyPaths } from '../parts/page-view.ts'

/** A study may have ten thousand sites; each list shows this many until all are asked for. */
const shownAtFirst = 100
/** Of all lists together, asked for or not: the nearest where a place is given. The record has the rest. */
const mostShown = 1000
const mostGroups = 250
const mostContacts = 20

/** One list, nearest first, when a place is given; otherwise one list a country. */
export function siteLists(view: StudyPageView, sites: readonly Site[]): Markup {
  if (hasPlace(view)) return siteList(view, sites, true, mostShown)
  const groups = byCountry(view, sites).slice(0, mostGroups)
  let left = mostShown
  return line`${groups.map((group, index) => {
    const list = siteList(view, group.sites, false, left)
    left -= Math.min(left, shownOf(view, group.sites, left).length)
    return html`
      <details class="site-group" ${index === 0 ? 'open' : ''}>
        <summary>${group.name} (${view.page.words.common.sites(group.sites.length)})</summary>
        ${list}
      </details>
    `
  })}`
}

function hasPlace({ carried }: StudyPageView): boolean {
  return carried?.person.place?.kind === 'found'
}

interface Group {
  readonly name: Slot
  readonly sites: Site[]
}

/** Most sites first, so that the group that opens is the one with most to offer. */
function byCountry(view: StudyPageView, sites: readonly Site[]): Group[] {
  const groups = new Map<string, Group>()
  for (const site of sites) {
    const country = countryOf(view.page, site.location.country)
    const key = country?.key ?? ''
    const group = groups.get(key)
    if (group) group.sites.push(site)
    else groups.set(key, { name: country?.name ?? view.words.sites.countryUnknown, sites: [site] })
  }
  return [...groups.values()].toSorted((a, b) => b.sites.length - a.sites.length)
}

function siteList(
  view: StudyPageView,
  sites: readonly Site[],
  withCountry: boolean,
  most: number,
): Markup {
  const shown = shownOf(view, sites, most)
  return html`
    ${
      shown.length > 0 &&
      html`
        <ul class="site-list">
          ${shown.map((site) => siteItem(view, site, withCountry))}
        </ul>
      `
    }
    ${shown.length < sites.length ? allLink(view, shown.length, sites.length) : ''}
  `
}

function shownOf(
  { allSites }: StudyPageView,
  sites: readonly Site[],
  most: number,
): readonly Site[] {
  return sites.slice(0, Math.min(most, allSites ? most : shownAtFirst))
}

function allLink(view: StudyPageView, shown: number, count: number): Markup {
  const { words } = view
  const counted = fill(words.sites.firstOnly, { shown, count })
  if (view.allSites)
    return html`
      <p>${counted}</p>
    `
  const sites = studyPaths(view).sites
  const address = `${sites}${sites.includes('?') ? '&' : '?'}sites=all`
  const total = view.stored.points.length
  return html`
    <p>
      ${counted}
      <a href="${address}">${fill(words.sites.all, { count: Math.max(total, count) })}</a>
    </p>
  `
}

function siteItem(view: StudyPageView, site: Site, withCountry: boolean): Markup {
  const { page, words } = view
  const { facility, city, state, zip, country, status, contacts } = site.location
  const town = [city, state, zip].filter(Boolean).join(', ')
  const land = withCountry ? countryOf(page, country)?.name : undefined
  return html`
    <li>
      <p>
        <b>${facility ? own(page, facility) : words.sites.nameUnknown}</b>
        ${siteStatus(view, status)}
      </p>
      <p>
        ${own(page, town)}${land ? line`${town ? ', ' : ''}${land}` : ''} ${distance(view, site)}
      </p>
      ${(contacts ?? []).slice(0, mostContacts).map((person) => contact(view, person))}
      ${writeToSite(view, site)}
    </li>
  `
}

function siteStatus({ page }: StudyPageView, status: string | undefined): Markup | string {
  if (!status) return ''
  return line`– ${lookup(page.words.common.statuses, status)?.label ?? own(page, status)}`
}

/** Coordinates are those of the town, so a distance is never given more exactly than that. */
function distance(view: StudyPageView, site: Site): Markup | string {
  if (!hasPlace(view)) return ''
  if (site.km === undefined) return line` (${view.words.sites.noPoint})`
  const said = spokenDistance(view.page, site.km)
  return line` – ${view.page.words.common.distance[site.point?.exactness ?? 'town'](said)}`
}
