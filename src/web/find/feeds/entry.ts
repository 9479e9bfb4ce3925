import { isDoubtful } from '../../../finder/registry/status.ts'
import type { Hit } from '../../../finder/catalogue/model/query.ts'
import { linkIn, type Page } from '../../shell/page.ts'
import { spokenDistance } from '../../shell/parts/distance.ts'
import { closedNote, countryText, spokenSite } from '../../shell/parts/hit.ts'
import { statusLabel } from '../../shell/parts/status-tag.ts'
import { firstMoment } from './first-moment.ts'
import { element, emptyElement, type Xml } from '../../../base/xml.ts'
import { paths } from '../../shell/paths.ts'

/** One study in a feed: where it can be read, what it is, whether it takes people, and how near. */
export function entry(page: Page, study: Hit, today: string): Xml {
  const address = page.baseUrl + linkIn(page.language, paths.study(study.nctId))
  const { studyFirstPostDate: posted, lastUpdatePostDate: updated } = study
  const english = { 'xml:lang': 'en' }
  return element('entry', [
    element('id', address),
    element('title', study.briefTitle, english),
    element('updated', firstMoment(updated ?? posted)),
    ...(posted === undefined ? [] : [element('published', firstMoment(posted))]),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: address }),
    element('summary', summaryOf(page, study, today)),
    ...conditionsOf(study).map((term) => emptyElement('category', { term, ...english })),
  ])
}

/** "Looking for people. Rady Hospital, San Diego, United States, about 3 km away. For: Kawasaki Disease." */
function summaryOf(page: Page, study: Hit, today: string): string {
  const words = page.words.search.hit
  const conditions = conditionsOf(study)
  return [
    statusText(page, study, today),
    siteText(page, study),
    ...joinText(page, study),
    conditions.length > 0 ? page.words.search.feed.about(words.conditions, conditions) : '',
  ]
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ')
}

function statusText(page: Page, study: Hit, today: string): string {
  const label = statusLabel(page, study.overallStatus)
  return isDoubtful(study, today) ? `${label} (${page.words.common.outOfDate.label})` : label
}

/** The nearest site, where a place was asked for. */
function siteText(page: Page, { nearestSite: site }: Hit): string {
  if (site?.km === undefined) return ''
  if (site.isInArea)
    return [site.facility, site.city, countryText(page, site.country)].filter(Boolean).join(', ')
  const say = page.words.common.distance[site.exactness ?? 'plain']
  const far = say(spokenDistance(page, site.km))
  return [site.facility, site.city, countryText(page, site.country), far].filter(Boolean).join(', ')
}

/** Where the nearest site takes nobody: that it does not, and the nearest that does. */
function joinText(page: Page, study: Hit): readonly string[] {
  const { nearestSite: site, joinableSite } = study
  if (site?.km === undefined || site.open) return []
  const { nearestToJoin } = page.words.search.hit
  return [
    ...closedNote(page, study, site),
    ...(joinableSite ? [nearestToJoin(spokenSite(page, joinableSite))] : []),
  ]
}

/** As the record names them, each once. */
function conditionsOf({ conditions }: Hit): readonly string[] {
  return [...new Set(conditions.map((name) => name.trim()))]
    .filter(Boolean)
    .slice(0, mostConditions)
}

const mostConditions = 20
