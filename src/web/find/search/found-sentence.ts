import type { Results } from '../../../finder/catalogue/model/query.ts'
import { labelOf } from '../../../finder/places/label.ts'
import type { ReadPlace } from '../../../finder/question/read-place.ts'
import type { Page } from '../../shell/page.ts'
import { typedDistance } from '../../shell/parts/distance.ts'
import type { ReadQuery } from './read-query.ts'

/** "12 studies found for “kawasaki” near Paris, France within 25 km": the page's heading and title. */
export function foundSentence(page: Page, read: ReadQuery, results: Results): string {
  const { what, place, distance, isArea } = soughtIn(page, read)
  return page.words.search.found(results.total, what, place, distance, isArea)
}

interface Sought {
  readonly what: string
  readonly place: string
  readonly distance: string
  /** The place is a country or a region. */
  readonly isArea: boolean
}

/** What is looked for and where, in words; each empty where it was not asked. */
export function soughtIn(page: Page, read: ReadQuery): Sought {
  const { texts } = read.applied
  const words = page.words.search
  const what = [texts.q, texts.cond, texts.intr, texts.title, texts.spons, texts.elig]
    .filter((text) => text !== '')
    .map((text) => words.quote(clipped(text)))
    .join(' + ')
  const isArea = read.query.area !== undefined
  const place = placeSought(page, read)
  const distance = read.query.withinKm === undefined ? '' : typedDistance(page, texts.within)
  return { what, place, distance, isArea }
}

/** A place that stands in the words is not said again. */
function placeSought(page: Page, { place, query, applied, saying }: ReadQuery): string {
  if (saying?.place) return ''
  if (place?.kind === 'wide')
    return query.area === undefined ? '' : labelOf(place.place, page.language)
  return place?.kind === 'found' ? (spotLabel(page, place) ?? applied.texts.near) : ''
}

/** The place that was found, for people; undefined for a bare point, which has no name. */
export function spotLabel(
  { language }: Page,
  { place }: Extract<ReadPlace, { kind: 'found' }>,
): string | undefined {
  return place.kind === 'point' ? undefined : labelOf(place, language)
}

function clipped(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
