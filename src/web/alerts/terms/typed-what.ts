import {
  parseSavedSearch,
  savedSearchOf,
  type SavedSearch,
} from '../../../people/alerts/model/saved-search.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { askedOf, paramsOf, withTexts, type Asked } from '../../../finder/question/asked.ts'
import { type SaidProblem, readSaidQuestion } from '../../shell/parts/said-question.ts'

/** What an alert is to look for, read from the parameters of a search or of a study. */
export type TypedWhat =
  | {
      readonly about: 'study'
      readonly search: SavedSearch
      readonly title: string
      readonly nctId: string
    }
  | {
      readonly about: 'search'
      readonly search: SavedSearch
      /** The search without place, age and sex, which are the person's. */
      readonly asked: Asked
      readonly applied: Asked
      readonly problems: readonly SaidProblem[]
    }
  | { readonly about: 'malformed'; readonly written: string }
  | { readonly about: 'unknown'; readonly nctId: string }

/** A search for anyone, anywhere, from its first page and in no order. */
export function searchOf(params: URLSearchParams, page: Page, app: App): TypedWhat {
  const kept = paramsOf(withTexts(askedOf(params), notOfTheSearch))
  for (const name of params.keys()) if (/[[\]]/.test(name)) kept.append(name, '')
  const { asked, applied, query, problems } = readSaidQuestion(kept, page, app)
  return { about: 'search', search: savedSearchOf(query), asked, applied, problems }
}

/** One study as what is looked for, with its title as it is shown. */
export function studyOf(nctId: string, title: string): TypedWhat {
  return {
    about: 'study',
    search: parseSavedSearch(JSON.stringify({ study: nctId })),
    nctId,
    title,
  }
}

/** Whether a search says more than which studies to leave out. */
export function saysWhat(search: SavedSearch): boolean {
  const { study, q, cond, intr, title, spons, elig, category, tree } = search
  return [study, q, cond, intr, title, spons, elig, category, tree].some(Boolean)
}

const notOfTheSearch = {
  near: '',
  within: '',
  age: '',
  sex: '',
  sort: '',
  page: '',
  size: '',
  view: '',
  unfit: '',
  updated: '',
}
