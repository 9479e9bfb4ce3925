import { readDistanceKm } from './read-values.ts'
import { fold } from '../vocabulary/fold.ts'
import { smallness } from '../vocabulary/small-words.ts'
import type { ReadPlace } from './read-place.ts'

/** A place as it was said: all the words, and those that name it. */
export interface SaidPlace {
  readonly words: string
  readonly typed: string
  readonly read: Exclude<ReadPlace, { readonly kind: 'unknown' }>
  /** How far around it, as it was said: "50 km". */
  readonly distance?: string
}

type FindPlace = (typed: string, asWritten?: boolean) => ReadPlace

/** The place that a sentence says: after "near", "in", "à", or a well-known one at its end. */
export function saidPlace(text: string, findPlace: FindPlace): SaidPlace | undefined {
  return placeAfterCue(text, findPlace) ?? placeAtEnd(text, findPlace)
}

const distance = String.raw`(?<distance>\d{1,4} ?(?:km|kms|kilom[èe]tres?|kilometers?|kilometres?|miles?|mi))`

/** What stands before a place; after the first kind nearly anything is one, after the second a town that is meant. */
const placeCues = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<sure>near|close to|around|outside|not (?:too )?far from|suburbs? of|(?:within|less than|at most|up to)(?: an?)? ${distance} (?:radius )?(?:of|from|around)|${distance.replace('distance', 'far')} (?:from|around)|(?:[àa] )?(?:moins de |environ )?${distance.replace('distance', 'loin')}(?: autour)? (?:de|d['’])|(?:dans )?un rayon de ${distance.replace('distance', 'rayon')} (?:autour )?(?:de|d['’])|pr[èe]s d[e'’]|pas (?:trop )?loin d[e'’]|proche d[e'’]|autour d[e'’]|aux? (?:alentours|environs) d[e'’]|(?:grande )?banlieue d[e'’]|agglom[ée]ration d[e'’]|r[ée]gion d[e'’]|du c[ôo]t[ée] d[e'’]|[àa] c[ôo]t[ée] d[e'’])|(?<part>dans le|in the|d[ée]partement(?: du)?)(?= (?:\d\d|2[ab]|97\d)(?:\s*(?:$|[,.;:!?)])| (?!ans|mois|jours?|heures?|sem|%|pour)\p{L}))|in|from|à|(?<plain>a)|aux?|en|sur|dans le(?= \d)|habit(?:e|ant|ons)|vi[st]|vivant|bas[ée]e? [àa])(?:(?<=['’])|\s+)(?=[\p{L}\p{N}])`,
  'giu',
)

const mostPlaceWords = 5

function placeAfterCue(text: string, findPlace: FindPlace): SaidPlace | undefined {
  let tries = 0
  for (const cue of text.matchAll(placeCues)) {
    const from = cue.index + cue[0].length
    const groups = cue.groups ?? {}
    if (groups['plain'] !== undefined && isEnglish.test(text)) continue
    const isPart = groups['part'] !== undefined
    const isSure = groups['sure'] !== undefined || isPart
    for (const typed of isPart
      ? partsFrom(text.slice(from))
      : namesFrom(text.slice(from), isSure)) {
      if (typed === 'nice' && (isEnglish.test(text) || /^(?:in|from)/i.test(cue[0]))) continue
      if (++tries > mostTries) return undefined
      // No place is meant by a name nearly like its own, unless the cue is sure: others are not looked for.
      const read = findPlace(typed, !isSure)
      if (read.kind === 'unknown' || (isPart && read.kind !== 'wide')) continue
      if (!isPart && !isMeant(typed, read.place, isSure)) continue
      const name = ownWords(typed, read, findPlace)
      const far = [groups['distance'], groups['far'], groups['loin'], groups['rayon']]
      const said = far.find((one) => one !== undefined)?.replace(/kilo\p{L}+/u, 'km')
      const isDistance = said !== undefined && readDistanceKm(said) !== undefined
      return {
        words: text.slice(cue.index, from + name.length),
        typed: name,
        read,
        ...(isDistance && { distance: said }),
      }
    }
  }
  return undefined
}

const mostTries = 30

/** Then "a" is no "à". */
const isEnglish = /(?<!\p{L})(?:my|the|has|have|had|is|and|with|for|i|of|an|need|want)(?!\p{L})/iu

/** "le 93": departments are said by their numbers. */
function partsFrom(text: string): readonly string[] {
  return /^\w+/.exec(text) ?? []
}

/**
 * "Villejuif, on irait" means no more than "Villejuif": words that change nothing are no part of the name, unless they say where
 * it is ("Boston MA").
 */
function ownWords(typed: string, { place }: SaidPlace['read'], findPlace: FindPlace): string {
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
  if (plainName(said) === plainName(region ?? '-') || said === country) return true
  if (!/^\p{Lu}/u.test(said)) return false
  const read = findPlace(said, true)
  if (read.kind !== 'wide' || read.place.country !== country) return false
  return read.place.kind === 'country' || plainName(read.place.name) === plainName(region ?? '-')
}

/** The words after a cue that may be a place's name, the longest first; a comma may be followed by where it is. */
function namesFrom(text: string, isSure: boolean): string[] {
  const [clause = ''] = /^[^.;:!?()\n]*/.exec(text) ?? []
  const words = [...clause.matchAll(/[^\s]+/gu)].slice(0, mostPlaceWords)
  const names = words.map((word) => clause.slice(0, word.index + word[0].length).replace(/,$/, ''))
  return names
    .toReversed()
    .filter((name) => !saysNothing(name.split(/[\s,]+/).at(-1) ?? '') || /\d/.test(name))
    .filter((name) => isSure || !/^\d{1,4}(?!\d)/.test(name))
}

/**
 * A place that nothing is said of stands last: "asthma, Toronto", "lung cancer Cleveland Ohio", "knee pain Chicago area". Only a
 * city, a region or a country of just that name, and no part of another name ("virus de Marburg").
 */
function placeAtEnd(text: string, findPlace: FindPlace): SaidPlace | undefined {
  const body = text
    .replace(/[\s.!?]+$/, '')
    .replace(/,? (?:metro )?(?:area|region|please|pls|svp|merci)$/i, '')
  const words = [...body.matchAll(/[^\s,;]+/gu)]
  const last = words.at(-1)?.[0] ?? ''
  if (last.length < 3 || saysNothing(last) || /\d/.test(last)) return undefined
  // In small letters only a name of a word or two is taken for one.
  const most = /^\p{Lu}/u.test(last) ? mostAtEnd : 2
  for (let count = Math.min(most, words.length - 1); count > 0; count--) {
    const at = words.at(-count)?.index ?? 0
    const typed = body.slice(at)
    const before = words.at(-count - 1)?.[0] ?? ''
    if (/[;.:]/.test(typed) || (joins.test(before) && !/[,;]\s*$/.test(body.slice(0, at)))) continue
    const first = words.at(-count)?.[0] ?? ''
    const isBegun = count > 1 && /^(?:new$|\p{Lu}\p{Ll})/u.test(first)
    if (!/^[\p{L} ,'’-]+$/u.test(typed) || (!isBegun && saysNothing(first))) continue
    const read = findPlace(typed, true)
    if (read.kind === 'unknown') continue
    if (isKnownByName(typed, read.place) && ownWords(typed, read, findPlace) === typed)
      return { words: text.slice(at).trimEnd(), typed, read }
  }
  return undefined
}

const mostAtEnd = 4

/** After these a name is part of another, or was looked at already. */
const joins =
  /^(?:of|the|de|du|des|la|le|les|d|l|dr|prof|mr|mrs|ms|docteur|st|saint|syndrome|disease|maladie|virus|type|grade|score|criteria|protocol|and|et|a|an|my|mon|ma|no|not|pas|new)$|['’]$/i

/** Written as a name a city, and in small letters a big one: "Nice" is one, and "nice" is not. */
function isKnownByName(typed: string, place: SaidPlace['read']['place']): boolean {
  const [first = ''] = typed.split(',')
  const plain = plainName(first)
  const own = plainName(place.name)
  const isNamed =
    place.kind === 'country' ||
    plain === own ||
    plain.startsWith(`${own} `) ||
    own === `${plain} city`
  if (!isNamed || plain.length < 4 || months.has(plain) || saysNothing(first)) return false
  const isWritten =
    typed.split(/[\s-]+/).some((word) => /^\p{Lu}\p{Ll}/u.test(word)) &&
    /^\p{Lu}\p{Ll}/u.test(typed)
  if (place.kind === 'country' || place.kind === 'region')
    return !alsoWords.has(plain) && (isWritten || place.kind === 'country')
  if (place.kind !== 'town') return false
  return (
    (place.population ?? 0) >= (isWritten ? leastTyped : leastSmall) &&
    (isWritten || !alsoWords.has(plain))
  )
}

const leastSmall = 400_000

/** Places that are words of everyday or of medicine as well. */
const alsoWords: ReadonlySet<string> = new Set(
  'turkey chad guinea jordan jersey nice reading split mobile orange bath essen buffalo phoenix natal same male cork victoria centre bari lens tours grasse nord sud ouest est'.split(
    ' ',
  ),
)

/** Whether no name of a place ends with a word: an everyday one, but for the city of Nice and for "Kansas City". */
function saysNothing(word: string): boolean {
  return smallness(word) !== undefined && !/^(?:nice|city),?$/i.test(word)
}

/** A place of that very name: a small town only where it is written as a name, or asked for with "near". */
function isMeant(
  typed: string,
  { name, kind, population = 0, region, country, isCorrected }: SaidPlace['read']['place'],
  isSure: boolean,
): boolean {
  if (kind === 'postcode') return true
  const [first = ''] = typed.split(',')
  const plain = plainName(first)
  if (country === undefined || months.has(plain) || saysNothing(first)) return false
  // What was only said is no place for being spelt nearly like one: "heart" is not Herat.
  if (isCorrected && (!isSure || /\bcity$/i.test(typed))) return false
  // "Saint" is the code of a region as well.
  if (plain === 'st') return false
  if (kind !== 'town' && /\d/.test(typed)) return false
  if (/^\p{Lu}{2,5}$/u.test(first)) return countryCodes.has(first)
  if (plain.length < 4 && !isSure) return false
  if (isSure) return true
  // A country has a code for its name.
  const isNamed =
    kind === 'country' ||
    [name, region].some((one) => one !== undefined && plain.startsWith(plainName(one)))
  const isWritten = /^\p{Lu}/u.test(typed)
  if (kind !== 'town') return isNamed || isWritten
  return isNamed ? population >= (isWritten ? leastWritten : leastTyped) : false
}

/** What is written in capitals is an abbreviation, and mostly one of medicine. */
const countryCodes: ReadonlySet<string> = new Set(['US', 'USA', 'UK', 'UAE', 'NYC', 'LA'])

const leastWritten = 5000
const leastTyped = 100_000

const months: ReadonlySet<string> = new Set(
  'march may august mars mai aout april june july january february'.split(' '),
)

function plainName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bsaint(?=e?\b)/g, 'st')
    .trim()
}
