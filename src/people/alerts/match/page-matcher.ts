import { type NewsRows, newsRows } from '../model/news.ts'
import type { SealedPage } from './alert-pages.ts'
import type { EventList } from './event-list.ts'
import type { FoundChanges } from './found-by-search.ts'
import { NewsFinder } from './news-finder.ts'
import { type OpenAlert, openPage } from './open-page.ts'
import { openReach } from './reach.ts'

/** What is matched: the changes of one import, when that is done, and what makes the ids of findings. */
export interface Matching {
  readonly list: EventList
  readonly foundAt: string
  readonly run: string
}

/** What a search found; nothing for one that found nothing. */
export type SearchAnswer = readonly [search: string, found: FoundChanges | undefined]

/** What looking at a page came to. */
export interface PageNews {
  readonly alerts: number
  readonly rows: NewsRows
}

/**
 * Opens pages of alerts, and looks at them once their searches are answered, in the same order. It knows no database and asks no search: it
 * works in any thread.
 */
export class PageMatcher {
  readonly #matching: Matching
  readonly #finder: NewsFinder
  readonly #met = new Set<string>()
  readonly #found = new Map<string, FoundChanges>()
  readonly #opened: (readonly OpenAlert[])[] = []

  constructor(matching: Matching) {
    const { list } = matching
    this.#matching = matching
    const found = { of: (search: string) => this.#found.get(search) }
    this.#finder = new NewsFinder(list, found, openReach(list.changes))
  }

  /** Opens a page, and answers the searches of it that no page before had. Throws where one alert does not open. */
  open(page: SealedPage): readonly string[] {
    const alerts = openPage(page)
    this.#opened.push(alerts)
    const fresh: string[] = []
    for (const { terms } of alerts) {
      if (this.#met.has(terms.search)) continue
      this.#met.add(terms.search)
      fresh.push(terms.search)
    }
    return fresh
  }

  /** Looks at the first page that was opened and not looked at, with the answers to the searches that it was the first to have. */
  look(answers: readonly SearchAnswer[]): PageNews {
    for (const [search, found] of answers) if (found) this.#found.set(search, found)
    const alerts = this.#opened.shift() ?? []
    for (const alert of alerts) this.#finder.look(alert)
    this.#finder.end()
    return { alerts: alerts.length, rows: newsRows(this.#finder.take(), this.#matching) }
  }
}
