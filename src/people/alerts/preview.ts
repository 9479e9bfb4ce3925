import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import type { ChangeList } from '../../finder/catalogue/model/changes.ts'
import type { Letter } from '../mail/outbox/letter.ts'
import { type Alert, type AlertTerms, termsColumns } from './model/alert.ts'
import { digestContent } from './digest/content.ts'
import { digestLetter } from './digest/letter.ts'
import { studyCards } from './digest/study-card.ts'
import { foundBySearches } from './match/found-by-search.ts'
import { NewsFinder } from './match/news-finder.ts'
import { openReach } from './match/reach.ts'
import { eventListOf } from './match/event-list.ts'
import { canonical } from './model/saved-search.ts'
import type { Vocabulary } from '../../finder/vocabulary/concept.ts'

/** What a preview is made from; `today` is `yyyy-MM-dd`. */
export interface PreviewSources {
  readonly catalogue: Pick<Catalogue, 'searchAmong' | 'study'>
  readonly names: Pick<Vocabulary, 'byTree'>
  readonly baseUrl: string
  readonly today: string
}

/** The mail that a person with these terms would get of one import's changes; undefined where there is nothing to tell. */
export async function previewDigest(
  sources: PreviewSources,
  whole: ChangeList,
  terms: AlertTerms,
  language: 'en' | 'fr',
): Promise<Letter | undefined> {
  const list = eventListOf(whole)
  const alert: Alert = { ...terms, id, requestedAt: '', confirmedAt: '', pausedAt: null }
  const searches = [[{ id, what: canonical(terms.search) }]]
  const found = await foundBySearches(searches, sources.catalogue, list)
  const finder = new NewsFinder(list, found, openReach(list.changes))
  finder.look({ person_id: id, id, saved_search_id: id, ...termsColumns(terms) })
  finder.end()
  const news = finder.take().map(({ nct_id, event_key, events }) => ({
    nctId: nct_id,
    eventKey: event_key,
    events,
    foundBy: [id],
    foundAt: list.at,
  }))
  const card = studyCards(sources.catalogue, sources.today)
  const content = digestContent({ id, language, namesTopic: false }, news, [alert], {
    ...sources,
    card,
    pathsOf: () => ({ manage: '/alerts', stop: '/alerts' }),
  })
  return content && digestLetter(content)
}

/** The id of no person, alert or search. */
const id = 'preview'
