import { StudyDamaged } from '../../../finder/catalogue/model/damage.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
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
