import { type AreaPath, areaFinder } from './areas.ts'
import type { Point } from './distance.ts'
import { townFinder } from './beside.ts'
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
  /** In which country, region and department a site is, as a path of codes; undefined where its country is not known. */
  areaOf(site: SiteAddress, point: Point | undefined): AreaPath | undefined
  close(): void
}

/** Opens the file that `buildPlaces` wrote, to read only. Throws with what to do if it is missing or not such a file. */
export function openPlaces(file: string): Places {
  const gazetteer = openGazetteer(file)
  const besideTown = townFinder(gazetteer)
  return {
    find: (text, options = {}) => findPlaces(gazetteer, besideTown, text, options),
    suggest: (typed, limit) => suggestPlaces(gazetteer, typed, limit),
    geocode: geocoder(gazetteer),
    areaOf: areaFinder(gazetteer),
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
    areaOf: (site, point) => places().areaOf(site, point),
    close: () => opened?.close(),
  }
}
