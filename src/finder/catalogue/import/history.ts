import type { Study } from '../../registry/study.ts'
import type { ChangedField, FieldChange } from '../model/stored.ts'
import { linesOf, sides, type Sides } from './change-sides.ts'
import { siteChanges } from './site-history.ts'

/**
 * What differs between two versions of a record, in the parts that matter to a reader: a value that
 * changed is given before and after; of lists and long texts, what was taken away and what was added.
 */
export function changesBetween(before: Study, after: Study): FieldChange[] {
  const changes = watched.flatMap(({ field, path }) => {
    const change = difference(path, valueAt(before, path), valueAt(after, path))
    return change ? [{ field, path, ...change }] : []
  })
  return [...changes, ...siteChanges(before, after)]
}

interface Watched {
  readonly field: ChangedField
  readonly path: string
}

/** The paths compared, by the kind of change they are. */
const paths: Readonly<Record<Exclude<ChangedField, 'sites' | 'other'>, readonly string[]>> = {
  status: [
    'protocolSection.statusModule.overallStatus',
    'protocolSection.statusModule.lastKnownStatus',
    'protocolSection.statusModule.whyStopped',
  ],
  dates: [
    'protocolSection.statusModule.startDateStruct',
    'protocolSection.statusModule.primaryCompletionDateStruct',
    'protocolSection.statusModule.completionDateStruct',
  ],
  contacts: [
    'protocolSection.contactsLocationsModule.centralContacts',
    'protocolSection.contactsLocationsModule.overallOfficials',
  ],
  eligibility: [
    'protocolSection.eligibilityModule.minimumAge',
    'protocolSection.eligibilityModule.maximumAge',
    'protocolSection.eligibilityModule.sex',
    'protocolSection.eligibilityModule.healthyVolunteers',
    'protocolSection.eligibilityModule.eligibilityCriteria',
  ],
  title: [
    'protocolSection.identificationModule.briefTitle',
    'protocolSection.identificationModule.officialTitle',
    'protocolSection.identificationModule.acronym',
  ],
  design: [
    'protocolSection.designModule.studyType',
    'protocolSection.designModule.phases',
    'protocolSection.designModule.enrollmentInfo',
    'protocolSection.designModule.designInfo',
  ],
  treatments: [
    'protocolSection.armsInterventionsModule.armGroups',
    'protocolSection.armsInterventionsModule.interventions',
  ],
  outcomes: [
    'protocolSection.outcomesModule.primaryOutcomes',
    'protocolSection.outcomesModule.secondaryOutcomes',
  ],
  results: ['hasResults'],
  sponsor: [
    'protocolSection.sponsorCollaboratorsModule.leadSponsor',
    'protocolSection.sponsorCollaboratorsModule.collaborators',
  ],
  description: [
    'protocolSection.descriptionModule.briefSummary',
    'protocolSection.descriptionModule.detailedDescription',
  ],
}

const watched: readonly Watched[] = Object.entries(paths).flatMap(([field, list]) =>
  list.map((path) => ({ field: field as ChangedField, path })),
)

function valueAt(study: Study, path: string): unknown {
  let value: unknown = study
  for (const step of path.split('.'))
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
  return value
}

/** Lists so short that half of one would mislead: a study of phases 1 and 2 did not lose "phase 1" alone. */
const saidWhole: ReadonlySet<string> = new Set(['protocolSection.designModule.phases'])

function difference(path: string, before: unknown, after: unknown): Sides | undefined {
  const [old, now] = [linesOf(before), linesOf(after)]
  if (old.join('\n') === now.join('\n')) return undefined
  if (saidWhole.has(path) || (old.length <= 1 && now.length <= 1)) return sides(old, now)
  const [inOld, inNow] = [new Set(old), new Set(now)]
  const gone = old.filter((line) => !inNow.has(line))
  const come = now.filter((line) => !inOld.has(line))
  return gone.length + come.length > 0 ? sides(gone, come) : undefined
}
