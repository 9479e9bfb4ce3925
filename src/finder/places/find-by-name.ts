import { townOfArea } from './areas-by-town.ts'
import { countryCode, countryName } from './countries.ts'
import { distanceKm } from './distance.ts'
import type { Gazetteer } from './gazetteer.ts'
import { nameKey, withoutDistrict } from './name-key.ts'
import { farBigger, nearlyNamed } from './near-names.ts'
import type { Place } from './place.ts'
import type { Region, Town } from './gazetteer-types.ts'

/** Where a hint says to look: a country, or one of its regions. */
export interface Scope {
  readonly country: string
  readonly admin1?: string
}

/**
 * Places by name, with or without where they are: "Paris", "Paris, Texas", "Springfield IL", "Frankfurt (Oder)". Where
 * `asWritten` is set no city is offered whose name is one letter away, which costs the most.
 */
export function findByName(gazetteer: Gazetteer, text: string, asWritten = false): Place[] {
  return findNamed(gazetteer, text, (_, name) => placesNamed(gazetteer, name, asWritten))
}

/** The same where nothing is named as it was typed: places one letter away, marked as corrected. */
export function findByNearName(gazetteer: Gazetteer, text: string): Place[] {
  return findNamed(gazetteer, text, placesNearlyNamed)
}

type NamedPlace = Place & Partial<Scope> & { readonly admin2?: string }
type Naming = (gazetteer: Gazetteer, name: string) => NamedPlace[]

function findNamed(gazetteer: Gazetteer, text: string, naming: Naming): Place[] {
  const parts = text.split(/[,;،，、()]/).map((part) => part.trim())
  const [name = '', ...hints] = parts.filter((part) => part !== '')
  if (name === '') return []
  if (hints.length === 0) return findWithoutCommas(gazetteer, name, naming)
  // "Frankfurt (Oder)" is a name: only what is no name as a whole has hints.
  const whole = isWholeName(gazetteer, text, hints) ? naming(gazetteer, text) : []
  if (whole.length > 0) return whole
  const found = within(gazetteer, naming(gazetteer, name), hints)
  return found.length > 0 ? found : naming(gazetteer, text)
}

/** Brackets, or a hint that is no region and no country, may be part of the name. */
function isWholeName(gazetteer: Gazetteer, text: string, hints: readonly string[]): boolean {
  return text.includes('(') || hints.some((hint) => scopesOf(gazetteer, hint).length === 0)
}

/** The whole text as a name; failing that, its last words as the region or country of the rest. */
function findWithoutCommas(gazetteer: Gazetteer, text: string, naming: Naming): Place[] {
  const whole = naming(gazetteer, text)
  if (whole.length > 0) return whole
  const words = text.split(/\s+/)
  for (let count = 1; count <= Math.min(mostHintWords, words.length - 1); count++) {
    const hint = words.slice(-count).join(' ')
    if (scopesOf(gazetteer, hint).length === 0) continue
    const name = words.slice(0, -count).join(' ')
    const found = within(gazetteer, naming(gazetteer, name), [hint])
    if (found.length > 0) return found
  }
  const plain = withoutDistrict(text)
  return plain === text ? [] : findWithoutCommas(gazetteer, plain, naming)
}

const mostHintWords = 5

function placesNamed(gazetteer: Gazetteer, name: string, asWritten = false): NamedPlace[] {
  const key = nameKey(name)
  if (key === '') return []
  const towns = gazetteer.townsNamed(key)
  const regions = gazetteer.regionsNamed(key).filter((region) => !isOneTown(key, region, towns))
  const country = countryNamed(gazetteer, name, regions)
  const sorted = [...towns, ...regions].sort((a, b) => likelihood(b) - likelihood(a))
  if (country) return [country, ...sorted]
  return asWritten ? sorted : withFarBigger(gazetteer, key, sorted)
}

/** "Lyno" is a village, and may be Lyon: the city is offered after it. */
function withFarBigger(
  gazetteer: Gazetteer,
  key: string,
  [best, ...others]: (Town | Region)[],
): NamedPlace[] {
  if (best === undefined) return []
  const meant = farBigger(gazetteer, key, likelihood(best))
  return meant ? [best, meant, ...others] : [best, ...others]
}

