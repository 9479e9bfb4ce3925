import { StudyDamaged } from '../../../finder/catalogue/model/damage.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import { sitesById } from '../../../finder/registry/site-id.ts'
import type { Location } from '../../../finder/registry/study.ts'
import type { App } from '../app.ts'

/**
 * A study's record, for a page that is of somebody or something else and goes on without it; undefined where there is none, or it is
 * damaged. Throws other faults of the catalogue.
 */
export function storedStudy(
  { catalogue }: Pick<App, 'catalogue'>,
  nctId: string,
): StoredStudy | undefined {
  try {
    return catalogue.study(nctId)
  } catch (error) {
    if (error instanceof StudyDamaged) return undefined
    throw error
  }
}

/** The sites of a study by their ids, in the order of its record; none where that is missing or damaged. Throws as `storedStudy`. */
export function storedSites(
  app: Pick<App, 'catalogue'>,
  nctId: string,
): ReadonlyMap<string, Location> {
  const stored = storedStudy(app, nctId)
  return stored ? sitesById(stored.study.protocolSection) : noSites
}

const noSites: ReadonlyMap<string, Location> = new Map()
