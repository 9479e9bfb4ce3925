import { labelOf } from '../places/label.ts'
import type { Place } from '../places/place.ts'
import type { Places } from '../places/places.ts'

/** What a typed place turned out to be: the same for every door. */
export type ReadPlace =
  | {
      /** A town, a postcode or a point: distances can be measured from it. */
      readonly kind: 'found'
      readonly place: Place
      /** Other places of that name, the likeliest first; at most four. */
      readonly others: readonly Place[]
      /** False where several are as likely: whoever must be certain asks which one is meant. */
      readonly isSure: boolean
    }
  /** A country or a region: a distance from the middle of it would tell nothing. */
  | { readonly kind: 'wide'; readonly place: Place; readonly others: readonly Place[] }
  | { readonly kind: 'unknown' }

/** What a place is read with. */
export interface ReadPlaceOptions {
  readonly places: Pick<Places, 'find'>
  /** The countries (ISO codes) among the filters: where it is one, places in it come first. */
  readonly countries?: readonly string[] | undefined
}

/** Reads a town, a postcode or `lat,lon` as it was typed. Never throws: what means no place is `unknown`. */
export function readPlace(typed: string, { places, countries }: ReadPlaceOptions): ReadPlace {
  const [country] = countries?.length === 1 ? countries : []
  const found =
    typed.length > mostLetters ? [] : places.find(typed, { limit: 6, ...(country && { country }) })
  const [likeliest] = found
  if (!likeliest) return { kind: 'unknown' }
  const spots = found.filter(isSpot)
  const best = isSpot(likeliest) ? likeliest : spots.find((spot) => isMostOf(spot, likeliest))
  const others = othersOf(best ?? likeliest, spots)
  if (!best) return { kind: 'wide', place: likeliest, others }
  if (best.kind === 'point') return { kind: 'found', place: spotOf(best), others, isSure: true }
  const isSure = isExactly(typed, best) || isByFarTheBiggest(best, spots)
  return { kind: 'found', place: best, others, isSure }
}

const mostLetters = 200
const mostOthers = 4

function isSpot({ kind }: Place): boolean {
  return kind !== 'country' && kind !== 'region'
}

/** Singapore the town is nearly all of Singapore the country. */
function isMostOf(spot: Place, wide: Place): boolean {
  if (wide.kind !== 'country' || spot.country !== wide.country) return false
  return (spot.population ?? 0) * 2 >= (wide.population ?? Infinity)
}

function othersOf(chosen: Place, spots: readonly Place[]): readonly Place[] {
  const byLabel = new Map(spots.map((spot) => [labelOf(spot, 'en'), spot] as const).toReversed())
  byLabel.delete(labelOf(chosen, 'en'))
  return spots.filter((spot) => byLabel.get(labelOf(spot, 'en')) === spot).slice(0, mostOthers)
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
