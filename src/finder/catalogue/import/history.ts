import type { Study } from '../../registry/study.ts'
import type { ChangedField, FieldChange } from '../stored.ts'

/**
 * What differs between two versions of a record, in the parts that matter to a reader: a value that
 * changed is given before and after; of lists and long texts, what was taken away and what was added.
 */
export function changesBetween(before: Study, after: Study): FieldChange[] {
  return watched.flatMap(({ field, path }) => {
    const old = valueAt(before, path)
    const now = valueAt(after, path)
    const change = difference(old, now)
    return change ? [{ field, path, ...change }] : []
  })
}

interface Watched {
  readonly field: ChangedField
  readonly path: string
}

/** The paths compared, by the kind of change they are. */
const paths: Readonly<Record<Exclude<ChangedField, 'other'>, readonly string[]>> = {
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
  sites: ['protocolSection.contactsLocationsModule.locations'],
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

interface Change {
  readonly before?: string
  readonly after?: string
}

function difference(before: unknown, after: unknown): Change | undefined {
  const old = linesOf(before)
  const now = linesOf(after)
  if (old.join('\n') === now.join('\n')) return undefined
  if (old.length <= 1 && now.length <= 1) return sides(old, now)
  const inOld = new Set(old)
  const inNow = new Set(now)
  const gone = old.filter((line) => !inNow.has(line))
  const come = now.filter((line) => !inOld.has(line))
  return gone.length + come.length > 0 ? sides(gone, come) : undefined
}

function sides(gone: readonly string[], come: readonly string[]): Change {
  return {
    ...(gone.length > 0 && { before: shorten(gone) }),
    ...(come.length > 0 && { after: shorten(come) }),
  }
}

const mostLetters = 600

function shorten(lines: readonly string[]): string {
  const text = lines.join('\n')
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text
}

/** Any value as lines: one an item of a list, one a paragraph of a text; spacing does not count. */
function linesOf(value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.map((item) => oneLine(item))
  if (typeof value === 'string')
    return value
      .split(/\n+/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
  return [oneLine(value)]
}

/** An object as its values, in order, without coordinates and people's contact details. */
function oneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .filter(([key]) => key !== 'geoPoint' && key !== 'contacts')
    .map(([, inner]) => (Array.isArray(inner) ? inner.map(oneLine).join(', ') : oneLine(inner)))
    .filter(Boolean)
    .join(', ')
}
