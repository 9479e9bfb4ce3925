import { html } from 'hono/html'
import type { Hit, NearestSite } from '../../../finder/catalogue/model/query.ts'
import { countryCode, countryName } from '../../../finder/places/countries.ts'
import type { Markup } from '../markup.ts'
import { link, type Page } from '../page.ts'
import { ageRange } from './ages.ts'
import { spokenOn } from './dates.ts'
import { isDoubtful, standingOf } from '../../../finder/registry/status.ts'
import { spokenDistance } from './distance.ts'
import { statusTag } from './status-tag.ts'
import { tellMeWhenOpen } from './tell-me.ts'
import { whyTexts } from './why.ts'
import { paths } from '../paths.ts'

/** One study in a list: what it is, whether it is open, for whom, where, and why it is here. */
export function hit(
  page: Page,
  study: Hit,
  today: string,
  misfits: readonly string[] = [],
): Markup {
  const words = page.words.search.hit
  return html`
    <li class="hit">
      <h3>
        <a href="${link(page, paths.study(study.nctId))}">
          <bdi lang="en">${study.briefTitle}</bdi>
        </a>
      </h3>
      <p class="hit-status">${hitStatus(page, study, today)}</p>
      ${
        misfits.length > 0 &&
        html`
          <p class="hit-misfit"><strong>${misfits.join(' ')}</strong></p>
        `
      }
      <dl class="facts">
        ${fact(words.conditions, conditions(page, study))} ${fact(words.who, who(page, study))}
        ${fact(words.where, hitWhere(page, study))} ${fact(words.phase, phases(page, study))}
      </dl>
      ${why(page, study)}
      <p class="small no-print">
        <a href="${link(page, paths.check(study.nctId))}">
          ${page.words.check.link}
          <span class="unseen">(${study.nctId})</span>
        </a>
        ${tellMeWhenOpen(page, study)}
      </p>
      ${foot(page, study)}
    </li>
  `
}

/** The status of a study, whether it can be relied on, and when its team verified it. */
export function hitStatus(page: Page, study: Hit, today: string): Markup {
  return html`
    ${statusTag(page, study, today)} ${staleMark(page, study, today)}
    <span class="small">${statusDate(page, study)}</span>
  `
}

function foot(page: Page, study: Hit): Markup {
  const words = page.words.search.hit
  return html`
    <p class="hit-foot small">
      <span>${study.nctId}</span>
      ${
        study.leadSponsor &&
        html`
          <span><bdi>${study.leadSponsor}</bdi></span>
        `
      }
      ${
        study.hasResults &&
        html`
          <span>${words.resultsPosted}</span>
        `
      }
    </p>
  `
}

function fact(name: string, value: Markup): Markup {
  return html`
    <div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>
  `
}

/** Studies that claim to be open but have not said so for two years are marked, never hidden. */
function staleMark(page: Page, study: Hit, today: string): Markup {
  if (!isDoubtful(study, today)) return html``
  return html`
    <span class="stale-mark">${page.words.common.outOfDate.label}</span>
  `
}

function statusDate(page: Page, study: Hit): string {
  const verified = spokenOn(page, study.statusVerifiedDate)
  return verified ? page.words.common.verified(verified) : page.words.common.notVerified
}

function conditions(page: Page, study: Hit): Markup {
  const words = page.words
  const [shown, rest] = [study.conditions.slice(0, 4), study.conditions.length - 4]
  if (shown.length === 0)
    return html`
      ${words.common.notGiven}
    `
  return html`
    <bdi lang="en">${shown.join(', ')}</bdi>
    ${rest > 0 && words.search.hit.moreConditions(rest)}
  `
}

function who(page: Page, study: Hit): Markup {
  const { sexes, unknown } = page.words.common
  const ages = ageRange(page, study) ?? unknown
  const sex = study.sex !== undefined && Object.hasOwn(sexes, study.sex)
  const sexText = sex ? sexes[study.sex as keyof typeof sexes] : unknown
  return html`
    ${ages}, ${lowerFirst(sexText)}
  `
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
    ${
      !site.open &&
      site.km !== undefined &&
      html`
        <span class="small">${notOpenSite(page, site)}</span>
      `
    }
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

/** Why nobody can ask a site to join now; its own status counts, or else the study's. Empty where it is open. */
export function notOpenSite(page: Page, site: NearestSite): string {
  const standing = standingOf(site.status)
  return standing === 'open' ? '' : page.words.search.hit.notOpenSite[standing]
}

/** A distance is never more exact than the coordinates behind it. */
function distance(page: Page, site: NearestSite): string {
  if (site.isInArea) return page.words.search.hit.siteInArea
  const said = spokenDistance(page, site.km ?? 0)
  return page.words.common.distance[site.exactness ?? 'plain'](said)
}

function phases(page: Page, study: Hit): Markup {
  const known = page.words.common.phases
  const labels = study.phases.map((phase) =>
    Object.hasOwn(known, phase) ? known[phase as keyof typeof known].label : phase,
  )
  return html`
    ${labels.join(', ') || page.words.search.hit.noPhase}
  `
}

function why(page: Page, study: Hit): Markup {
  const reasons = whyTexts(page, study.why)
  if (reasons.length === 0) return html``
  return html`
    <p class="hit-why small">
      <strong>${page.words.search.hit.why}</strong>
      <bdi>${reasons.join('; ')}.</bdi>
    </p>
  `
}

/** The name of a country in the language of the page; undefined where there is none. */
export function countryText(page: Page, country: string | undefined): string | undefined {
  if (country === undefined) return undefined
  return countryName(countryCode(country) ?? country, page.language)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
