import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import type { ChangeList } from '../../finder/catalogue/model/changes.ts'
import type { Letter } from '../mail/outbox/letter.ts'
import { type Alert, type Wish, wishColumns } from './model/alert.ts'
import { digestContent } from './digest/content.ts'
import { digestLetter } from './digest/letter.ts'
import { studyCards } from './digest/study-card.ts'
import { foundBySearches } from './match/found-by-search.ts'
import { NewsFinder } from './match/news-finder.ts'
import { reachOf } from './match/reach.ts'
import { onlyTelling } from './match/telling-list.ts'
import { canonical } from './model/saved-search.ts'
import type { Vocabulary } from '../../finder/vocabulary/concept.ts'

export interface PreviewGround {
  readonly catalogue: Pick<Catalogue, 'searchAmong' | 'study'>
  readonly names: Pick<Vocabulary, 'byTree'>
  readonly baseUrl: string
  readonly today: string
}

/** The mail that somebody with this wish would get of one import's changes; undefined where there is nothing to tell. */
export async function previewDigest(
  ground: PreviewGround,
  whole: ChangeList,
  wish: Wish,
  language: 'en' | 'fr',
): Promise<Letter | undefined> {
  const list = onlyTelling(whole)
  const alert: Alert = { ...wish, id, requestedAt: '', confirmedAt: '', pausedAt: null }
  const searches = [[{ id, what: canonical(wish.search) }]]
  const found = await foundBySearches(searches, ground.catalogue, list)
  const finder = new NewsFinder(list, found, reachOf(list.changes))
  finder.look({ person_id: id, id, saved_search_id: id, ...wishColumns(wish) })
  finder.end()
  const news = finder.take().map(({ nct_id, event_key, events }) => ({
    nctId: nct_id,
    eventKey: event_key,
    events,
    foundBy: [id],
    foundAt: list.at,
  }))
  const card = studyCards(ground.catalogue, ground.today)
  const content = digestContent({ id, language, namesTopic: false }, news, [alert], {
    ...ground,
    card,
    pathsOf: () => ({ manage: '/alerts', stop: '/alerts' }),
  })
  return content && digestLetter(content)
}

/** Nobody's. */
const id = 'preview'
