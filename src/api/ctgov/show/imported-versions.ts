import type { Change, ChangedField, StoredStudy } from '../../../finder/catalogue/model/stored.ts'

/** One version of a record, as the registry's own pages list it. */
export interface RecordVersion {
  /** From 0, the oldest, of those that were imported here. */
  readonly version: number
  /** `yyyy-MM-dd` on which the registry processed it, or else on which it was imported. */
  readonly date: string
  readonly status: string
  /** The parts of the record that changed with it. */
  readonly moduleLabels: readonly string[]
}

/** The versions of a record that were imported here, the oldest first: what is kept of each is what changed with it. */
export function importedVersions(stored: StoredStudy): readonly RecordVersion[] {
  const { history, study, processed, imported } = stored
  let status = study.protocolSection.statusModule?.overallStatus ?? 'UNKNOWN'
  const newestFirst: RecordVersion[] = []
  for (const [index, change] of history.entries()) {
    const version = history.length - index
    const date = (index === 0 ? processed : undefined) ?? change.to ?? change.imported
    newestFirst.push({ version, date, status, moduleLabels: labelsOf(change) })
    status = statusBefore(change) ?? status
  }
  const oldest = history.at(-1)
  const date = oldest === undefined ? (processed ?? imported) : (oldest.from ?? oldest.imported)
  return [{ version: 0, date, status, moduleLabels: [] }, ...newestFirst.toReversed()]
}

function statusBefore({ fields }: Change): string | undefined {
  return fields.find(({ path }) => path === 'protocolSection.statusModule.overallStatus')?.before
}

function labelsOf({ fields }: Change): readonly string[] {
  return [...new Set(fields.map(({ field }) => labels[field]))]
}

/** The registry's names of the parts of a record. */
const labels: Readonly<Record<ChangedField, string>> = {
  status: 'Study Status',
  dates: 'Study Status',
  sites: 'Contacts/Locations',
  contacts: 'Contacts/Locations',
  eligibility: 'Eligibility',
  title: 'Study Identification',
  design: 'Study Design',
  treatments: 'Arms and Interventions',
  outcomes: 'Outcome Measures',
  results: 'Results',
  sponsor: 'Sponsor/Collaborators',
  description: 'Study Description',
  other: 'Other',
}
