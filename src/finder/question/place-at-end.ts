import { areaAtEnd } from './area-at-end.ts'
import { isShortFor } from '../places/name-key.ts'
import { isCity } from '../places/near-cities.ts'
import { openDrugFamilies } from '../vocabulary/drug-families.ts'
import { fold, tokens } from '../vocabulary/fold.ts'
import { isWordOfRules } from '../vocabulary/rule-words.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { anyPerson, beforeName } from './persons.ts'
import { alsoFirstNames, alsoWords, eponyms, isAlsoWord, isTownBehind } from './place-or-word.ts'
import {
  type PlaceFinder,
  type SaidPlace,
  hasLongerName,
  leastOfOwn,
  leastPeople,
  months,
  nameOwnWords,
  placedWords,
  plainName,
  saysNothing,
  withoutStops,
} from './place-names.ts'

/**
 * A place that nothing is said of stands last: "asthma, Toronto", "lung cancer Cleveland Ohio", "knee pain Chicago area". Only a
 * city, a region or a country of just that name, and no part of another name ("virus de Marburg").
 */
export function placeAtEnd(text: string, finder: PlaceFinder): SaidPlace | undefined {
  const { findPlace } = finder
  const area = areaAtEnd(text, finder)
  if (area) return area
  const body = withoutStops(text).replace(
    /,? (?:metro )?(?:area|region|please|pls|svp|merci)$/i,
    '',
  )
  const words = placedWords(body)
  const last = words.at(-1)?.[0] ?? ''
  if ((last.length < 3 && !/^fe$/i.test(last)) || /\d/.test(last)) return undefined
  if (saysNothing(last) && !isEndOfCity(words)) return undefined
  const isWritten = /^\p{Lu}/u.test(last)
  if (!isWritten && isWordOfMedicine(words)) return undefined
  for (let count = Math.min(mostAtEnd, words.length - 1); count > 0; count--) {
    const at = words.at(-count)?.index ?? 0
    const end: LastWords = {
      typed: body.slice(at),
      said: body.slice(0, at),
      before: words.at(-count - 1)?.[0] ?? '',
      first: words.at(-count)?.[0] ?? '',
      count,
    }
    if (!mayBeName(end, isWritten)) continue
    const { typed } = end
    const read = findPlace(typed, true)
    if (read.kind === 'unknown' || !isKnownAtEnd(end, read.place, finder)) continue
    if (nameOwnWords(typed, read, findPlace) === typed)
      return { words: text.slice(at).trimEnd(), typed, read }
  }
  return undefined
}

/** The last words of a sentence, and what is said before them. */
interface LastWords {
  readonly typed: string
  readonly said: string
  readonly before: string
  readonly first: string
  readonly count: number
}

