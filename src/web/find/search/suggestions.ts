import { labelOf } from '../../../finder/places/label.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'

/** One completion of what is being typed. */
export interface SuggestionLine {
  /** What the box will hold when it is chosen. */
  readonly value: string
  /** What is said beside it: another name, or how many studies. */
  readonly note: string
}

/** All completions of what is being typed, as the page of an island reads them. */
export interface Suggestions {
  readonly suggestions: readonly SuggestionLine[]
  /** How many there are, to be read out. */
  readonly announcement: string
}

const most = 8

/** What a person may be about to type: conditions and treatments, or places. */
export function suggestions(page: Page, app: App): Suggestions {
  const params = new URLSearchParams(page.query)
  const typed = (params.get('typed') ?? '').trim().slice(0, 100)
  if (typed.length < 2) return { suggestions: [], announcement: '' }
  const find = params.get('for') === 'place' ? places : conditions
  const found = find(page, app, typed)
  const { none, some, howTo } = page.words.search.suggestions
  const announcement = found.length === 0 ? none : `${some(found.length)}. ${howTo}`
  return { suggestions: found, announcement }
}

function places(page: Page, app: App, typed: string): readonly SuggestionLine[] {
  const labels = app.places.suggest(typed, most).map((place) => labelOf(place, page.language))
  return [...new Set(labels)].map((value) => ({ value, note: '' }))
}

function conditions(page: Page, app: App, typed: string): readonly SuggestionLine[] {
  return app.catalogue.suggest(typed, most).map(({ text, term, studies }) => ({
    value: text,
    note: [term !== undefined && term !== text && term, page.words.common.studies(studies)]
      .filter(Boolean)
      .join(' · '),
  }))
}
