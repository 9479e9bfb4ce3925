import type { Catalogue } from '../../finder/catalogue/model/catalogue.ts'
import type { ChangeList } from '../../finder/catalogue/model/changes.ts'
import type { Letter } from '../mail/outbox/letter.ts'
import type { Alert, AlertTerms } from './model/alert.ts'
import { digestContent } from './digest/content.ts'
import { digestLetter } from './digest/letter.ts'
import { studyCards } from './digest/study-card.ts'
import { SearchesFound } from './match/found-by-search.ts'
import { NewsFinder } from './match/news-finder.ts'
import { openReach } from './match/reach.ts'
import { eventListOf } from './match/event-list.ts'
import { storedTerms } from './model/terms.ts'
import type { Vocabulary } from '../../finder/vocabulary/concept.ts'

/** What a preview is made from; `today` is `yyyy-MM-dd`. */
export interface PreviewSources {
  readonly catalogue: Pick<Catalogue, 'searchAmong' | 'study'>
  readonly names: Vocabulary
  readonly baseUrl: string
  readonly today: string
  /** Told of each study that is left out because its record is damaged. */
  readonly onDamage: () => void
}

/**
 * The mail that a person with these terms would get of one import's changes; undefined where there is nothing to tell. Throws
 * `ListIncomplete` where what is needed to know that is damaged.
 */
export async function previewDigest(
  sources: PreviewSources,
  whole: ChangeList,
  terms: AlertTerms,
  language: 'en' | 'fr',
): Promise<Letter | undefined> {
  const list = eventListOf(whole)
  const alert: Alert = { ...terms, id, requestedAt: '', confirmedAt: '', pausedAt: null }
  const stored = storedTerms(terms)
  const found = new SearchesFound(sources.catalogue, list)
  found.ask(stored.search)
  await found.settled()
  const finder = new NewsFinder(list, found, openReach(list.changes))
  finder.look({ person: { id, key: new Uint8Array() }, id, terms: stored })
  finder.end()
  const news = finder
    .take()
    .flatMap((one) => one.news)
    .map((one) => ({ ...one, foundAt: list.at }))
  const card = studyCards(sources.catalogue, sources.today, sources.onDamage)
  const content = digestContent({ id, language, namesTopic: false }, news, [alert], {
    ...sources,
    card,
    pathsOf: () => ({ manage: '/alerts', stop: '/alerts' }),
  })
  return content && digestLetter(content)
}

/** The id of no person, alert or search. */
const id = 'preview'
