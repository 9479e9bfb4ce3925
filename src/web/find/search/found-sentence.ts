import type { Results } from '../../../finder/catalogue/model/query.ts'
import { labelOf } from '../../../finder/places/label.ts'
import type { ReadPlace } from '../../../finder/question/read-place.ts'
import { saysOfPerson } from '../../../finder/question/read-saying.ts'
import { shownName } from '../../../finder/vocabulary/shown-names.ts'
import { bareWord } from '../../../finder/vocabulary/small-words.ts'
import type { Page } from '../../shell/page.ts'
import { shownDistance } from '../../shell/parts/distance.ts'
import type { ReadQuery } from './read-query.ts'

/**
 * The answer to a search in a sentence, the page's heading and title: how many studies, and of a search for open ones how
 * many can be relied on.
 */
export function foundSentence(page: Page, read: ReadQuery, results: Results): string {
  const { heading } = page.words.results
  const what = whatSought(page, read, results)
  const { without = [] } = results.understood
  // No study is there, and those of all places are shown.
  const where = without.includes('area') ? '' : whereSought(page, read)
  const { open, sure, all } = results.counts
  if (!isOpenOnly(read) || all === 0) return heading.all(results.total, what, where)
  if (sure > 0) return heading.open(sure, what, where)
  return open > 0 ? heading.doubt(what, where) : heading.none(what, where)
}

/** Whether the page shows what can be joined, and nothing else. */
export function isOpenOnly({ applied }: Pick<ReadQuery, 'applied'>): boolean {
  return applied.lists.status.join() === 'open'
}

/** What was recognised in the words, by its name; else the words themselves. */
export function whatSought(page: Page, read: ReadQuery, results: Results): string {
  const { q, cond, intr, title, spons, elig } = read.applied.texts
  const words = page.words.search
  const others = [cond, intr, title, spons, elig].filter((text) => text !== '')
  return [wordsSought(page, read, q, results), ...others.map((text) => words.quote(clipped(text)))]
    .filter((text) => text !== '')
    .join(' + ')
}

function wordsSought(page: Page, read: ReadQuery, typed: string, results: Results): string {
  if (typed === '') return ''
  const q = corrected(typed, results)
  const { concepts, drugs, understood } = results
  const isSaid = understood.isSentence || saysOfPerson(read.saying)
  if (concepts.length + drugs.length === 0 || (!isSaid && /["“”«»()*]/.test(q)))
    return page.words.search.quote(clipped(q))
  if (!isSaid) return clipped(unbound(q))
  const names = [
    ...concepts.map(({ words, term }) =>
      page.language === 'fr' ? shownName(term, 'fr') : unbound(bareWord(words)),
    ),
    ...drugs.map(({ words }) => bareWord(words)),
    ...understood.stages.map(({ words }) => bareWord(words)),
  ]
  return [...new Set(names)].join(', ')
}

/** "For weight loss" is found as "studies for weight loss". */
function unbound(words: string): string {
  return words.replace(/^(?:for|pour) (?=\S)/i, '')
}

/** The words as they were searched: what was misspelt is put right. */
function corrected(typed: string, { corrections }: Results): string {
  return corrections.reduce(
    (text, { from, to }) => text.replace(new RegExp(RegExp.escape(from), 'giu'), () => to),
    typed,
  )
}

/** "within 60 miles of Chicago": where it is looked for; empty where no place is used. */
export function whereSought(page: Page, read: ReadQuery): string {
  const { where } = page.words.results
  const place = placeName(page, read)
  if (place === undefined) return ''
  if (read.query.area !== undefined) return where.inArea(place)
  return read.query.withinKm === undefined
    ? where.near(place)
    : where.within(place, shownDistance(page, distanceTyped(read)))
}

function distanceTyped({ applied: { texts }, saying }: ReadQuery): string {
  return texts.within === '' ? (saying?.place?.distance ?? '') : texts.within
}

/** The place of a search in a word or two; undefined where none is used. */
export function placeName(page: Page, { place, query, applied }: ReadQuery): string | undefined {
  if (place?.kind === 'wide')
    return query.area === undefined ? undefined : labelOf(place.place, page.language)
  if (place?.kind !== 'found') return undefined
  const { kind, town, name } = place.place
  return kind === 'point' ? (town?.name ?? applied.texts.near) : name
}

interface Sought {
  readonly what: string
  readonly place: string
  readonly distance: string
  /** The place is a country or a region. */
  readonly isArea: boolean
}

/** What is looked for and where, as it was typed; each empty where it was not asked. */
export function soughtIn(page: Page, read: ReadQuery): Sought {
  const { texts } = read.applied
  const words = page.words.search
  const what = [texts.q, texts.cond, texts.intr, texts.title, texts.spons, texts.elig]
    .filter((text) => text !== '')
    .map((text) => words.quote(clipped(text)))
    .join(' + ')
  const isArea = read.query.area !== undefined
  const place = placeSought(page, read)
  const distance = read.query.withinKm === undefined ? '' : shownDistance(page, distanceTyped(read))
  return { what, place, distance, isArea }
}

/** A place that stands in the words is not said again. */
function placeSought(page: Page, { place, query, applied, saying }: ReadQuery): string {
  if (saying?.place) return ''
  if (place?.kind === 'wide')
    return query.area === undefined ? '' : labelOf(place.place, page.language)
  return place?.kind === 'found' ? (spotLabel(page, place) ?? applied.texts.near) : ''
}

/** The place that was found, for people; undefined for a point beside no town, which has no name. */
export function spotLabel(
  { language }: Page,
  { place }: Extract<ReadPlace, { kind: 'found' }>,
): string | undefined {
  if (place.kind === 'point') return place.town && labelOf(place.town, language)
  return labelOf(place, language)
}

function clipped(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
