import {
  parseSavedSearch,
  savedSearchOf,
  type SavedSearch,
} from '../../../people/alerts/model/saved-search.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import type { Saying } from '../../../finder/question/read-saying.ts'
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
      /** What its words say beside it: whom it is for, and where they live. */
      readonly saying?: Saying
      readonly applied: Asked
      readonly problems: readonly SaidProblem[]
    }
  | { readonly about: 'malformed'; readonly written: string }
  | { readonly about: 'unknown'; readonly nctId: string }

/** A search for anyone, anywhere, from its first page and in no order. */
export function searchOf(params: URLSearchParams, page: Page, app: App): TypedWhat {
  const kept = paramsOf(withTexts(askedOf(params), notOfTheSearch))
  for (const name of params.keys()) if (/[[\]]/.test(name)) kept.append(name, '')
  const { asked, applied, query, saying, problems } = readSaidQuestion(kept, page, app)
  const search = savedSearchOf(query)
  return { about: 'search', search, asked, applied, problems, ...(saying && { saying }) }
}

/** The words as they were typed, where what they say of somebody is not searched for among them. */
export function wordsTyped({
  asked: { texts },
  applied,
  search,
}: SearchedWhat): string | undefined {
  return search.q === undefined || texts.q === search.q ? undefined : applied.texts.q
}

type SearchedWhat = Extract<TypedWhat, { about: 'search' }>

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
