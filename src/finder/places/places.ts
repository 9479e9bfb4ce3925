import { findPlaces } from './find.ts'
import { geocoder } from './geocode.ts'
import { openGazetteer } from './gazetteer.ts'
import { suggestPlaces } from './suggest.ts'
import type { FindOptions, Place, SiteAddress, SitePoint } from './place.ts'

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

/** The same, opened when it is first asked: what asks for no place reads no file. Then each question throws as `openPlaces` does. */
export function openPlacesWhenAsked(file: string): Places {
  let opened: Places | undefined
  const places = (): Places => (opened ??= openPlaces(file))
  return {
    find: (text, options) => places().find(text, options),
    suggest: (typed, limit) => places().suggest(typed, limit),
    geocode: (site) => places().geocode(site),
    close: () => opened?.close(),
  }
}
