import { z } from 'zod'
import type { AlertRequest } from '../../../people/alerts/request.ts'
import { readMailAddress } from '../../../people/records/address.ts'
import type { Markup } from '../../shell/markup.ts'
import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { readTerms, type TermsProblem } from './read-terms.ts'
import { firstTerms, type TypedTerms, typedTerms, withSaid } from './typed-terms.ts'
import { wordsTyped, saysWhat, type TypedWhat } from './typed-what.ts'

/** What can be asked for: a search or a study that is there. */
export type What = Extract<TypedWhat, { about: 'search' | 'study' }>

/** The form as it was filled in, and in words what is wrong with it. */
export interface AskForm {
  readonly what: What
  readonly typed: TypedTerms
  readonly email: string
  readonly language: string
  /** Other places of the name of the one that was found. */
  readonly otherPlaces?: {
    readonly chosen: string
    readonly isArea: boolean
    readonly others: readonly string[]
  }
  /** How the words are read, to be told below them. */
  readonly reading?: Markup
  readonly problems: readonly TermsProblem[]
}

/** The form before anyone filled it in, but for what the words of the search say. */
export function firstAsk(what: What, params: URLSearchParams, page: Page): AskForm {
  return {
    what,
    typed: withSaid(firstTerms(params, what.about), what, page),
    email: '',
    language: page.language,
    problems: [],
  }
}

/** Reads what was sent: an alert that is asked for, or the form again with its problems. */
export function readAsk(
  what: What,
  params: URLSearchParams,
  page: Page,
  app: App,
): { readonly form: AskForm; readonly ask?: AlertRequest } {
  const say = page.words.alerts.problems
  const countries = what.about === 'search' ? what.search.country : undefined
  const read = readTerms(termsSent(what, params, page), { page, app, countries })
  const email = (params.get('email') ?? '').slice(0, 400)
  const address = readMailAddress(email)
  const language = z.enum(['en', 'fr']).safeParse(params.get('language'))
  const problems = [
    ...(what.about === 'search' ? whatProblems(what, page) : []),
    ...read.problems,
    ...(language.success ? [] : [{ field: 'language', text: say.language }]),
    ...(address ? [] : [{ field: 'email', text: email.trim() === '' ? say.noEmail : say.email }]),
  ]
  const form = {
    what,
    typed: read.typed,
    email,
    language: params.get('language') ?? '',
    problems,
  }
  if (problems.length > 0 || !address || !read.wish || !language.success) return { form }
  const said = what.about === 'search' ? wordsTyped(what) : undefined
  const wish = { ...read.wish, search: what.search, ...(said !== undefined && { said }) }
  return { form, ask: { address, language: language.data, terms: wish } }
}

/** The boxes as they were sent: once they were filled from these very words, who has emptied one means it. */
function termsSent(what: What, params: URLSearchParams, page: Page): TypedTerms {
  const typed = typedTerms(params)
  const isFilledFrom = what.about === 'study' || params.get('filled') === what.asked.texts.q
  return isFilledFrom ? typed : withSaid(typed, what, page)
}

function whatProblems(
  { search, problems }: Extract<What, { about: 'search' }>,
  page: Page,
): readonly TermsProblem[] {
  const found = problems.map(({ field, text }) => ({
    field: field === 'category' ? field : 'q',
    text,
  }))
  if (found.length > 0 || saysWhat(search)) return found
  return [{ field: 'q', text: page.words.alerts.problems.nothing }]
}
