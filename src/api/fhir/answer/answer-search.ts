import type { Context } from 'hono'
import { Turns } from '../../../base/turns.ts'
import { nctOf } from '../../../finder/catalogue/model/nct-number.ts'
import {
  type OrderPlace,
  type Selected,
  type SelectedStudy,
  mostReadFor,
} from '../../../finder/catalogue/model/where.ts'
import { type FhirFault, type Issue, faultOfOne, outcomeResource } from '../protocol/outcome.ts'
import { sendFault } from '../protocol/reply.ts'
import { searchCursor } from '../search/page-token.ts'
import { readStudySearch } from '../search/read-search.ts'
import type { SearchParameter } from '../search/search-parameter.ts'
import type { SearchRequest } from '../search/search-request.ts'
import { type BundleEntryMade, type MakeEntry, sendBundle } from './bundle-stream.ts'
import type { RequestParts } from './request-parts.ts'
import { soundStudy, studyResource } from './study-resource.ts'
import { trimmed } from './trimmed.ts'

/** What a search is answered with, besides what every request has. */
export interface StudySearchParts extends RequestParts {
  readonly parameters: readonly SearchParameter[]
  readonly isStrict: boolean
}

/** `GET ResearchStudy?…` and `POST ResearchStudy/_search`. Throws as `Catalogue.select` does. */
export async function answerSearch(
  c: Context,
  given: readonly (readonly [name: string, value: string])[],
  search: StudySearchParts,
): Promise<Response> {
  const asked = readStudySearch(given, search)
  if ('status' in asked) return sendFault(c, asked)
  const selected = await search.parts.catalogue.select({
    ...(asked.where && { where: asked.where }),
    ...(asked.filter && { filter: asked.filter }),
    sort: asked.sort,
    ...(asked.after && { after: asked.after }),
    limit: asked.count,
    isCounted: asked.counts !== 'never',
    ...(asked.counts !== 'always' && { mostRead: mostReadFor(asked.count) }),
  })
  if (isOfOtherState(asked, selected)) return sendFault(c, orderGone)
  const head = {
    ...(selected.total !== undefined && { total: selected.total }),
    link: linksOf(asked, selected, { ...search, form: given.filter(([name]) => ofForm.has(name)) }),
  }
  return sendBundle(c, head, entriesOf(asked, selected, search), search.format)
}

/** A place in any order but that of numbers is one only in the catalogue that was asked. */
function isOfOtherState({ after, sort }: SearchRequest, { state }: Selected): boolean {
  return after !== undefined && sort.length > 0 && after.state !== state
}

const uncounted: Issue = {
  severity: 'information',
  code: 'incomplete',
  text: 'How many studies there are was not counted: too many records would have to be read for it. A page may hold fewer than were asked for.',
  more: 'Follow the link "next" until there is none. With another parameter, as condition or near, fewer are read; _total=accurate counts them where there is time for it.',
}

const orderGone: FhirFault = faultOfOne(
  410,
  'conflict',
  'The catalogue has changed since the page before this one, and with it the order.',
  'Begin the search again, without _cursor. Without _sort and _text studies come in the order of their numbers, which stays.',
)

/** The next page comes in the form of this one, whoever follows its link. */
const ofForm: ReadonlySet<string> = new Set(['_format', '_pretty'])

function linksOf(
  asked: SearchRequest,
  { studies, hasMore, state, goesOnAfter }: Selected,
  { called, form }: Pick<StudySearchParts, 'called'> & { readonly form: typeof asked.asked },
): readonly { relation: string; url: string }[] {
  const address = (more: readonly (readonly [string, string])[]): string => {
    const query = new URLSearchParams(
      [...asked.asked, ...asked.shown, ...form, ...more].map(plainPair),
    )
    return `${called}/ResearchStudy${query.size > 0 ? `?${query.toString()}` : ''}`
  }
  // A later version of a study may have another date.
  const isOrdered = asked.sort.length > 0
  const start = (place: OrderPlace): string => {
    const { keys, nct } = place
    return searchCursor({ keys, nct, state: isOrdered ? state : undefined }, asked.asked)
  }
  const last = goesOnAfter ?? studies.at(-1)
  const here = asked.after ? [['_cursor', searchCursor(asked.after, asked.asked)] as const] : []
  return [
    { relation: 'self', url: address(here) },
    ...(hasMore && last && asked.count > 0
      ? [{ relation: 'next', url: address([['_cursor', start(last)]]) }]
      : []),
  ]
}

function plainPair([name, value]: readonly [string, string]): [string, string] {
  return [name, value]
}

function* entriesOf(
  asked: SearchRequest,
  { studies, total }: Selected,
  search: StudySearchParts,
): Generator<MakeEntry> {
  const isUncounted = asked.counts === 'whereQuick' && total === undefined
  const told = isUncounted ? [...asked.told, uncounted] : asked.told
  const isScored = asked.sort.some(({ piece }) => piece === '@relevance')
  if (asked.count > 0)
    for (const study of studies) yield () => studyEntry(study, asked, isScored, search)
  if (told.length > 0)
    yield () => ({
      resource: outcomeResource(told, 'unused'),
      search: { mode: 'outcome' },
    })
}

/** A study whose record is damaged is told in its place, so that the others still come. */
async function studyEntry(
  { nct, score }: SelectedStudy,
  asked: SearchRequest,
  isScored: boolean,
  { parts, release, base, called }: StudySearchParts,
): Promise<BundleEntryMade> {
  const turns = new Turns()
  const nctId = nctOf(nct)
  const stored = soundStudy(parts.catalogue, nctId)
  if (stored) {
    await turns.next()
    const whole = studyResource(release, stored, base)
    await turns.next()
    const resource = trimmed(whole, asked, release)
    await turns.next()
    const search = { mode: 'match', ...(isScored && { score: shareOf(score) }) } as const
    return { fullUrl: `${called}/ResearchStudy/${nctId}`, resource, search }
  }
  const text = `${nctId} was found, and its record cannot be read now.`
  const issue = { severity: 'error', code: 'exception', text } as const
  return { resource: outcomeResource([issue], nctId), search: { mode: 'outcome' } }
}

/** From 0 to 1 as FHIR wants it, and in the same order. */
function shareOf(score: number): number {
  return Math.round((score / (1 + score)) * 10_000) / 10_000
}
