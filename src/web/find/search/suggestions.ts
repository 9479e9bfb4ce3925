import { labelOf } from '../../../finder/places/label.ts'
import { type BegunName, namesBegun } from '../../../finder/vocabulary/begun-names.ts'
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
  const find = finders.get(params.get('for') ?? '') ?? conditions
  const found = find(page, app, typed)
  const { none, some, howTo } = page.words.search.suggestions
  const announcement = found.length === 0 ? none : `${some(found.length)}. ${howTo}`
  return { suggestions: found, announcement }
}

/** The town that a point is beside, for who asks for their own place: its name then goes into the box, not the point. */
function here(page: Page, app: App, typed: string): readonly SuggestionLine[] {
  const [place] = app.places.find(typed)
  return place?.town ? [{ value: labelOf(place.town, page.language), note: '' }] : []
}

function places(page: Page, app: App, typed: string): readonly SuggestionLine[] {
  const labels = app.places.suggest(typed, most).map((place) => labelOf(place, page.language))
  return [...new Set(labels)].map((value) => ({ value, note: '' }))
}

/** Illnesses as people say them in the page's language; then what records and MeSH call so, treatments too. */
function conditions(page: Page, app: App, typed: string): readonly SuggestionLine[] {
  const own = illnesses(page, app, typed)
  const named = new Set(own.map(({ term }) => term))
  const others = app.catalogue.suggest(typed, most * 3).filter(({ text, term }) => {
    const meant = term ?? page.vocabulary.byName(text)?.term ?? text
    const isNew = !named.has(meant)
    named.add(meant)
    return isNew
  })
  const lines = [
    ...own.map((one) => ({ ...one, value: one.name, also: undefined })),
    ...others.map(({ text, term, studies }) => ({
      value: text,
      also: term === text ? undefined : term,
      studies,
      isWhole: false,
      isWide: false,
    })),
  ]
  // What records call it is English too.
  const ordered = page.language === 'en' ? lines.toSorted(likelierFirst) : lines
  return ordered.slice(0, most).map(({ value, also, studies }) => ({
    value,
    note: [also, page.words.common.studies(studies)].filter(Boolean).join(' · '),
  }))
}

const finders: ReadonlyMap<string, typeof conditions> = new Map([
  ['place', places],
  ['here', here],
])

interface NamedIllness extends BegunName {
  readonly studies: number
}

/** Those of which there are studies: a whole word that was typed before the beginning of one, then the most studied. */
function illnesses(page: Page, app: App, typed: string): readonly NamedIllness[] {
  const { vocabulary, language } = page
  const begun = namesBegun(typed, language, vocabulary.concepts).flatMap((one) => {
    const tree = vocabulary.byName(one.term)?.trees[0]
    return tree === undefined ? [] : [{ ...one, tree }]
  })
  const counts = app.catalogue.treeCounts(begun.map(({ tree }) => tree))
  return begun
    .map((one) => ({ ...one, studies: counts[one.tree]?.all ?? 0 }))
    .filter(({ studies }) => studies > 0)
    .toSorted(likelierFirst)
    .slice(0, most)
}

type Likelihood = Pick<NamedIllness, 'isWhole' | 'isWide' | 'studies'>

function likelierFirst(a: Likelihood, b: Likelihood): number {
  return Number(b.isWhole) - Number(a.isWhole) || weightOf(b) - weightOf(a)
}

function weightOf({ studies, isWide }: Likelihood): number {
  return isWide ? studies / 2 : studies
}
