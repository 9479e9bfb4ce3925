import { filterTable } from '../catalogue/model/filter-table.ts'
import type { Query } from '../catalogue/model/query.ts'
import { countryUsesMiles } from '../places/distance.ts'
import { nearCity } from '../places/near-cities.ts'
import type { Places } from '../places/places.ts'
import {
  type Asked,
  type ListField,
  type RawQuestion,
  type TextField,
  askedOf,
  listFields,
  singleFilters,
  textFields,
} from './asked.ts'
import type { ProblemCode, QuestionProblem } from './problem.ts'
import { type ReadPlace, isOwnSaidPlace, readPlace } from './read-place.ts'
import { type Saying, readSaying } from './read-saying.ts'
import {
  isInMiles,
  readAge,
  readChoices,
  readDistanceKm,
  readPage,
  readPageSize,
  readSex,
  readSingle,
  readSort,
  readUnits,
  readYes,
} from './read-values.ts'

/** A question read from what was typed: what was understood, and as codes what was not. */
export interface ReadQuestion {
  readonly asked: Asked
  /** The same without what could not be read or has no effect. */
  readonly applied: Asked
  /** What could be read and was asked, with nothing added but the order that a place alone asks for. */
  readonly query: Query
  /** What was typed as a place, or said in the box for anything; undefined where none was. */
  readonly place?: ReadPlace
  /** What the box for anything says beside the words that are searched for; it gives way to the boxes of their own. */
  readonly saying?: Saying
  /** A distance was asked for and nothing is measured, because the place is an area: all of it is searched. */
  readonly isDistanceIdle?: true
  /** Distances are said in miles: asked for, typed so, or usual where the place is. */
  readonly inMiles: boolean
  readonly problems: readonly QuestionProblem[]
}

/** What a question is read with: where places are, which branches MeSH has, the reader's language, the day (`yyyy-MM-dd`). */
export interface QuestionContext {
  readonly language: 'en' | 'fr'
  readonly places: Pick<Places, 'find'>
  readonly isTree: (number: string) => boolean
  readonly today: string
}

/** Reads a question; every door reads with this. What cannot be read is a problem, and left out of the query. */
export function readQuestion(raw: RawQuestion, context: QuestionContext): ReadQuestion {
  const asked = askedOf(raw)
  const problems: QuestionProblem[] = bracketProblems(raw)
  const typed = { ...textsOf(asked, context, problems), ...listsOf(asked, problems) }
  const saying = sayingOf(typed, asked, context)
  const values = saying ? withSaying(typed, saying) : typed
  const place =
    asked.texts.near === ''
      ? saidPlace(asked, saying, problems)
      : placeOf(asked, values.country, context, problems)
  const near = place?.kind === 'found' ? pointOf(place) : undefined
  const area = place?.kind === 'wide' ? place.place.area : undefined
  const sort = sortOf(values, near !== undefined)
  const { withinKm, sort: _, ...rest } = values
  return {
    asked,
    applied: appliedOf(asked, problems, near !== undefined),
    query: {
      ...rest,
      ...(near && { near }),
      ...(area !== undefined && { area }),
      ...(area !== undefined && saying?.place && { isAreaSaid: true as const }),
      ...(near && withinKm !== undefined && { withinKm }),
      ...(sort && { sort }),
      today: context.today,
    },
    ...(place && { place }),
    ...(saying && { saying }),
    ...(area !== undefined && withinKm !== undefined && { isDistanceIdle: true as const }),
    inMiles: usesMiles(asked, place, saying?.place?.distance, context.language),
    problems,
  }
}

/**
 * What is said in the box for anything, unless its words are to be searched as they were typed. What has a box of its own
 * that is filled in is told there.
 */
function sayingOf(
  { q, exact, country }: Values,
  { texts }: Asked,
  { places, language, today }: QuestionContext,
): Saying | undefined {
  if (q === undefined || exact) return undefined
  const { age, sex, place, ...saying } = readSaying(q, {
    findPlace: (typed, asWritten) =>
      readPlace(typed, {
        places,
        language,
        countries: country,
        asWritten: asWritten === true,
        withAreas: true,
      }),
    isOwn: (place) => isOwnSaidPlace(place, language),
    nearCity: (typed) => nearCity(typed, language),
    language,
    today,
  })
  return {
    ...saying,
    ...(age && texts.age === '' && { age }),
    ...(sex && texts.sex === '' && { sex }),
    ...(place && texts.near === '' && { place }),
    isNearMe: saying.isNearMe && texts.near === '',
  }
}

function withSaying(values: Values, { left, age, sex, place }: Saying): Values {
  const { q: _, ...others } = values
  const km = place?.distance === undefined ? undefined : readDistanceKm(place.distance)
  const isFar = km !== undefined && values.withinKm === undefined && place?.read.kind === 'found'
  return {
    ...others,
    ...(left !== '' && { q: left }),
    ...(age && { age: age.span, isAgeSaid: true as const }),
    ...(sex && { sex: sex.sex, isSexSaid: true as const }),
    ...((age || sex) && { isOfPerson: true as const }),
    ...(place && { isPlaceSaid: true as const }),
    ...(isFar && { withinKm: km, isWithinSaid: true as const }),
  }
}

type Values = Omit<Query, 'near' | 'area' | 'ids' | 'today'>