/** Of "Paris, Spain" the name is right, and not corrected: it is the country that does not fit. */
function placesNearlyNamed(gazetteer: Gazetteer, name: string): NamedPlace[] {
  if (placesNamed(gazetteer, name, true).length > 0) return []
  return nearlyNamed(gazetteer, nameKey(name))
    .toSorted((a, b) => likelihood(b) - likelihood(a))
    .map((place) => ({ ...place, isCorrected: true as const }))
}

/** A country; but "Scotland" is the region, of the country whose code registries write it for. */
function countryNamed(
  gazetteer: Gazetteer,
  name: string,
  regions: readonly Region[],
): Place | undefined {
  const code = countryCode(name)
  if (code === undefined) return undefined
  const isPart = regions.some((region) => region.country === code) && !isOwnName(name, code)
  return isPart ? undefined : gazetteer.country(code)
}

function isOwnName(name: string, code: string): boolean {
  const key = nameKey(name)
  return key === nameKey(countryName(code, 'en')) || key === nameKey(countryName(code, 'fr'))
}

/** Berlin the state adds nothing to Berlin the town. */
function isOneTown(key: string, region: Region, towns: readonly Town[]): boolean {
  return towns.some(
    (town) =>
      town.country === region.country &&
      isInRegion(town, region.admin1) &&
      nameKey(town.name) === key &&
      distanceKm(town, region) <= cityStateKm,
  )
}

const cityStateKm = 25

/** Somebody near a town says the town: a region counts as a town of a twentieth of its people. */
const regionShare = 20

/** The same of a state of America with few people, which everybody knows: Wyoming is no town in Michigan. */
const smallState = { people: 3_000_000, share: 5 } as const

function likelihood(place: Town | Region): number {
  if ('weight' in place) return place.weight
  const isSmallState = place.country === 'US' && place.population < smallState.people
  return place.population / (isSmallState ? smallState.share : regionShare)
}

/** Places that are where every hint says; a hint that names nothing known ("Sangamon County") is passed over. */
function within(
  gazetteer: Gazetteer,
  places: readonly NamedPlace[],
  hints: readonly string[],
): Place[] {
  // Digits that are no postcode and no department make a text nobody can be sure of.
  const scoped = hints.map((hint) => ({ hint, scopes: scopesOf(gazetteer, hint) }))
  if (scoped.some(({ hint, scopes }) => scopes.length === 0 && /\p{N}/u.test(hint))) return []
  const known = scoped.map(({ scopes }) => scopes).filter((scopes) => scopes.length > 0)
  return places.filter((place) =>
    known.every((scopes) => scopes.some((scope) => isIn(place, scope))),
  )
}

function isIn(place: NamedPlace, scope: Scope): boolean {
  const sameRegion = scope.admin1 === undefined || isInRegion(place, scope.admin1)
  return place.country === scope.country && sameRegion
}

/** A department is in its region, a town in both. */
function isInRegion({ admin1 = '', admin2 = '' }: NamedPlace, region: string): boolean {
  const path = `${admin1}/${admin2}/`
  return path.startsWith(`${region}/`)
}

/** The countries and regions a hint may mean: "IL" is Illinois, "England" the country and the region. */
export function scopesOf(gazetteer: Gazetteer, hint: string): Scope[] {
  const country = countryCode(hint)
  const key = nameKey(hint)
  const regions = [key, initials(key)].flatMap((name) => gazetteer.regionsNamed(name))
  // "Reading, Berkshire": of a county we know in which country it is.
  const inArea = country === undefined && regions.length === 0 ? townOfArea(hint) : undefined
  if (inArea !== undefined) return scopesOf(gazetteer, inArea.split(', ').at(-1) ?? '')
  return [...(country === undefined ? [] : [{ country }]), ...regions]
}

/** "d c" for D.C. becomes "dc". */
function initials(key: string): string {
  return /^\p{L}(?: \p{L})+$/u.test(key) ? key.replaceAll(' ', '') : ''
}
