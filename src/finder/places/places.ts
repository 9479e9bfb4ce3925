import { findPlaces } from './find.ts'
import { geocoder } from './geocode.ts'
import { openGazetteer } from './gazetteer.ts'
import { suggestPlaces } from './suggest.ts'

/** Towns, postcodes, regions and countries of the world, to be found by what people type and registries write. */
export interface Places {
  /**
   * The places a text may mean, best first; none if it means none. Understands names in any language, postcodes,
   * "Paris, Texas", "75013 Paris" and `lat,lon`. At most 200 characters count; wrong input finds nothing.
   */
  find(text: string, options?: FindOptions): readonly Place[]
  /** Places whose name (or postcode) begins with what was typed, the biggest first. */
  suggest(typed: string, limit: number): readonly Place[]
  /** About where a site is, by its postcode or else its town; undefined when neither is known. */
  geocode(site: SiteAddress): SitePoint | undefined
  close(): void
}

export interface FindOptions {
  /** An ISO code: places in this country come before all others. */
  readonly country?: string
  /** At most so many places: 10 unless said otherwise. */
  readonly limit?: number
}

export interface Place {
  /** In the local language or in English, as GeoNames has it. */
  readonly name: string
  readonly postcode?: string
  /** The state, province or region, where it has a name. */
  readonly region?: string
  /** ISO 3166-1 alpha-2; a point has none. */
  readonly country?: string
  readonly lat: number
  readonly lon: number
  readonly kind: 'town' | 'postcode' | 'region' | 'country' | 'point'
  readonly population?: number
}

/** A site's address as registries give it. */
export interface SiteAddress {
  readonly city?: string | undefined
  readonly state?: string | undefined
  readonly zip?: string | undefined
  readonly country?: string | undefined
}

/** Coordinates, and what they are the middle of. */
export interface SitePoint {
  readonly lat: number
  readonly lon: number
  readonly exactness: 'town' | 'postcode' | 'region'
}

/** Opens the file that `buildPlaces` wrote, to read only. Throws with what to do if it is missing or not such a file. */
export function openPlaces(file: string): Places {
  const gazetteer = openGazetteer(file)
  return {
    find: (text, options = {}) => findPlaces(gazetteer, text, options),
    suggest: (typed, limit) => suggestPlaces(gazetteer, typed, limit),
    geocode: geocoder(gazetteer),
    close: () => gazetteer.close(),
  }
}
