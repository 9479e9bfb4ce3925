import { countryCode, countryName } from './countries.ts'
import { distanceKm } from './distance.ts'
import type { Gazetteer } from './gazetteer.ts'
import { nameKey, withoutDistrict } from './name-key.ts'
import type { Place } from './place.ts'
import type { Region, Town } from './gazetteer-types.ts'

/** Where a hint says to look: a country, or one of its regions. */
export interface Scope {
  readonly country: string
  readonly admin1?: string
}

/** Places by name, with or without where they are: "Paris", "Paris, Texas", "Springfield IL". */
export function findByName(gazetteer: Gazetteer, text: string): Place[] {
  const parts = text.split(/[,;،，、()]/).map((part) => part.trim())
  const [name = '', ...hints] = parts.filter((part) => part !== '')
  if (name === '') return []
  if (hints.length === 0) return findWithoutCommas(gazetteer, name)
  const found = within(gazetteer, placesNamed(gazetteer, name), hints)
  return found.length > 0 ? found : placesNamed(gazetteer, text)
}

/** The whole text as a name; failing that, its last words as the region or country of the rest. */
function findWithoutCommas(gazetteer: Gazetteer, text: string): Place[] {
  const whole = placesNamed(gazetteer, text)
  if (whole.length > 0) return whole
  const words = text.split(/\s+/)
  for (let count = 1; count <= Math.min(mostHintWords, words.length - 1); count++) {
    const hint = words.slice(-count).join(' ')
    if (scopesOf(gazetteer, hint).length === 0) continue
    const name = words.slice(0, -count).join(' ')
    const found = within(gazetteer, placesNamed(gazetteer, name), [hint])
    if (found.length > 0) return found
  }
  const plain = withoutDistrict(text)
  return plain === text ? [] : findWithoutCommas(gazetteer, plain)
}

const mostHintWords = 5

function placesNamed(gazetteer: Gazetteer, name: string): (Place & Partial<Scope>)[] {
  const key = nameKey(name)
  if (key === '') return []
  const towns = gazetteer.townsNamed(key)
  const regions = gazetteer.regionsNamed(key).filter((region) => !isOneTown(key, region, towns))
  const country = countryNamed(gazetteer, name, regions)
  const sorted = [...towns, ...regions].sort((a, b) => likelihood(b) - likelihood(a))
  return country ? [country, ...sorted] : sorted
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
      town.admin1 === region.admin1 &&
      nameKey(town.name) === key &&
      distanceKm(town, region) <= cityStateKm,
  )
}

const cityStateKm = 25

/** Somebody near a town says the town: a region counts as a town of a twentieth of its people. */
const regionShare = 20

function likelihood(place: Town | Region): number {
  return 'weight' in place ? place.weight : place.population / regionShare
}

/** Places that are where every hint says; a hint that names nothing known ("Sangamon County") is passed over. */
function within(
  gazetteer: Gazetteer,
  places: readonly (Place & Partial<Scope>)[],
  hints: readonly string[],
): Place[] {
  // Digits that are no postcode make a text nobody can be sure of.
  if (hints.some((hint) => /\p{N}/u.test(hint))) return []
  const known = hints.map((hint) => scopesOf(gazetteer, hint)).filter((scopes) => scopes.length > 0)
  return places.filter((place) =>
    known.every((scopes) => scopes.some((scope) => isIn(place, scope))),
  )
}

function isIn(place: Place & Partial<Scope>, scope: Scope): boolean {
  const sameRegion = scope.admin1 === undefined || place.admin1 === scope.admin1
  return place.country === scope.country && sameRegion
}

/** The countries and regions a hint may mean: "IL" is Illinois, "England" the country and the region. */
export function scopesOf(gazetteer: Gazetteer, hint: string): Scope[] {
  const country = countryCode(hint)
  const key = nameKey(hint)
  const regions = [key, initials(key)].flatMap((name) => gazetteer.regionsNamed(name))
  return [...(country === undefined ? [] : [{ country }]), ...regions]
}

/** "d c" for D.C. becomes "dc". */
function initials(key: string): string {
  return /^\p{L}(?: \p{L})+$/u.test(key) ? key.replaceAll(' ', '') : ''
}
