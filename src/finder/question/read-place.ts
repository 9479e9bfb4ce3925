import { labelOf } from '../places/label.ts'
import { isShortFor, nameKey } from '../places/name-key.ts'
import type { Place } from '../places/place.ts'
import type { Places } from '../places/places.ts'
import { countryOrder, readerCountries } from '../places/reader-countries.ts'

/** What a typed place turned out to be: the same for every door. */
export type ReadPlace =
  | {
      /** A town, a postcode or a point: distances can be measured from it. */
      readonly kind: 'found'
      readonly place: Place
      /** Other places of that name, the likeliest first: at most four, but every country that has the postcode. */
      readonly others: readonly Place[]
      /** False where several are as likely: whoever must be certain asks which one is meant. */
      readonly isSure: boolean
    }
  /** A country, a region or a department: nothing is measured from it; what is in it is told by its `area`. */
  | {
      readonly kind: 'wide'
      readonly place: Place
      readonly others: readonly Place[]
      /** False where another country or region of that name is as likely. */
      readonly isSure: boolean
    }
  /** Nothing is named so; `others` are one letter away, where that is too little to take one of them. */
  | { readonly kind: 'unknown'; readonly others: readonly Place[] }

/** What a place is read with. */
export interface ReadPlaceOptions {
  readonly places: Pick<Places, 'find'>
  /** The countries (ISO codes) among the filters: where it is one, places in it come first. */
  readonly countries?: readonly string[] | undefined
  /** The reader's: a postcode that several countries have is looked for in theirs first. */
  readonly language: 'en' | 'fr'
  /** Only what is named so: nothing that is one letter away. */
  readonly asWritten?: boolean
  /** The asker can say what is in a country or region: these are offered too. */
  readonly withAreas?: true
}

/** Reads a town, a postcode or `lat,lon` as it was typed. Never throws: what means no place is `unknown`. */
export function readPlace(
  typed: string,
  { places, countries, language, withAreas, asWritten = false }: ReadPlaceOptions,
): ReadPlace {
  const [country] = countries?.length === 1 ? countries : []
  const asked = {
    asWritten,
    limit: mostRead,
    reader: countryOrder(language),
    ...(country && { country }),
  }
  const found = typed.length > mostLetters ? [] : places.find(typed, asked)
  const likeliest = ownState(found, language) ?? found[0]
  const spots = found.filter(isSpot)
  if (!likeliest) return { kind: 'unknown', others: [] }
  if (likeliest.isCorrected && isShort(typed))
    return { kind: 'unknown', others: spots.slice(0, mostOthers) }
  const likeliestSpot = isSpot(likeliest)
    ? likeliest
    : spots.find((spot) => isMostOf(spot, likeliest))
  const best = likeliestSpot && ownTown(typed, likeliestSpot, spots, language)
  const others = othersOf(best ?? likeliest, withAreas ? found : spots)
  if (!best)
    return { kind: 'wide', place: likeliest, others, isSure: isSureArea(typed, likeliest, found) }
  if (best.kind === 'point') return { kind: 'found', place: spotOf(best), others, isSure: true }
  return { kind: 'found', place: best, others, isSure: isSureOf(typed, best, spots, language) }
}

/** "Georgia" is the state to who reads English, and the country to who reads French. */
function ownState([first, ...others]: readonly Place[], language: 'en' | 'fr'): Place | undefined {
  if (language !== 'en' || first?.kind !== 'country' || isOwnPlace(first, language))
    return undefined
  return others.find(
    (place) =>
      place.kind === 'region' &&
      place.country === 'US' &&
      (place.population ?? 0) > (first.population ?? 0),
  )
}

const mostLetters = 200
const mostRead = 60
const mostOthers = 4

/**
 * "Brest" is the French one for who reads French: of towns of one name the reader's own, if it is not much smaller; failing
 * that, one where studies are many.
 */
function ownTown(
  typed: string,
  best: Place,
  spots: readonly Place[],
  language: 'en' | 'fr',
): Place {
  if (best.kind !== 'town' || best.isForArea || isExactly(typed, best)) return best
  const called = spots.find((spot) => isCityCalled(typed, spot, best, language))
  if (called) return called
  if (isOwnPlace(best, language)) return best
  const isMuchSmaller = ({ population = 0 }: Place): boolean =>
    population * leastShare < (best.population ?? 0)
  // A name of a city in some other language: "Dax" for Dazhou.
  const key = nameKey(typed)
  if (nameKey(best.name) !== key) {
    const bearer = spots.find((spot) => isBearer(key, spot) && isOwnPlace(spot, language))
    if (bearer) return bearer
  }
  // "Limerick" is another name of San Ramon, and the only one of the Irish city.
  const isSo = ({ name }: Place): boolean =>
    nameKey(best.name) !== key || nameKey(name).startsWith(key)
  const likely = spots.filter(
    (spot) => spot.kind === 'town' && !spot.isCorrected && !isMuchSmaller(spot) && isSo(spot),
  )
  const own = likely.find((spot) => isOwnPlace(spot, language))
  if (own) return own
  const withStudies = countryOrder(language)
  const hasStudies = ({ country = '' }: Place): boolean => withStudies.includes(country)
  return hasStudies(best) ? best : (likely.find(hasStudies) ?? best)
}

