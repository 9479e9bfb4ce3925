import type { ChangedField, FieldChange, StoredStudy } from '../model/stored.ts'
import type { StudyChange } from '../model/changes.ts'
import { type SiteColumns, ageLimitColumns, siteColumns } from '../segment/column-builder.ts'
import { noLimit, siteFlag, siteUnits } from '../segment/columns.ts'
import { canBeJoined } from '../../registry/status.ts'
import { firstPosted, lastUpdated } from '../../registry/study-days.ts'
import { sitesToJoin } from './site-history.ts'

/** One study as it was imported: both versions, what differs, and the hash of the new one's content. */
export interface ImportedStudy {
  readonly stored: StoredStudy
  readonly before: StoredStudy | undefined
  readonly differences: readonly FieldChange[]
  readonly content: bigint
}

/** What a list of changes says of one study. */
export function studyChange({ stored, before, differences, content }: ImportedStudy): StudyChange {
  const { statusModule: status, eligibilityModule } = stored.study.protocolSection
  const statusBefore = before?.study.protocolSection.statusModule?.overallStatus
  const posted = firstPosted(stored.study)
  const { overallStatus, statusVerifiedDate: verified } = status ?? {}
  const { least, most } = ageLimitColumns(eligibilityModule ?? {})
  const sex = eligibilityModule?.sex
  const sites = siteColumns(stored)
  const closed = closedSites(overallStatus, sites)
  return {
    nctId: stored.study.protocolSection.identificationModule.nctId,
    kind: before ? 'changed' : 'new',
    version: versionOf(stored, content),
    ...(statusBefore !== undefined && { statusBefore }),
    ...(overallStatus !== undefined && { status: overallStatus }),
    ...(posted !== undefined && { firstPosted: posted }),
    ...(verified !== undefined && { verified }),
    fields: before ? fieldsOf(differences) : [],
    ...(least > 0 && { minDays: least }),
    ...(most < noLimit && { maxDays: most }),
    sex: sex === 'FEMALE' || sex === 'MALE' ? sex : 'ALL',
    sites: sites.map(({ point }) => (point ? inHundredths(point) : null)),
    ...(stored.areas && { areas: stored.areas }),
    newSites: before ? sitesToJoin(before.study, stored.study) : [],
    ...(closed.length > 0 && { closedSites: closed }),
  }
}

function inHundredths([lat, lon]: readonly [number, number]): readonly [number, number] {
  return [lat / (siteUnits / 100), lon / (siteUnits / 100)]
}

/** Of a study that takes people, the sites that take nobody. */
function closedSites(status: string | undefined, sites: readonly SiteColumns[]): readonly number[] {
  if (!canBeJoined(status)) return []
  return sites.flatMap(({ flags }, index) => ((flags & siteFlag.canBeJoined) === 0 ? [index] : []))
}

/** It depends on the record alone: the same version has the same name in every catalogue. */
function versionOf({ study }: StoredStudy, content: bigint): string {
  const hex = BigInt.asUintN(64, content).toString(16).padStart(16, '0')
  return `${lastUpdated(study) || 'undated'}-${hex.slice(0, 12)}`
}

/** A record whose content changed in nothing that is told apart has changed in something else. */
function fieldsOf(differences: readonly FieldChange[]): readonly ChangedField[] {
  return differences.length > 0 ? [...new Set(differences.map(({ field }) => field))] : ['other']
}
