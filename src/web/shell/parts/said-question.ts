import { type FilterRow, filterTable } from '../../../finder/catalogue/model/filter-table.ts'
import { labelOf } from '../../../finder/places/label.ts'
import type { ListField, SingleFilter, TextField } from '../../../finder/question/asked.ts'
import type { Place } from '../../../finder/places/place.ts'
import type { QuestionProblem } from '../../../finder/question/problem.ts'
import { type ReadQuestion, readQuestion } from '../../../finder/question/read-question.ts'
import type { App } from '../app.ts'
import type { Page } from '../page.ts'

/** What is wrong with a field of a search, in the reader's words. */
export interface SaidProblem {
  readonly field: TextField | ListField
  readonly text: string
}

/** A question as it was read, with its problems in the reader's words. */
export interface SaidQuestion extends Omit<ReadQuestion, 'problems'> {
  readonly problems: readonly SaidProblem[]
}

/** Reads the parameters of an address or a form as a question. What cannot be read is a problem in words. */
export function readSaidQuestion(params: URLSearchParams, page: Page, app: App): SaidQuestion {
  const read = readAsked(params, page, app)
  return { ...read, problems: saidProblems(page, read.problems) }
}

/** The same with its problems as codes. */
export function readAsked(
  params: URLSearchParams,
  { language }: Pick<Page, 'language'>,
  { places, vocabulary, today }: Pick<App, 'places' | 'vocabulary' | 'today'>,
): ReadQuestion {
  return readQuestion(params, {
    places,
    language,
    isTree: (number) => vocabulary.byTree(number) !== undefined,
    today: today(),
  })
}

/** A distance without a place has no effect, and is not complained of. */
function saidProblems(page: Page, problems: readonly QuestionProblem[]): readonly SaidProblem[] {
  return problems
    .filter(({ code }) => code !== 'no-place')
    .map((problem) => ({ field: problem.field, text: textOf(page, problem) }))
}

function textOf(page: Page, { field, code, typed, place }: QuestionProblem): string {
  const say = page.words.search.problems
  switch (code) {
    case 'too-long':
      return say.tooLong
    case 'too-many':
      return say.tooMany
    case 'brackets':
      return say.brackets(typed)
    case 'wide':
      return place ? widePlaceText(page, place) : say.near(typed)
    case 'no-place':
    case 'unreadable':
      if (field === 'near') return say.near(typed)
      return isFilter(field) ? filterText(page, field, typed) : fieldText(page, field)
  }
}

/** Why nothing is measured from a country or a region. */
export function widePlaceText(page: Page, place: Place): string {
  const say = page.words.search.problems
  const name = labelOf(place, page.language)
  return place.kind === 'region' ? say.nearRegion(name) : say.nearCountry(name)
}

function isFilter(field: TextField | ListField): field is SingleFilter | ListField {
  return Object.hasOwn(filterTable, field)
}

function filterText(page: Page, name: SingleFilter | ListField, typed: string): string {
  const say = page.words.search.problems
  const { kind, values }: FilterRow = filterTable[name]
  switch (kind) {
    case 'list':
      return say.choice(typed)
    case 'one':
      return say.oneOf(values.map((value) => page.words.search.quote(value)))
    case 'yes':
      return say.yes
    case 'span':
      return say.span
  }
}

function fieldText(page: Page, field: Exclude<TextField, SingleFilter | 'near'>): string {
  const say = page.words.search.problems
  switch (field) {
    case 'within':
    case 'age':
    case 'sex':
    case 'tree':
    case 'sort':
    case 'exact':
    case 'page':
    case 'size':
      return say[field]
    case 'q':
    case 'cond':
    case 'intr':
    case 'title':
    case 'spons':
    case 'elig':
    case 'view':
    case 'unfit':
    case 'units':
      return say.tooLong
  }
}
