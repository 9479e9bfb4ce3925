import { paramsOf, type Asked } from '../../../finder/question/asked.ts'
import { type SoughtFor, soughtForOf } from '../../../finder/question/sought-for.ts'
import type { App } from '../app.ts'
import { link, type Page } from '../page.ts'
import { withKept } from './kept.ts'
import { paths } from '../paths.ts'
import { readAsked } from './said-question.ts'

/** A search that goes along from its list to a study, its check, a comparison or an alert, and back. */
export interface Carried {
  /** The search, without what could not be read of it. */
  readonly asked: Asked
  /** Whom it is for and where they live, as far as it says so. */
  readonly person: SoughtFor
  /** Distances are said in miles. */
  readonly inMiles: boolean
  /** How many studies its list had. */
  readonly found?: number
}

/** The search that an address carries beside what it is about; undefined where it carries none. */
export function readCarried(
  page: Page,
  params: URLSearchParams,
  app: Pick<App, 'places' | 'vocabulary' | 'today'>,
): Carried | undefined {
  const read = readAsked(params, page, app)
  const found = readFound(params.get('found'))
  if (paramsOf(read.applied).size === 0 && found === undefined) return undefined
  return {
    asked: read.applied,
    person: soughtForOf(read),
    inMiles: read.inMiles,
    ...(found !== undefined && { found }),
  }
}

/** An address of ours with the whole search carried along, and beside it what the address itself needs. */
export function carriedTo(
  page: Page,
  path: string,
  carried: Pick<Carried, 'asked' | 'found'> | undefined,
  own: Readonly<Record<string, string>> = {},
): string {
  return link(page, path, withKept(page, carriedQuery(carried, own)))
}

/** What carries a search in an address; what the address itself needs comes first, and counts where both have it. */
export function carriedQuery(
  carried: Pick<Carried, 'asked' | 'found'> | undefined,
  own: Readonly<Record<string, string>> = {},
): URLSearchParams {
  const params = new URLSearchParams(own)
  if (!carried) return params
  for (const [name, value] of paramsOf(carried.asked))
    if (!Object.hasOwn(own, name) && name !== 'view') params.append(name, value)
  if (carried.found !== undefined) params.set('found', String(carried.found))
  return params
}

/** The way back to the list, on its page, in words that say how many it had; undefined where there was no list. */
export function backToList(
  page: Page,
  carried: Carried | undefined,
): { readonly href: string; readonly text: string } | undefined {
  if (carried?.found === undefined) return undefined
  return {
    href: link(page, paths.search(), withKept(page, carriedQuery({ asked: carried.asked }))),
    text: page.words.common.backToList(carried.found),
  }
}

/** How many studies the list had, from the address (`found=15`); undefined where it does not say. */
export function readFound(text: string | null): number | undefined {
  return text !== null && /^\d{1,7}$/.test(text) ? Number(text) : undefined
}
