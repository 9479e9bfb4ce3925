import { html, line, type Markup } from '../../shell/markup.ts'
import { ageRange } from '../../shell/parts/ages.ts'
import { countriesOf } from '../../shell/parts/countries.ts'
import { spokenDistance } from '../../shell/parts/distance.ts'
import { fill, listed, lookup, own } from '../../shell/parts/phrases.ts'
import { labelOf } from '../../../finder/places/label.ts'
import { canBeJoined, siteStatus } from '../../../finder/registry/status.ts'
import { hitIcon } from '../../shell/parts/hit-icons.ts'
import { isAlive, siteToAsk, type StudyPageView } from '../parts/page-view.ts'
import { hasAgeInWordsAlone, personFits } from '../parts/person-fits.ts'
import { type Site, sitesInArea } from '../parts/sites-near.ts'
import { answerActs } from './answer-acts.ts'
import { stateBand } from './state-band.ts'
import { resultsLine } from './results-line.ts'

/** What a reader must know before all else: is it open, how far, does the age fit, and what to do next. */
export function answer(view: StudyPageView): Markup {
  return html`
    <section class="answer" aria-labelledby="answer">
      <h2 class="unseen" id="answer">${view.page.words.listing.answer.heading}</h2>
      ${stateBand(view)}
      <div class="answer-body">
        <ul class="hit-facts">
          ${where(view)} ${who(view)} ${resultsLine(view)}
        </ul>
        ${answerActs(view)}
      </div>
    </section>
  `
}

function item(name: Parameters<typeof hitIcon>[0], text: Markup): Markup {
  return html`
    <li>
      ${hitIcon(name)}
      <span>${text}</span>
    </li>
  `
}

/** The nearest site that takes people where one does; without a place, in how many countries there are sites. */
function where(view: StudyPageView): Markup {
  const { page, sites, carried } = view
  const words = page.words.listing.answer
  if (sites.length === 0) return item('place', line`${words.noSites}`)
  const place = carried?.person.place
  if (place?.kind === 'wide') return item('place', inArea(view, place.place))
  const nearest = siteToAsk(view)
  if (place && nearest?.km !== undefined) return item('place', nearestText(view, nearest))
  const countries = countriesOf(page, view.protocol.contactsLocationsModule?.locations ?? [])
  const all = line`<b><a href="#sites">${page.words.common.sites(sites.length)}</a></b>`
  if (sites.length === 1 && sites[0]) return item('place', line`${siteName(view, sites[0])}`)
  const names = countries.map(({ name }) => name)
  return item('place', line`${all}${page.words.common.colon} ${listed(page, names, 3)}.`)
}

function nearestText(view: StudyPageView, site: Site): Markup {
  const { page, sites, protocol } = view
  const words = page.words.listing.answer
  const takes = canBeJoined(siteStatus(site.location, protocol.statusModule))
  const closed = isAlive(view) && !takes ? line` (${words.siteClosed})` : ''
  const rest = sites.length === 1 ? words.oneSite : allSites(view)
  return line`<b>${spokenDistance(page, site.km ?? 0)}</b> – ${siteName(view, site)}${closed}. ${rest}`
}

function siteName({ page }: StudyPageView, { location }: Site): Markup {
  const [country] = countriesOf(page, [location])
  const { facility, city } = location
  const name = [facility, city && facility?.includes(city) ? undefined : city]
    .filter(Boolean)
    .join(', ')
  return line`${name ? own(page, name) : page.words.study.sites.nameUnknown}${country ? line`, ${country.name}` : ''}`
}

function allSites({ page, sites }: StudyPageView): Markup {
  return line`<a href="#sites">${page.words.common.sites(sites.length)}</a>`
}

function inArea(view: StudyPageView, place: Parameters<typeof labelOf>[0]): Markup {
  const { page, stored } = view
  const words = page.words.listing.answer
  const named = labelOf(place, page.language)
  const found = place.area === undefined ? [] : sitesInArea(stored, place.area)
  const [first] = found
  if (!first) return line`<b>${fill(words.noneInArea, { place: named })}</b> ${allSites(view)}`
  const counted = fill(words.inArea, { sites: page.words.common.sites(found.length), place: named })
  return line`<b>${counted}</b>${page.words.common.colon} ${siteName(view, first)}. ${allSites(view)}`
}

/** Whether the age and sex that came along fit, in the words they were typed in; else for whom the study is. */
function who(view: StudyPageView): Markup {
  const { page, protocol } = view
  const module = protocol.eligibilityModule
  const { unknown, ...sexes } = page.words.study.short.sex
  const sex = lookup(sexes, module?.sex) ?? unknown
  const words = page.words.listing.answer
  const ages = ageRange(page, module) ?? page.words.study.short.agesUnclear
  const range = hasAgeInWordsAlone(module)
    ? fill(words.forWhomInWords, { sex })
    : fill(words.forWhom, { sex, ages: lowerFirst(ages) })
  const fits = personFits(view)
  return item('person', line`${fits && line`<b>${fits}</b> `}${range}`)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
