import { cityKeys, lostLetterPattern } from './city-keys.ts'
import { countryCode } from './countries.ts'
import { isDepartment } from './departments.ts'
import { type Point, distanceKm } from './distance.ts'
import type { Gazetteer } from './gazetteer.ts'
import { nameKey } from './name-key.ts'
import { type FoundCode, findPostcode } from './postcode.ts'
import { remembering } from '../../base/lru.ts'
import type { SiteAddress, SitePoint } from './place.ts'
import type { Region, Town } from './gazetteer-types.ts'

/** Registries name the same few thousand addresses over and over. */
const remembered = 50_000

/** Makes the function that places sites; it remembers the addresses it saw last. */
export function geocoder(gazetteer: Gazetteer): (site: SiteAddress) => SitePoint | undefined {
  return remembering(remembered, keyOf, (site: SiteAddress) => geocode(gazetteer, site))
}

function keyOf({ city, state, zip, country }: SiteAddress): string {
  return [city, state, zip, country].join('\t')
}

/** By the postcode where the town does not speak against it, else by the town, else by a small region. */
function geocode(gazetteer: Gazetteer, site: SiteAddress): SitePoint | undefined {
  const named = site.country === undefined ? undefined : countryCode(site.country)
  if (named === undefined) return undefined
  const countries = [named, ...(territories[named] ?? [])]
  const code = firstOf(countries, (country) => codeOf(gazetteer, site.zip, country))
  if (code) return byCode(code, townsOf(gazetteer, site, code.country))
  return firstOf(countries, (country) => {
    const [town] = townsOf(gazetteer, site, country).towns
    return town ? pointOf(town, 'town') : byRegion(gazetteer, site, country)
  })
}

/** Parts of a country with a code of their own, which registries often list under the country. */
const territories: Readonly<Record<string, readonly string[]>> = {
  CN: ['HK', 'MO', 'TW'],
  DK: ['GL', 'FO'],
  FI: ['AX'],
  FR: ['RE', 'GP', 'MQ', 'GF', 'YT', 'NC', 'PF', 'PM', 'MC'],
  GB: ['JE', 'GG', 'IM', 'GI'],
  NL: ['CW', 'AW', 'SX', 'BQ'],
  RS: ['ME', 'XK'],
  US: ['PR', 'GU', 'VI', 'AS', 'MP'],
}

function codeOf(
  gazetteer: Gazetteer,
  zip: string | undefined,
  country: string,
): FoundCode | undefined {
  if (zip === undefined || zip.length > mostCharacters) return undefined
  return findPostcode(gazetteer, zip, country)[0]
}

const mostCharacters = 200

interface Namesakes {
  /** The likeliest first. */
  readonly towns: readonly Town[]
  /** They are all in the state the site names. */
  readonly areInState: boolean
}

function byCode(code: FoundCode, { towns, areInState }: Namesakes): SitePoint {
  const [likeliest] = towns
  if (!likeliest || towns.some((town) => distanceKm(town, code) <= agreeKm))
    return pointOf(code, 'postcode')
  // Town and state agree against the code; or the code only tells the part of the country.
  if (areInState || coarse.has(code.country)) return pointOf(likeliest, 'town')
  return pointOf(code, 'postcode')
}

/** A postcode and its town are no farther apart than this. */
const agreeKm = 40

/**
 * Countries where GeoNames places many postcodes in the middle of a district or province. Found by comparing
 * with the coordinates of 62,000 sites in ClinicalTrials.gov: there the town was right, not the code.
 */
const coarse = new Set(['AR', 'CN', 'IN', 'KR', 'MY', 'RU', 'TH', 'TR', 'UA', 'ZA'])

/** In these countries a site in another state is another place, whatever its name. */
const exactStates = new Set(['AU', 'CA', 'JP', 'US'])

function townsOf(gazetteer: Gazetteer, site: SiteAddress, country: string): Namesakes {
  const none = { towns: [], areInState: false }
  const { city, state } = site
  if (city === undefined || city.length > mostCharacters) return none
  const regions = state === undefined ? [] : regionsIn(gazetteer, state, country)
  const states = new Set(regions.map((region) => region.admin1))
  const sameNamed = regionsIn(gazetteer, city, country)
  let elsewhere: readonly Town[] = []
  for (const key of cityKeys(city, regionKeys(gazetteer, country))) {
    const towns = namesakes(gazetteer, key, country)
    const inState = towns.filter((town) => states.has(town.admin1))
    if (inState.length > 0) return { towns: inState, areInState: true }
    if (elsewhere.length === 0) elsewhere = towns.filter((town) => !isOvershadowed(town, sameNamed))
  }
  return states.size > 0 && exactStates.has(country)
    ? none
    : { towns: elsewhere, areInState: false }
}

/** "Hunan, China" is the province, not the village of that name elsewhere. */
function isOvershadowed(town: Town, regions: readonly Region[]): boolean {
  return regions.some(
    (region) => region.admin1 !== town.admin1 && town.weight * 20 < region.population,
  )
}

function namesakes(gazetteer: Gazetteer, key: string, country: string): readonly Town[] {
  const pattern = lostLetterPattern(key)
  if (!pattern) return gazetteer.townsNamedIn(key, country)
  const start = key.slice(0, key.indexOf('\uFFFD'))
  if (start === '')
    return gazetteer.townsOf(country).filter((town) => pattern.test(nameKey(town.name)))
  return gazetteer
    .namesBeginning(start, country)
    .filter((name) => pattern.test(name))
    .flatMap((name) => gazetteer.townsNamedIn(name, country))
    .sort((a, b) => b.weight - a.weight)
}

/** A region wider than this says too little of where a site is. */
const widestKm = 100

/** Some registries give a small region for a town ("Kanagawa"), or a part of a town and its region ("Shinjuku-ku, Tokyo"). */
function byRegion(
  gazetteer: Gazetteer,
  { city, state }: SiteAddress,
  country: string,
): SitePoint | undefined {
  const region = firstOf([city, state], (name) =>
    name === undefined ? undefined : regionsIn(gazetteer, name, country)[0],
  )
  return region && region.spreadKm <= widestKm ? pointOf(region, 'region') : undefined
}

function regionsIn(gazetteer: Gazetteer, name: string, country: string): Region[] {
  const key = nameKey(name.slice(0, mostCharacters))
  const pattern = lostLetterPattern(key)
  const known = pattern
    ? regionKeys(gazetteer, country).filter((other) => pattern.test(other))
    : [key]
  return known
    .flatMap((other) => gazetteer.regionsNamed(other))
    .filter((region) => region.country === country && !isDepartment(region.admin1))
}

function regionKeys(gazetteer: Gazetteer, country: string): string[] {
  return [...gazetteer.regionNames(country).values()].map(nameKey)
}

function pointOf({ lat, lon }: Point, exactness: SitePoint['exactness']): SitePoint {
  return { lat, lon, exactness }
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
