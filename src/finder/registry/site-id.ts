import { createHash } from 'node:crypto'
import type { Location, ProtocolSection } from './study.ts'

/**
 * A site's id within its study, of ten letters and digits: the registry gives sites none. Made from facility, town and
 * country as far as they have letters and digits, so a change of case, accents or punctuation leaves it. One that is named
 * otherwise is another site. Of the sites of a study that are named alike it is the id of the first: `siteIdIn`.
 */
export function siteId({ facility, city, country }: SiteName): string {
  const text = [facility, city, country].map(plain).join('|')
  return hashed(text)
}

/** What a site is known by. */
export type SiteName = Pick<Location, 'facility' | 'city' | 'country'>

/** The sites of a study with their ids, in the order of the record; no two ids are alike. */
export function sitesById(protocol: ProtocolSection): ReadonlyMap<string, Location> {
  return idsOf(protocol).byId
}

/** The id of a site of a study: of those that its record names alike, the first has the id of the name, the others of their place, too. */
export function siteIdIn(protocol: ProtocolSection, site: Location): string {
  const { bySite } = idsOf(protocol)
  const known = bySite.get(site)
  if (known !== undefined) return known
  // A copy of what stands in the record.
  const id = siteId(site)
  const same = [...bySite].find(([one]) => siteId(one) === id && placeText(one) === placeText(site))
  return same ? same[1] : id
}

/**
 * The site of a study with this id; undefined where there is none. One that was named as another is found by its id also when
 * that other has left the record.
 */
export function siteOf(protocol: ProtocolSection, id: string): Location | undefined {
  const { byId } = idsOf(protocol)
  return byId.get(id) ?? [...byId.values()].find((site) => placedId(site, 0) === id)
}

interface SiteIds {
  readonly byId: ReadonlyMap<string, Location>
  readonly bySite: ReadonlyMap<Location, string>
}

/** A study may have a thousand sites, whose ids are asked for one by one. */
const idsOfLists = new WeakMap<readonly Location[], SiteIds>()

function idsOf({ contactsLocationsModule }: ProtocolSection): SiteIds {
  const sites = contactsLocationsModule?.locations ?? noSites
  const known = idsOfLists.get(sites)
  if (known) return known
  const byId = new Map<string, Location>()
  const bySite = new Map<Location, string>()
  for (const site of sites) {
    let id = siteId(site)
    for (let same = 0; byId.has(id); same++) id = placedId(site, same)
    byId.set(id, site)
    bySite.set(site, id)
  }
  const ids = { byId, bySite }
  idsOfLists.set(sites, ids)
  return ids
}

const noSites: readonly Location[] = []

/** The id of a site that is named as another: by where it is, and where even that is alike by how many are before it. */
function placedId(site: Location, same: number): string {
  const parts = [siteId(site), placeText(site), ...(same > 0 ? [String(same)] : [])]
  return hashed(parts.join('|'))
}

function placeText({ state, zip, geoPoint }: Location): string {
  const at = geoPoint ? `${geoPoint.lat} ${geoPoint.lon}` : ''
  return [plain(state), plain(zip), at].join('|')
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}

function plain(text = ''): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
