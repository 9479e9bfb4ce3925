import { defaultPageSize } from '../../../finder/catalogue/model/query.ts'
import { type SoughtFor, soughtForOf } from '../../../finder/question/sought-for.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { type SaidQuestion, readSaidQuestion } from '../../shell/parts/said-question.ts'
import { readRegistrySearch } from '../../../finder/question/registry-search.ts'
import { withStatusSaid } from '../../../finder/question/asked.ts'
import { type Seeker, forAnybody, seekerOf } from './unfit.ts'

/** A search read from an address: what was understood, and in words what was not. */
export interface ReadQuery extends SaidQuestion {
  /** Whom it is for: also when studies that do not fit are shown, to be marked. */
  readonly person: Seeker
  /** The same as they said it, and where they live. */
  readonly soughtFor: SoughtFor
}

/** Reads the parameters of a search's address; what could be read is searched even when there are problems. */
function readQuery(params: URLSearchParams, page: Page, app: App): ReadQuery {
  const read = readSaidQuestion(params, page, app)
  const fitting = { sort: 'best', page: 1, pageSize: defaultPageSize, ...read.query } as const
  const query = read.asked.texts.unfit === 'show' ? forAnybody(fitting) : fitting
  return { ...read, query, person: seekerOf(fitting), soughtFor: soughtForOf(read) }
}

/**
 * Reads the address of a search. One of the registry's own search page is the same search in our words; what of it cannot be
 * asked here is a problem.
 */
export function readSearchAddress(
  page: Page,
  app: App,
): { readonly query: string; readonly read: ReadQuery } {
  const typed = new URLSearchParams(page.query)
  const theirs = readRegistrySearch(typed)
  const read = readQuery(theirs?.params ?? typed, page, app)
  if (!theirs) return { query: page.query, read }
  const query = theirs.params.toString()
  if (theirs.left.length === 0) return { query, read }
  const left = theirs.left.map((text) => text.slice(0, mostTold)).join(', ')
  const problem = { field: 'q' as const, text: page.words.search.problems.notAsked(left) }
  return { query, read: { ...read, problems: [...read.problems, problem] } }
}

/** Of each part, in letters. */
const mostTold = 60

/** The same as a page shows it: it says which status it asks for, and every link that is made of it does too. */
export function shownQuery(read: ReadQuery): ReadQuery {
  return { ...read, asked: withStatusSaid(read.asked), applied: withStatusSaid(read.applied) }
}
