import type { Query } from '../finder/catalogue/query.ts'
import {
  readAgeDays,
  readDistanceKm,
  readPage,
  readSex,
  readSort,
} from '../finder/catalogue/read-query.ts'
import type { Place, Places } from '../finder/places/places.ts'
import type { SearchOptions } from './search.ts'

/** A question as typed at the command line, read; and what could not be read, in words. */
export interface ReadSearch {
  readonly query: Query
  /** The place that was understood, to be shown. */
  readonly nearName?: string
  readonly problems: readonly string[]
}

/** What the reading stands on: where places are, and which day it is (`yyyy-MM-dd`). */
export interface SearchGround {
  readonly places: Pick<Places, 'find'>
  readonly today: string
}

/** Reads the words and options of `trialway search`. */
export function readSearch(
  words: readonly string[],
  options: SearchOptions,
  { places, today }: SearchGround,
): ReadSearch {
  const problems: string[] = []
  const read = readerOf(options, problems)
  const place = read('near', (text) => places.find(text, { limit: 1 })[0], placeHelp)
  if (options.within !== undefined && options.near === undefined)
    problems.push('--within needs --near: a distance from where?')
  const values = {
    near: place && { lat: place.lat, lon: place.lon },
    withinKm: read('within', readDistanceKm, 'Give a distance, such as 25km or 10mi.'),
    ageDays: read('age', readAgeDays, 'Give an age, such as 2y, 8mo or 6w.'),
    sex: read('sex', readSex, 'Give female or male.'),
    sort: read('sort', readSort, 'Give best, nearest, newest or updated.'),
    page: read('page', readPage, 'Give a number from 1.'),
  }
  return {
    query: {
      ...given(textsOf(words, options)),
      ...given(listsOf(options)),
      ...given(values),
      today,
    },
    ...(place && { nearName: nameOf(place) }),
    problems,
  }
}

const placeHelp = 'Give a town, a postcode, or latitude,longitude.'

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
    if (value === undefined)
      problems.push(`--${name} ${JSON.stringify(text)} cannot be understood. ${help}`)
    return value
  }
}

function textsOf(words: readonly string[], { cond, intr, title, spons }: SearchOptions) {
  return { q: words.join(' ') || undefined, cond, intr, title, spons }
}

function listsOf({ status, phase, type, country }: SearchOptions) {
  return {
    status: upper(status),
    phase: upper(phase),
    type: upper(type),
    country: upper(country),
  }
}

function upper(values: readonly string[] | undefined): readonly string[] | undefined {
  return values?.map((value) => value.toUpperCase())
}

function nameOf({ name, region, country }: Place): string {
  return [name, region, country].filter(Boolean).join(', ')
}

type Given<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> }

/** Only what was given: an option that is absent is absent from the query, too. */
function given<Values extends object>(values: Values): Given<Values> {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(pairs) as Given<Values>
}
