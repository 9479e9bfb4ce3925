import type { Results } from '../../../finder/catalogue/model/query.ts'
import { labelOf } from '../../../finder/places/label.ts'
import type { ReadPlace } from '../../../finder/question/read-place.ts'
import type { Page } from '../../shell/page.ts'
import { typedDistance } from '../../shell/parts/distance.ts'
import type { ReadQuery } from './read-query.ts'

/** "12 studies found for “kawasaki” near Paris, France within 25 km": the page's heading and title. */
export function foundSentence(page: Page, read: ReadQuery, results: Results): string {
  const { what, place, distance } = soughtIn(page, read)
  return page.words.search.found(results.total, what, place, distance)
}

/** What is looked for and where, in words; each empty where it was not asked. */
export function soughtIn(
  page: Page,
  read: ReadQuery,
): { readonly what: string; readonly place: string; readonly distance: string } {
  const { texts } = read.applied
  const words = page.words.search
  const what = [texts.q, texts.cond, texts.intr, texts.title, texts.spons, texts.elig]
    .filter((text) => text !== '')
    .map((text) => words.quote(clipped(text)))
    .join(' + ')
  const place = read.place?.kind === 'found' ? (spotLabel(page, read.place) ?? texts.near) : ''
  const distance = read.query.withinKm === undefined ? '' : typedDistance(page, texts.within)
  return { what, place, distance }
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
