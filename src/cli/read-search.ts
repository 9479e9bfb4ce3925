import type { Near, Query } from '../finder/catalogue/model/query.ts'
import {
  type Choice,
  choices,
  readAge,
  readChoice,
  readDistanceKm,
  readPage,
  readPoint,
  readSex,
  readSort,
  readSpanDays,
} from '../finder/question/read-values.ts'
import { labelOf } from '../finder/places/label.ts'
import type { Places } from '../finder/places/places.ts'
import { categories } from '../finder/vocabulary/categories.ts'
import type { SearchOptions } from './search-options.ts'

/** A question as typed at the command line, read; and what could not be read, in words. */
export interface ReadSearch {
  readonly query: Query
  /** The place that was understood, to be shown. */
  readonly nearName?: string
  readonly problems: readonly string[]
}

/** What the reading stands on: where places are, which branches MeSH has, and which day it is (`yyyy-MM-dd`). */
export interface SearchGround {
  readonly places: Pick<Places, 'find'>
  readonly isTree: (number: string) => boolean
  readonly today: string
}

/** Reads the words and options of `trialway search`. */
export function readSearch(
  words: readonly string[],
  options: SearchOptions,
  ground: SearchGround,
): ReadSearch {
  const problems: string[] = []
  const texts = textsOf(words, options, problems)
  const lists = listsOf(options, problems)
  const place = placeOf(options.near, lists.country, ground, problems)
  if (options.within !== undefined && options.near === undefined)
    problems.push('--within needs --near: a distance from where?')
  const values = valuesOf(options, ground, problems)
  if (values.sort === 'nearest' && options.near === undefined)
    problems.push('--sort nearest needs --near: nearest to where?')
  return {
    query: {
      ...given(texts),
      ...given(lists),
      ...given({ ...values, sort: values.sort ?? usualSort(options), near: place?.point }),
      ...(options.healthy === true && { healthy: true }),
      ...(options.exact === true && { exact: true }),
      today: ground.today,
    },
    ...(place?.name !== undefined && { nearName: place.name }),
    problems,
  }
}

/** A place without a distance is a wish to see what is near; with one, the words decide. */
function usualSort({ near, within }: SearchOptions): Query['sort'] {
  return near !== undefined && within === undefined ? 'nearest' : undefined
}

function valuesOf(options: SearchOptions, { isTree }: SearchGround, problems: string[]) {
  const read = readerOf(options, problems)
  return {
    withinKm: read('within', readDistanceKm, 'Give a distance, such as 25km or 10mi.'),
    age: read('age', readAge, 'Give an age, such as 2y, 8mo or 6w.'),
    sex: read('sex', readSex, 'Give female or male.'),
    results: read('results', readResults, 'Give with or without.'),
    updatedWithinDays: read('updated', readSpanDays, 'Give a time, such as 30d, 6mo or 1y.'),
    tree: read(
      'tree',
      (text) => (isTree(text) ? text : undefined),
      'Give a number of the MeSH tree of diseases, such as C14.907.',
    ),
    sort: read('sort', readSort, 'Give best, nearest, newest or updated.'),
    page: read('page', readPage, 'Give a number from 1.'),
    pageSize: read('size', readSize, 'Give a number from 1 to 100.'),
  }
}

function readResults(text: string): Query['results'] {
  return (['with', 'without'] as const).find((value) => value === text)
}

function readSize(text: string): number | undefined {
  return /^(?:[1-9]\d?|100)$/.test(text) ? Number(text) : undefined
}

type Read = <Value>(
  name: keyof SearchOptions,
  reader: (text: string) => Value | undefined,
  help: string,
) => Value | undefined

function readerOf(options: SearchOptions, problems: string[]): Read {
  return (name, reader, help) => {
    const text = options[name]
    if (typeof text !== 'string') return undefined
    const value = reader(text)
    if (value === undefined) problems.push(misread(name, text, help))
    return value
  }
}

function misread(name: string, text: string, help: string): string {
  return `--${name} ${JSON.stringify(text)} cannot be understood. ${help}`
}

const mostLetters = 512

function textsOf(words: readonly string[], options: SearchOptions, problems: string[]) {
  const { cond, intr, title, spons, elig } = options
  const texts = { q: words.join(' ') || undefined, cond, intr, title, spons, elig }
  for (const [name, text] of Object.entries(texts))
    if (text !== undefined && text.length > mostLetters)
      problems.push(
        `${name === 'q' ? 'The words are' : `--${name} is`} too long. Use at most 512 letters.`,
      )
  return texts
}

function listsOf(options: SearchOptions, problems: string[]) {
  const read = (name: Choice): readonly string[] | undefined => {
    const texts = options[name]?.flatMap((text) => text.split(',')).map((text) => text.trim())
    const values = texts?.map((text) => {
      const value = readChoice(name, text)
      if (value === undefined) problems.push(misread(name, text, helpWith(name)))
      return value
    })
    return values && [...new Set(values.filter((value) => value !== undefined))]
  }
  return {
    status: read('status'),
    phase: read('phase'),
    type: read('type'),
    category: read('category'),
    country: read('country'),
    sponsorClass: read('class'),
  }
}

function helpWith(name: Choice): string {
  if (name === 'country') return 'Give the name or the code of a country, such as France or FR.'
  const values = name === 'category' ? categories.map(({ slug }) => slug) : choices[name]
  return `Give one of: ${values.join(', ')}.`
}

interface FoundPlace {
  readonly point: Near
  readonly name?: string
}

/** A distance from the middle of a country or a region would tell nobody anything. */
function placeOf(
  text: string | undefined,
  countries: readonly string[] | undefined,
  { places }: SearchGround,
  problems: string[],
): FoundPlace | undefined {
  if (text === undefined) return undefined
  const bare = readPoint(text)
  if (bare) return { point: bare }
  const [country] = countries?.length === 1 ? countries : []
  const [place] = places.find(text, { limit: 1, ...(country !== undefined && { country }) })
  if (!place) {
    problems.push(misread('near', text, 'Give a town, a postcode, or latitude,longitude.'))
    return undefined
  }
  const name = labelOf(place, 'en')
  if (place.kind === 'country')
    problems.push(`--near: ${name} is a whole country. Give a town, or use --country.`)
  if (place.kind === 'region')
    problems.push(`--near: ${name} is a whole region. Give a town or a postcode in it.`)
  return { point: { lat: place.lat, lon: place.lon }, name }
}

type Given<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> }

/** Only what was given: an option that is absent is absent from the query, too. */
function given<Values extends object>(values: Values): Given<Values> {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(pairs) as Given<Values>
}