/** "Hull" is Kingston upon Hull, for all the small towns of that very name. */
function isCityCalled(typed: string, spot: Place, best: Place, language: 'en' | 'fr'): boolean {
  const { kind, name, population = 0 } = spot
  if (kind !== 'town' || !isOwnPlace(spot, language) || !isShortFor(typed, name)) return false
  return population > cityShare * (best.population ?? 0)
}

const cityShare = 10

function isBearer(key: string, { kind, name, population = 0 }: Place): boolean {
  return kind === 'town' && population >= leastBearers && nameKey(name) === key
}

/** Fewer people in a town of that very name do not outweigh a city that is called so elsewhere. */
const leastBearers = 15_000

/** Whether readers of a language live there: of Canada those of French mostly in Quebec. */
export function isOwnPlace({ country = '', region }: Place, language: 'en' | 'fr'): boolean {
  if (language === 'fr' && country === 'CA')
    return region === undefined || /^Qu[ée]bec$/.test(region)
  return readerCountries[language].includes(country)
}

/** The same where a town is only said among other words: readers of English live in these countries too. */
export function isOwnSaidPlace(place: Place, language: 'en' | 'fr'): boolean {
  return (
    isOwnPlace(place, language) ||
    (language === 'en' && ['AU', 'IE', 'NZ'].includes(place.country ?? ''))
  )
}

const leastShare = 5

/** A word of four letters is one letter away from too many places to take one of them. */
function isShort(typed: string): boolean {
  return (typed.match(/\p{L}/gu) ?? []).length < 5
}

function isSureOf(
  typed: string,
  best: Place,
  spots: readonly Place[],
  language: 'en' | 'fr',
): boolean {
  if (isExactly(typed, best)) return true
  if (best.isCorrected) return false
  if (best.kind === 'postcode')
    return spots.length === 1 || readerCountries[language].includes(best.country ?? '')
  return isByFarTheBiggest(best, spots) || isOwnAlone(best, spots, language)
}

/** "Metz" is the one in Lorraine for who reads French, whatever smaller towns abroad are called. */
function isOwnAlone(best: Place, spots: readonly Place[], language: 'en' | 'fr'): boolean {
  if (!isOwnPlace(best, language)) return false
  return spots.every((spot) => {
    if (spot === best || spot.kind !== best.kind) return true
    const share = isOwnPlace(spot, language) ? leastShare : 1
    return (best.population ?? 0) >= share * (spot.population ?? 0)
  })
}

/** "Georgia" is a country, and a state with more people. */
function isSureArea(typed: string, wide: Place, found: readonly Place[]): boolean {
  if (isExactly(typed, wide)) return true
  const rivals = found.filter((place) => place !== wide && !isSpot(place))
  const isFarBigger = ({ population = 0 }: Place): boolean =>
    (wide.population ?? 0) >= leastShare * population
  return !wide.isCorrected && rivals.every(isFarBigger)
}

function isSpot({ kind }: Place): boolean {
  return kind !== 'country' && kind !== 'region'
}

/** Singapore the town is nearly all of Singapore the country, and Washington of the District of Columbia. */
function isMostOf(spot: Place, wide: Place): boolean {
  if (spot.country !== wide.country) return false
  if (wide.kind === 'region' && (spot.kind !== 'town' || spot.region !== wide.name)) return false
  return (spot.population ?? 0) * 2 >= (wide.population ?? Infinity)
}

function othersOf(chosen: Place, spots: readonly Place[]): readonly Place[] {
  const byLabel = new Map(spots.map((spot) => [labelOf(spot, 'en'), spot] as const).toReversed())
  byLabel.delete(labelOf(chosen, 'en'))
  const others = spots.filter((spot) => byLabel.get(labelOf(spot, 'en')) === spot)
  return chosen.kind === 'postcode' ? others : others.slice(0, mostOthers)
}

/** The whole label of a place, as it is offered to choose from, can mean only that place. */
function isExactly(typed: string, place: Place): boolean {
  return [labelOf(place, 'en'), labelOf(place, 'fr')].some(
    (label) => label.toLowerCase() === typed.toLowerCase(),
  )
}

/** "Paris" is the one in France for nearly everybody: five times as many people live there as in the next. */
function isByFarTheBiggest(best: Place, spots: readonly Place[]): boolean {
  const next = spots.find((spot) => spot !== best && spot.kind === best.kind)
  return !next || (best.population ?? 0) >= 5 * (next.population ?? 0)
}

/** About ten metres: closer is private, and a distance in kilometres does not change. */
function spotOf(point: Place): Place {
  return { ...point, lat: rounded(point.lat), lon: rounded(point.lon) }
}

function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000 + 0
}
