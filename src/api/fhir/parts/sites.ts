import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { Location as Site } from '../../../finder/registry/study.ts'
import { extensionUrl } from './extensions.ts'
import type { SharedExtension } from './shapes.ts'
import { codeWord, plainLine } from './texts.ts'

/** What both versions of FHIR say alike of a site. */
export interface SiteLocation {
  readonly resourceType: 'Location'
  readonly id: string
  readonly extension?: SharedExtension[]
  readonly name: string
  readonly mode: 'instance'
  readonly address?: SiteWhere
  readonly position?: {
    readonly extension?: SharedExtension[]
    readonly longitude: number
    readonly latitude: number
  }
}

/** A site's address, whole and in parts. */
interface SiteWhere {
  readonly use: 'work'
  readonly text: string
  readonly city?: string
  readonly state?: string
  readonly postalCode?: string
  readonly country?: string
}

/** Every site that the record says anything of, in its order, with the record's own entry. No place has anything blank. */
export function siteLocations(
  { study, points }: StoredStudy,
  base: string,
): readonly { readonly place: SiteLocation; readonly site: Site }[] {
  const sites = study.protocolSection.contactsLocationsModule?.locations ?? []
  return sites.flatMap((site, at) => {
    const place = placeOf(site, points[at], { id: `site-${at + 1}`, base })
    return place ? [{ place, site }] : []
  })
}

function placeOf(
  site: Site,
  point: StoredStudy['points'][number],
  { id, base }: { readonly id: string; readonly base: string },
): SiteLocation | undefined {
  const address = addressOf(site)
  const name = plainLine(site.facility) ?? address?.text
  if (name === undefined) return undefined
  const status = codeWord(site.status)
  const position = positionOf(site, point, base)
  return {
    resourceType: 'Location',
    id,
    ...(status !== undefined && {
      extension: [{ url: extensionUrl(base, 'recruitment-status'), valueCode: status }],
    }),
    name,
    mode: 'instance',
    ...(address && { address }),
    ...(position && { position }),
  }
}

function addressOf(site: Site): SiteWhere | undefined {
  const [city, state] = [plainLine(site.city), plainLine(site.state)]
  const [postalCode, country] = [plainLine(site.zip), plainLine(site.country)]
  const text = [city, state, postalCode, country].filter((part) => part !== undefined).join(', ')
  if (text === '') return undefined
  return {
    use: 'work',
    text,
    ...(city !== undefined && { city }),
    ...(state !== undefined && { state }),
    ...(postalCode !== undefined && { postalCode }),
    ...(country !== undefined && { country }),
  }
}

/** The registry's own point, or else ours, which says how exact it is. */
function positionOf(
  { geoPoint }: Site,
  point: StoredStudy['points'][number],
  base: string,
): SiteLocation['position'] {
  const at = geoPoint ?? point
  if (!at || !isOnEarth(at)) return undefined
  return {
    ...(!geoPoint &&
      point && {
        extension: [{ url: extensionUrl(base, 'position-exactness'), valueCode: point.exactness }],
      }),
    longitude: at.lon,
    latitude: at.lat,
  }
}

function isOnEarth({ lat, lon }: { readonly lat: number; readonly lon: number }): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
}

/** The references to sites inside a study, in their order. */
export function siteReferences(
  places: readonly SiteLocation[],
): readonly { readonly reference: string; readonly type: 'Location'; readonly display: string }[] {
  return places.map((place) => ({
    reference: `#${place.id}`,
    type: 'Location',
    display: siteDisplay(place),
  }))
}

/** A site in words: its name and where it is. */
function siteDisplay({ name, address }: SiteLocation): string {
  const where = [address?.city, address?.country].filter((part) => part !== undefined).join(', ')
  return where === '' || where === name ? name : `${name}, ${where}`
}
