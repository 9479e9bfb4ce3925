import type { Hit, NearestSite } from '../../../finder/catalogue/model/query.ts'
import { countryCode, countryName } from '../../../finder/places/countries.ts'
import { html, line, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'
import { spokenOn } from './dates.ts'
import { isDoubtful, standingOf, takesNobody } from '../../../finder/registry/status.ts'
import { spokenDistance } from './distance.ts'
import { statusTag } from './status-tag.ts'
import { spokenDate } from '../../../words/dates.ts'
import type { SoughtFor } from '../../../finder/question/sought-for.ts'

/** The status of a study, whether it can be relied on, and when its team verified it. */
export function hitStatus(page: Page, study: Hit, today: string): Markup {
  const isInDoubt = isDoubtful(study, today)
  return html`
    ${statusTag(page, study, today)}
    <span class="small soft">${statusDate(page, study, isInDoubt)}</span>
  `
}

function statusDate(page: Page, study: Hit, isInDoubt: boolean): string {
  const { verified, notVerified } = page.words.common
  const month = spokenDate(page.language, study.statusVerifiedDate)
  if (isInDoubt && month !== undefined) return page.words.results.card.notConfirmedSince(month)
  const on = spokenOn(page, study.statusVerifiedDate)
  return on ? verified(on) : notVerified
}

/** How far the site that is named is, and where, in a line of a card; then what must be known of it. */
export function shortWhere(page: Page, study: Hit, from: SoughtFor['place'] | undefined): Markup {
  const { noSites, inArea } = page.words.results.card
  const site = study.nearestSite
  if (!site) return line`${noSites}`
  const far = site.isInArea || site.km === undefined ? undefined : spokenDistance(page, site.km)
  const isAbroad = from === undefined || countryCode(site.country ?? '') !== from.place.country
  const where = [site.facility, site.city, isAbroad ? countryText(page, site.country) : undefined]
  return html`
    ${far !== undefined && line`<b>${far}</b> – `}
    <bdi>${where.filter(Boolean).join(', ')}</bdi>
    ${site.isInArea && line`<span class="small soft">${inArea}</span>`}
    ${notes(page, study, site).map((note) => line` <span class="small soft">${note}</span>`)}
  `
}

/** Where people cannot join at the site that is named. */
function notes(page: Page, study: Hit, site: NearestSite): readonly string[] {
  const { joinableSite } = study
  const { nearestToJoin } = page.words.search.hit
  return [
    ...closedNote(page, study, site),
    ...(joinableSite ? [nearestToJoin(spokenSite(page, joinableSite))] : []),
  ]
}

/** The nearest site, how far it is and whether it takes people; the first one where no place is given. */
export function hitWhere(page: Page, study: Hit): Markup {
  const words = page.words.search.hit
  const site = study.nearestSite
  if (!site)
    return html`
      ${words.noSites}
    `
  const town = [site.city, countryText(page, site.country)].filter(Boolean).join(', ')
  const more = study.siteCount > 1 ? siteCount(page, study) : ''
  return html`
    <bdi>${[site.facility, town].filter(Boolean).join(', ')}</bdi>
    ${
      site.km !== undefined &&
      html`
        <strong>${distance(page, site)}</strong>
      `
    }
    ${closedNote(page, study, site).map(
      (note) => html`
        <span class="small">${note}</span>
      `,
    )}
    ${
      study.joinableSite &&
      html`
        <span class="small">${words.nearestToJoin(spokenSite(page, study.joinableSite))}</span>
      `
    }
    ${
      more &&
      html`
        <span class="small">${more}</span>
      `
    }
  `
}

/** Where a site is and how far, on one line. */
export function spokenSite(page: Page, site: NearestSite): string {
  const far = site.km === undefined ? '' : distance(page, site)
  const where = [site.facility, site.city, countryText(page, site.country)]
  return [...where, far].filter(Boolean).join(', ')
}

function siteCount(page: Page, study: Hit): string {
  const { sites, countries } = page.words.common
  return page.words.search.hit.sitesIn(sites(study.siteCount), countries(study.countries.length))
}

/** That nobody can join at a site that is named; of a study that takes nobody any more its own status says so. */
export function closedNote(page: Page, study: Hit, site: NearestSite): readonly string[] {
  const isSaid = site.open || site.km === undefined || takesNobody(study.overallStatus)
  return isSaid ? [] : [notOpenSite(page, site)]
}

/** Why nobody can ask a site to join now; its own status counts, or else the study's. Empty where it is open. */
function notOpenSite(page: Page, site: NearestSite): string {
  const standing = standingOf(site.status)
  return standing === 'open' ? '' : page.words.search.hit.notOpenSite[standing]
}

/** A distance is never more exact than the coordinates behind it. */
function distance(page: Page, site: NearestSite): string {
  if (site.isInArea) return page.words.search.hit.siteInArea
  const said = spokenDistance(page, site.km ?? 0)
  return page.words.common.distance[site.exactness ?? 'plain'](said)
}

/** The name of a country in the language of the page; undefined where there is none. */
export function countryText(page: Page, country: string | undefined): string | undefined {
  if (country === undefined) return undefined
  return countryName(countryCode(country) ?? country, page.language)
}