/** The fields that hold one text and are no filter: their member of a query and how they are read. */
function textReaders({ isTree }: QuestionContext): Partial<Record<TextField, Reader>> {
  return {
    ...Object.fromEntries(wordFields.map((field) => [field, { key: field, read: readWords }])),
    within: { key: 'withinKm', read: readDistanceKm },
    age: { key: 'age', read: readAge },
    sex: { key: 'sex', read: readSex },
    ...Object.fromEntries(
      singleFilters.map((name) => [
        name,
        { key: filterTable[name].key, read: (text: string) => readSingle(name, text) },
      ]),
    ),
    tree: { key: 'tree', read: (text) => (isTree(text) ? text : undefined) },
    sort: { key: 'sort', read: readSort },
    exact: { key: 'exact', read: readYes },
    page: { key: 'page', read: readPage },
    size: { key: 'pageSize', read: readPageSize },
  }
}

interface Reader {
  readonly key: keyof Values
  readonly read: (text: string) => unknown
}

const wordFields = ['q', 'cond', 'intr', 'title', 'spons', 'elig'] as const
const mostLetters = 512

function clipped(text: string): string {
  return text.length <= mostLetters ? text : text.slice(0, mostLetters).replace(/\s+\S*$/u, '')
}

function readWords(text: string): string | undefined {
  return text.length <= mostLetters ? text : undefined
}

function textsOf(asked: Asked, context: QuestionContext, problems: QuestionProblem[]): Values {
  const readers = textReaders(context)
  const values: Partial<Record<keyof Values, unknown>> = {}
  for (const field of textFields) {
    const reader = readers[field]
    const text = asked.texts[field]
    if (!reader || text === '') continue
    const value = reader.read(text)
    if (value !== undefined) values[reader.key] = value
    else {
      // A long story begins with what it is about: better read so far than not at all.
      if (field === 'q') values.q = clipped(text)
      problems.push(problemOf(field, reader.read === readWords ? 'too-long' : 'unreadable', text))
    }
  }
  return values as Values
}

const mostValues = 50

function listsOf(asked: Asked, problems: QuestionProblem[]): Values {
  const lists: Partial<Record<keyof Values, unknown>> = {}
  for (const field of listFields) {
    const typed = asked.lists[field]
    if (typed.length > mostValues) problems.push(problemOf(field, 'too-many', ''))
    const known = new Set<string>()
    for (const text of typed.slice(0, mostValues)) {
      const values = readChoices(field, text)
      if (values === undefined) problems.push(problemOf(field, 'unreadable', text))
      else for (const value of values) known.add(value)
    }
    if (known.size > 0) lists[filterTable[field].key] = [...known]
  }
  return lists as Values
}

/** The place that was said; where none was either, a distance and an order by distance have nothing to begin from. */
function saidPlace(
  { texts: { within, sort } }: Asked,
  saying: Saying | undefined,
  problems: QuestionProblem[],
): ReadPlace | undefined {
  const place = saying?.place?.read
  if (place) return place
  if (within !== '') problems.push(problemOf('within', 'no-place', within))
  if (sort === 'nearest') problems.push(problemOf('sort', 'no-place', sort))
  return undefined
}

function placeOf(
  { texts: { near } }: Asked,
  countries: readonly string[] | undefined,
  { places, language }: QuestionContext,
  problems: QuestionProblem[],
): ReadPlace {
  const place = readPlace(near, { places, countries, language, withAreas: true })
  if (place.kind === 'unknown')
    problems.push({ ...problemOf('near', 'unreadable', near), others: place.others })
  if (place.kind === 'wide' && place.place.area === undefined)
    problems.push({ ...problemOf('near', 'wide', near), place: place.place })
  return place
}

/** Miles or kilometres: as was asked, or as people there are used to; miles too where the distance was typed so. */
function usesMiles(
  { texts }: Asked,
  place: ReadPlace | undefined,
  said: string | undefined,
  language: QuestionContext['language'],
): boolean {
  const asked = readUnits(texts.units)
  if (asked !== undefined) return asked === 'mi'
  if (isInMiles(texts.within === '' ? (said ?? '') : texts.within)) return true
  // Who reads French counts in kilometres, wherever the place is.
  if (language === 'fr' || place === undefined || place.kind === 'unknown') return false
  return countryUsesMiles(place.place.country)
}

function pointOf({ place: { lat, lon } }: Extract<ReadPlace, { kind: 'found' }>) {
  return { lat, lon }
}

/** A place without a distance asks for what is near; with one, the words decide. */
function sortOf({ sort, withinKm }: Values, hasPlace: boolean): Query['sort'] {
  if (sort === 'nearest' && !hasPlace) return undefined
  return sort ?? (hasPlace && withinKm === undefined ? 'nearest' : undefined)
}

/** `q[]=a` and `q[x]=a` mean something to other programs and nothing here: better said than ignored. */
function bracketProblems(raw: RawQuestion): QuestionProblem[] {
  const name = [...raw.keys()].find((key) => /[[\]]/.test(key))
  return name === undefined ? [] : [problemOf('q', 'brackets', name)]
}

function problemOf(
  field: TextField | ListField,
  code: ProblemCode,
  typed: string,
): QuestionProblem {
  return { field, code, typed: typed.slice(0, 60) }
}

/** A distance counts from a point alone: not within an area. */
function appliedOf(asked: Asked, problems: readonly QuestionProblem[], hasPoint: boolean): Asked {
  const unread = new Set<string>(
    problems.filter(({ code }) => code !== 'brackets').map(({ field }) => field),
  )
  const isIdle = (name: string) => unread.has(name) || (name === 'within' && !hasPoint)
  const texts = Object.entries(asked.texts).map(([name, text]) => [
    name,
    name === 'q' ? clipped(text) : isIdle(name) ? '' : text,
  ])
  const lists = listFields.map((field) => [
    field,
    asked.lists[field].filter((value) => readChoices(field, value) !== undefined),
  ])
  return { texts: Object.fromEntries(texts), lists: Object.fromEntries(lists) }
}