/** Whether the last words look like a name, and are no part of another. */
function mayBeName({ typed, said, before, first, count }: LastWords, isWritten: boolean): boolean {
  const isLong = count > 1 && isCity(typed)
  // In small letters only a name of a word or two is taken for one, or one that has a small word in it.
  if (!isWritten && count > 2 && !ofSmallWords.test(typed) && !/^new /i.test(typed) && !isLong)
    return false
  const isJoined =
    joins.test(before) && !(count > 1 && before === 'pas') && !(isWritten && isBehindIllness(said))
  if (stops.test(typed) || (isJoined && !/[,;]\s*$/.test(said))) return false
  const isBegun =
    count > 1 && (/^(?:new$|\p{Lu}\p{Ll})/u.test(first) || /^l(?:e|a|es) \p{L}{3}/iu.test(typed))
  return /^[\p{L} ,.'’-]+$/u.test(typed) && (isBegun || isLong || !saysNothing(first))
}

/** "Kidney disease Boston": in English an illness ends with that word, and no name follows it. */
function isBehindIllness(said: string): boolean {
  return /\p{L}{3,} (?:disease|syndrome)\s*$/iu.test(said)
}

function isKnownAtEnd(
  { typed, said, before }: LastWords,
  place: SaidPlace['read']['place'],
  finder: PlaceFinder,
): boolean {
  const isApart = /[,;]\s*$/.test(said) || ofAge.test(before)
  const isPerson = ofOnesOwn.test(said)
  // "My daughter Charlotte" says no city, though it is a big one.
  if (isPerson && alsoFirstNames.has(plainName(typed))) return false
  if (isKnownByName(typed, place, isApart, finder)) return true
  if (isPerson) return finder.language === 'fr' && isOwnByName(typed, place, finder)
  if (/[,;]\s*$/.test(said) && isTownApart(typed, place)) return true
  return isOwnByName(typed, place, finder, said)
}

/** "Lupus, Bad Homburg": behind a comma, written as a name, which names nothing else, any town is one, as in the box for places. */
function isTownApart(typed: string, place: SaidPlace['read']['place']): boolean {
  const plain = plainName(typed)
  const isNamed = plain === plainName(place.name) || hasLongerName(plain, place.name)
  if (place.kind !== 'town' || place.isCorrected || !isNamed || plain.length < 3) return false
  const words = typed.split(/[\s-]+/)
  return (
    words.every((word) => /^\p{Lu}\p{Ll}/u.test(word) || ofNames.test(word)) &&
    ![alsoFirstNames, eponyms, months].some((known) => known.has(plain)) &&
    !words.some((word) => isWordOfRules(fold(word)) && words.length === 1) &&
    openVocabulary().byName(typed) === undefined &&
    openDrugFamilies().byWords(tokens(typed)) === undefined
  )
}

const ofNames = /^(?:de|du|des|la|le|les|sur|sous|en|on|upon|of|the|am|an|der)$/

const mostAtEnd = 4

/** Not the one of "St. Louis". */
const stops = /[;:]|(?<!(?<!\p{L})(?:ste?|mt|ft))\./iu

/** "La roche sur yon", "stoke on trent", "pointe a pitre". */
const ofSmallWords =
  /^(?:l[ae]s? |saint |st )?[\p{L}-]+ (?:on|upon|in|by|under|le|la|les|de|du|des|sur|sous|en|a|à|et) [^,]+$|^(?:l[ae]s?|saint|st) [^,]+$/iu

/** Words of medicine that are no city are not looked for: most sentences end with one. "Salt Lake City" does too. */
function isWordOfMedicine(words: readonly RegExpExecArray[]): boolean {
  const [before = '', word = ''] = words.slice(-2).map(([one]) => one)
  if (/^new$/i.test(before) || !isWordOfRules(fold(word))) return false
  // "Santa Fe" is no iron.
  if (/^fe$/i.test(word)) return !/^santa$/i.test(before)
  if (/^city$/i.test(word) && before.length > 3 && !saysNothing(before)) return false
  return !shortNames.has(fold(word)) && !isCity(word) && !isEndOfCity(words)
}

/** "New Haven", "ann arbor": the last words of all are a city's name. */
function isEndOfCity(words: readonly RegExpExecArray[]): boolean {
  const last = words.slice(-3).map(([word]) => word)
  return [2, 3].some((count) => {
    const name = last.slice(-count).join(' ')
    return last.length >= count && (isCity(name) || farCities.has(plainName(name)))
  })
}

/** Big cities elsewhere whose names end with an everyday word. */
const farCities: ReadonlySet<string> = new Set([
  'cape town',
  'mexico city',
  'kuwait city',
  'panama city',
  'quezon city',
  'benin city',
  'guatemala city',
  'ho chi minh city',
])

/** "Aberdeen, my brother has gout": a place between commas, which is nobody's name ("Nancy, 34 ans", "my son, Jackson"). */
export function placeBetweenCommas(text: string, finder: PlaceFinder): SaidPlace | undefined {
  const parts = [...text.matchAll(/[^,;.:]+/gu)]
  for (const [at, part] of parts.entries()) {
    const typed = part[0].trim().replace(orElsewhere, '')
    const isName = /^\p{Lu}\p{Ll}+(?:[ -]\p{L}+){0,3}$/u.test(typed)
    if (!isName || at === parts.length - 1 || ofSomebody.test(parts[at - 1]?.[0] ?? '')) continue
    if (/^\s*(?:\d|[âa]g|aged|who|qui|has|a )/iu.test(parts[at + 1]?.[0] ?? '')) continue
    const read = finder.findPlace(typed, true)
    if (read.kind !== 'found' || !isKnownByName(typed, read.place, true, finder)) continue
    if (plainName(read.place.name) === plainName(typed)) return { words: typed, typed, read }
  }
  return undefined
}

const orElsewhere =
  / (?:ou ailleurs|ou (?:dans )?(?:les environs|la r[ée]gion)|or (?:elsewhere|anywhere(?: else)?|nearby|around)|only|please|seulement|uniquement)$/iu

/** A child's name may follow: "my daughter Charlotte"; none follows « eczéma du nourrisson ». */
const ofOnesOwn = new RegExp(
  `(?<!\\p{L})(?:my|our|his|her|their|mon|ma|notre|son|sa|${beforeName}) (?:\\p{L}+ )?(?:${anyPerson} )?$`,
  'iu',
)

const ofSomebody = new RegExp(`(?<!\\p{L})${anyPerson}\\s*$`, 'iu')

/** "Lupus chez ma nièce 13 ans Sète": what follows an age is said of nobody. */
const ofAge = /^(?:\d+|ans?|mois|years?|yrs?|yo|y\/o|months?|mo|old)$/i

/** After these a name is part of another, or was looked at already. */
const joins =
  /^(?:of|the|de|du|des|la|le|les|d|l|dr|prof|mr|mrs|ms|docteur|st|saint|syndrome|disease|maladie|virus|type|grade|score|criteria|protocol|and|et|a|an|my|mon|ma|no|not|pas|new)$|['’]$/i

/**
 * Written as a name a city, and in small letters a big one: "Nice" is one, and "nice" is not. Where it stands apart one of
 * the reader's own towns is enough.
 */
function isKnownByName(
  typed: string,
  place: SaidPlace['read']['place'],
  isApart: boolean,
  { isOwn, language }: PlaceFinder,
): boolean {
  const [first = ''] = typed.split(',')
  const plain = plainName(first)
  const own = plainName(place.name)
  const isNamed =
    place.kind === 'country' ||
    plain === own ||
    plain.startsWith(`${own} `) ||
    own === `${plain} city` ||
    hasLongerName(plain, own)
  if (plain.length < (isApart ? 3 : 4) || months.has(plain) || saysNothing(first)) return false
  const isWritten = isBegunAsName.test(typed)
  const { kind, population = 0 } = place
  const isOnlyPlace = isOnlyPlaceName(plain, language)
  const isOfReader = isOwn(place) || plain.includes(' ')
  if (place.isForArea) return isOnlyPlace || isApart
  // "Vienne", said apart, is a name of Vienna in another language, and "philly" of one's own big city.
  if (!isNamed)
    return (
      kind === 'town' &&
      isApart &&
      population >= leastPeople.small &&
      (isWritten || (isOnlyPlace && isOwn(place)))
    )
  if (kind === 'country' || kind === 'region')
    return (
      !isAlsoWord(plain, language) &&
      (isWritten || kind === 'country' || (plain === own && isOnlyArea(plain) && isOfReader))
    )
  if (kind !== 'town' || (!isWritten && isAlsoWord(plain, language))) return false
  if (population >= leastPeople[isWritten ? 'typed' : 'small']) return true
  if (!isApart || eponyms.has(plain) || !isOwn(place)) return false
  return population >= leastPeople[isWritten ? 'own' : 'typed']
}

/**
 * A town of just that name where readers of the language live, which is no word and nobody's first name: "ashford"; or is the
 * town all the same behind what stands `before` it.
 */
export function isOwnByName(
  typed: string,
  place: SaidPlace['read']['place'],
  { isOwn, language }: Pick<PlaceFinder, 'isOwn' | 'language'>,
  before = '',
): boolean {
  const plain = plainName(typed)
  const { kind, name, population = 0, isCorrected } = place
  const isNamed =
    plain === plainName(name) ||
    hasLongerName(plain, name) ||
    isShortFor(plain, name) ||
    isInTwoTongues(plain, place)
  if (kind !== 'town' || isCorrected || !isNamed || !isOwn(place)) return false
  if (plain.length < (isBegunAsName.test(typed) ? 4 : 5) && !shortNames.has(plain)) return false
  if (population < leastOfOwn(plain)) return false
  return isOnlyPlaceName(plain, language) || isTownBehind(plain, before, language)
}

/** "Galway" and « Anvers » are names of their own where two languages are spoken. */
function isInTwoTongues(
  plain: string,
  { country = '', population = 0 }: SaidPlace['read']['place'],
): boolean {
  return plain.length > 3 && population >= leastPeople.own && ['IE', 'BE', 'CH'].includes(country)
}

/** Towns with short names that are no words, so that small letters do for them. */
const shortNames: ReadonlySet<string> = new Set(
  (
    'gand bale pau dax albi auch agen nice lens laon metz caen lyon sete toul york hull rhyl ryde nyon gent bern mons genk ales thun reze evry bron geel riom agde biel loos ' +
    'reno waco erie napa yuma orem lodi cork bury hove deal ware tours gap dole bath cary troy perth'
  ).split(' '),
)

/** No word: "Virginia" and "Nevada" are states far oftener than somebody's name behind an illness. */
function isOnlyArea(plain: string): boolean {
  return ![alsoWords, eponyms, months].some((words) => words.has(plain))
}

/** No word, nobody's first name and no name of an illness. */
function isOnlyPlaceName(plain: string, language: 'en' | 'fr'): boolean {
  if (isAlsoWord(plain, language)) return false
  return ![alsoFirstNames, eponyms, months].some((words) => words.has(plain))
}

const isBegunAsName = /^(?:l(?:e|a|es) )?\p{Lu}\p{Ll}/u
