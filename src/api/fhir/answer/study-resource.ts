import type { Catalogue } from '../../../finder/catalogue/model/catalogue.ts'
import { unlessDamaged } from '../../../finder/catalogue/model/damage.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { FhirVersion } from '../xml/element-table.ts'
import { researchStudyR4 } from '../r4/research-study.ts'
import { researchStudyR5 } from '../r5/research-study.ts'
import type { StudyResource } from './trimmed.ts'

/** A study by its id; undefined for one that is not there, or whose record is damaged: others beside it are still told. */
export function soundStudy(
  catalogue: Pick<Catalogue, 'study'>,
  nctId: string,
): StoredStudy | undefined {
  return unlessDamaged(
    () => catalogue.study(nctId),
    () => undefined,
  )
}

/**
 * A study as a resource of a release, with its version: how many versions of the record were imported here, and on which day the one
 * that counts was, as not all that changes makes one. `base` is the
 * address that its extensions are named under.
 */
export function studyResource(
  release: FhirVersion,
  stored: StoredStudy,
  base: string,
): StudyResource {
  const made = release === 'R4' ? researchStudyR4(stored, base) : researchStudyR5(stored, base)
  const day = stored.imported.replaceAll('-', '')
  const versionId = `${stored.history.length + 1}.${day}`
  const { id = '', meta = {}, resourceType, ...rest } = made
  const { lastUpdated, ...more } = meta
  return {
    resourceType,
    id,
    meta: { versionId, ...(lastUpdated !== undefined && { lastUpdated }), ...more },
    ...rest,
  }
}
