import { townOfArea } from '../places/areas-by-town.ts'
import { stateCodes } from '../places/state-codes.ts'
import { fold } from '../vocabulary/fold.ts'
import { smallness } from '../vocabulary/small-words.ts'
import type { Place } from '../places/place.ts'
import type { ReadPlace } from './read-place.ts'

/** Finds the place of a name: as it was written alone, or misspelt as well. */
export type FindPlace = (typed: string, asWritten?: boolean) => ReadPlace

/** What places in a sentence are found with. */
export interface PlaceFinder {
  readonly findPlace: FindPlace
  /** Whether readers of the language live there: smaller places are meant then. */
  readonly isOwn: (place: Place) => boolean
  /** The bigger city of theirs that is one slip from what was typed. */
  readonly nearCity: (typed: string) => string | undefined
  readonly language: 'en' | 'fr'
}

/** A place as it was said: all the words, and those that name it. */
export interface SaidPlace {
  readonly words: string
  readonly typed: string
  readonly read: Exclude<ReadPlace, { readonly kind: 'unknown' }>
  /** How far around it, as it was said: "50 km". */
  readonly distance?: string
}

/**
 * "Villejuif, on irait" means no more than "Villejuif": words that change nothing are no part of the name, unless they say where
 * it is ("Boston MA").
 */
export function nameOwnWords(
  typed: string,
  { place }: SaidPlace['read'],
  findPlace: FindPlace,
): string {
  const ends = [...typed.matchAll(/[^\s]+/gu)].map(({ index, 0: word }) => index + word.length)
  const shorter = ends.map((end) => typed.slice(0, end).replace(/,$/, ''))
  const isSame = (name: string): boolean => {
    const read = findPlace(name)
    return read.kind !== 'unknown' && read.place.lat === place.lat && read.place.lon === place.lon
  }
  // "San" alone finds San Diego as well: the words of its own name are not left over.
  const named = shorter.findLast((name) => plainName(place.name).startsWith(plainName(name))) ?? ''
  const same = shorter.find(isSame) ?? typed
  const shortest = named.length > same.length ? named : same
  const isWhere = (name: string): boolean => {
    const rest = name.slice(shortest.length).replace(/^[\s,(]+|[\s,)]+$/g, '')
    return rest !== '' && isArea(rest, place, findPlace)
  }
  return shorter.findLast(isWhere) ?? shortest
}

/** A state, a country or its code, in which the place is: only a town is in something. */
function isArea(
  said: string,
  { country, region, kind }: SaidPlace['read']['place'],
  findPlace: FindPlace,
): boolean {
  if (kind !== 'town') return false
  if (townOfArea(said) !== undefined) return true
  if (plainName(said) === plainName(region ?? '-') || said === country) return true
  // "Tampa fl": a code belongs to its town in small letters too.
  const isCode = /^[a-z]{2}$/.test(said) && stateCodes.has(said.toUpperCase()) && !saysNothing(said)
  if (!isCode && !/^\p{Lu}/u.test(said)) return false
  const read = findPlace(isCode ? said.toUpperCase() : said, true)
  if (read.kind !== 'wide' || read.place.country !== country) return false
  return read.place.kind === 'country' || plainName(read.place.name) === plainName(region ?? '-')
}

/** A sentence without the spaces and stops at its end. */
export function withoutStops(text: string): string {
  return text.replace(/[\s.!?]+$/, '')
}

/** The words of a sentence, each with its place, that spaces, commas or semicolons part. */
export function placedWords(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(/[^\s,;]+/gu)]
}

/** How a name is compared: folded, "Saint" as "St". */
export function plainName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bsaint(?=e?\b)/g, 'st')
    .trim()
}

/** Whether no name of a place ends with a word: an everyday one, but for the city of Nice and for "Kansas City". */
export function saysNothing(word: string): boolean {
  return smallness(word) !== undefined && !/^(?:nice|city),?$/i.test(word)
}

/** Months, which are names of places too. */
export const months: ReadonlySet<string> = new Set(
  'march may august mars mai aout april june july january february'.split(' '),
)

/** How many people live in a town that is taken for one where its name is written as a name, or in small letters; where it is of several words, and the reader's own. */
export const leastPeople = {
  written: 5000,
  typed: 100_000,
  own: 20_000,
  severalWords: 5000,
  small: 400_000,
} as const

/** The same of one of the reader's own, by its plain name: several words are hardly anything else. */
export function leastOfOwn(plain: string): number {
  return plain.includes(' ') ? leastPeople.severalWords : leastPeople.own
}

/** Whether a place is called by the beginning of its name: "Newcastle", "Frankfurt"; both folded here. */
export function hasLongerName(plain: string, name: string): boolean {
  return plain.length >= 5 && plainName(name).startsWith(`${plain} `)
}
