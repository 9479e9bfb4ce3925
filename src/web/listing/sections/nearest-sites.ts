import { labelOf } from '../../../finder/places/label.ts'
import { isReachable } from '../../../finder/registry/contacts.ts'
import { canBeJoined, siteStatus } from '../../../finder/registry/status.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { spokenDistance } from '../../shell/parts/distance.ts'
import { fill, lookup, own } from '../../shell/parts/phrases.ts'
import { connectHref } from '../parts/connect-link.ts'
import { contact } from '../parts/contacts.ts'
import { isAlive, type StudyPageView, studyPaths } from '../parts/page-view.ts'
import { siteLine } from '../parts/site-line.ts'
import type { Site } from '../parts/sites-near.ts'

/** The nearest three sites with whom to ask there, those that take people first, and the study's own contact. */
export function nearestSites(view: StudyPageView): Markup {
  const { page, sites } = view
  const words = page.words.listing.sites
  return html`
    <section class="flow" aria-labelledby="sites">
      <h2 id="sites">${words.heading}</h2>
      ${measured(view)}
      ${
        sites.length > 0
          ? html`
              <ul class="sites">
                ${firstThree(view).map((site) => siteItem(view, site))}
              </ul>
            `
          : html`
              <p>${words.none}</p>
            `
      }
      ${central(view)} ${claim(view)}
      ${
        sites.length > shown &&
        html`
          <p><a href="${studyPaths(view).sites}">${words.all(sites.length)}</a></p>
        `
      }
    </section>
  `
}

const shown = 3

function measured(view: StudyPageView): Markup | '' {
  const { page, carried } = view
  const place = carried?.person.place
  const words = page.words.listing.sites
  if (!place) return ''
  const change = line`<a href="${studyPaths(view).sites}">${words.change}</a>`
  return html`
    <p>
      ${fill(words.from, { place: line`<b>${labelOf(place.place, page.language)}</b>` })} ${change}
    </p>
  `
}

/** In their order, but those that take people before those that do not. */
function firstThree({ sites, protocol }: StudyPageView): readonly Site[] {
  const takes = ({ location }: Site): boolean =>
    canBeJoined(siteStatus(location, protocol.statusModule))
  const open = sites.filter(takes)
  return (open.length >= shown ? open : [...open, ...sites.filter((site) => !takes(site))]).slice(
    0,
    shown,
  )
}

/** One site: its name and place, how far, whether it takes people, and whom to ask. */
export function siteItem(view: StudyPageView, site: Site): Markup {
  const { page } = view
  const { contacts = [] } = site.location
  return html`
    <li>
      <p>${siteLine(page, site.location)}</p>
      ${
        site.km !== undefined &&
        html`
          <p class="far">${spokenDistance(page, site.km)}</p>
        `
      }
      ${siteState(view, site)}
      ${contacts
        .filter(isReachable)
        .slice(0, mostContacts)
        .map((person) => contact(view, person))}
      ${writeToSite(view, site)}
    </li>
  `
}

const mostContacts = 2

/** The way to write to a site, where people may ask to join there. */
export function writeToSite(view: StudyPageView, { location }: Site): Markup | '' {
  const href = connectHref(view, location)
  if (href === undefined) return ''
  const { answer } = view.page.words.listing
  return html`
    <p class="small no-print">
      <a href="${href}">
        ${answer.contact}
        <span class="unseen">(${location.facility ?? location.city})</span>
      </a>
    </p>
  `
}

function siteState(view: StudyPageView, { location }: Site): Markup | '' {
  const { page } = view
  if (!location.status || !isAlive(view)) return ''
  const said = lookup(page.words.common.statuses, location.status)?.label
  return html`
    <p class="small soft">${said ?? own(page, location.status)}</p>
  `
}

/** For whom the record names: the way to answer for the listing. */
function claim({ page, protocol, nctId }: StudyPageView): Markup | '' {
  const module = protocol.contactsLocationsModule
  const contacts = [
    ...(module?.centralContacts ?? []),
    ...(module?.locations ?? []).flatMap((site) => site.contacts ?? []),
  ]
  if (!contacts.some(({ email }) => email)) return ''
  const address = link(page, paths.claimsNew(), { study: nctId })
  return html`
    <p class="small"><a href="${address}" rel="nofollow">${page.words.claims.ask}</a></p>
  `
}

function central(view: StudyPageView): Markup | '' {
  const { page, protocol } = view
  const words = page.words.listing.sites
  const module = protocol.contactsLocationsModule
  const named = new Set(
    firstThree(view).flatMap(({ location }) => (location.contacts ?? []).map(({ name }) => name)),
  )
  const people = (module?.centralContacts ?? [])
    .filter(isReachable)
    .filter(({ name }) => !named.has(name))
  const hasSiteContact = module?.locations?.some(({ contacts }) => contacts?.some(isReachable))
  if (people.length === 0)
    return hasSiteContact || !isAlive(view)
      ? ''
      : html`
          <p>${words.noContact}</p>
        `
  return html`
    <div class="flow">
      <p>${words.central}</p>
      ${people.slice(0, mostContacts).map((person) => contact(view, person))}
    </div>
  `
}
