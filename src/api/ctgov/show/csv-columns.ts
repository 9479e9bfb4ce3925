import type {
  EligibilityModule,
  LargeDocument,
  Location,
  Outcome,
  Study,
} from '../../../finder/registry/study.ts'

/** A column of the registry's CSV: its name there, and what stands in it for a study. */
export interface CsvColumn {
  readonly name: string
  readonly cell: (study: Study) => string
}

/** All columns, in the registry's order. Several values of one cell have `|` between them. */
export const csvColumns: readonly CsvColumn[] = [
  column('NCT Number', (study) => study.protocolSection.identificationModule.nctId),
  column('Study Title', (study) => study.protocolSection.identificationModule.briefTitle),
  column(
    'Study URL',
    (study) =>
      `https://clinicaltrials.gov/study/${study.protocolSection.identificationModule.nctId}`,
  ),
  column('Acronym', (study) => study.protocolSection.identificationModule.acronym),
  column('Study Status', (study) => study.protocolSection.statusModule?.overallStatus),
  column('Brief Summary', (study) => study.protocolSection.descriptionModule?.briefSummary),
  column('Study Results', (study) =>
    (study.hasResults ?? 'resultsSection' in study) ? 'YES' : 'NO',
  ),
  column('Conditions', (study) => list(study.protocolSection.conditionsModule?.conditions)),
  column('Interventions', (study) =>
    list(
      study.protocolSection.armsInterventionsModule?.interventions?.map(({ type, name }) =>
        sides(': ', type, name),
      ),
    ),
  ),
  column('Primary Outcome Measures', (study) =>
    outcomes(study.protocolSection.outcomesModule?.primaryOutcomes),
  ),
  column('Secondary Outcome Measures', (study) =>
    outcomes(study.protocolSection.outcomesModule?.secondaryOutcomes),
  ),
  column('Other Outcome Measures', (study) =>
    outcomes(study.protocolSection.outcomesModule?.otherOutcomes),
  ),
  column('Sponsor', (study) => study.protocolSection.sponsorCollaboratorsModule?.leadSponsor?.name),
  column('Collaborators', (study) =>
    list(study.protocolSection.sponsorCollaboratorsModule?.collaborators?.map(({ name }) => name)),
  ),
  column('Sex', (study) => study.protocolSection.eligibilityModule?.sex),
  column('Age', (study) => ages(study.protocolSection.eligibilityModule)),
  column('Phases', (study) => list(study.protocolSection.designModule?.phases)),
  column('Enrollment', (study) =>
    study.protocolSection.designModule?.enrollmentInfo?.count?.toString(),
  ),
  column(
    'Funder Type',
    (study) => study.protocolSection.sponsorCollaboratorsModule?.leadSponsor?.class,
  ),
  column('Study Type', (study) => study.protocolSection.designModule?.studyType),
  column('Study Design', (study) => design(study)),
  column('Other IDs', (study) => otherIds(study)),
  column('Start Date', (study) => study.protocolSection.statusModule?.startDateStruct?.date),
  column(
    'Primary Completion Date',
    (study) => study.protocolSection.statusModule?.primaryCompletionDateStruct?.date,
  ),
  column(
    'Completion Date',
    (study) => study.protocolSection.statusModule?.completionDateStruct?.date,
  ),
  column(
    'First Posted',
    (study) => study.protocolSection.statusModule?.studyFirstPostDateStruct?.date,
  ),
  column(
    'Results First Posted',
    (study) => study.protocolSection.statusModule?.resultsFirstPostDateStruct?.date,
  ),
  column(
    'Last Update Posted',
    (study) => study.protocolSection.statusModule?.lastUpdatePostDateStruct?.date,
  ),
  column('Locations', (study) =>
    list(study.protocolSection.contactsLocationsModule?.locations?.map(place)),
  ),
  column('Study Documents', (study) =>
    list(
      study.documentSection?.largeDocumentModule?.largeDocs?.map((one) =>
        document(study.protocolSection.identificationModule.nctId, one),
      ),
    ),
  ),
]

const byName = new Map(csvColumns.map((one) => [one.name, one]))

/** The columns of these names, in the registry's order; all where none is named. `wrong` is the first name that is none. */
export function columnsNamed(
  names: readonly string[],
): { readonly columns: readonly CsvColumn[] } | { readonly wrong: string } {
  if (names.length === 0) return { columns: csvColumns }
  const wrong = names.find((name) => !byName.has(name))
  if (wrong !== undefined) return { wrong }
  return { columns: csvColumns.filter(({ name }) => names.includes(name)) }
}

function column(name: string, value: (study: Study) => string | undefined): CsvColumn {
  return { name, cell: (study) => value(study) ?? '' }
}

function list(values: readonly (string | undefined)[] | undefined): string {
  return (values ?? []).filter((value) => value !== undefined && value !== '').join('|')
}

/** What is there of several parts, with a sign between them. */
function sides(sign: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(sign)
}

function outcomes(all: readonly Outcome[] | undefined): string {
  return list(
    all?.map(({ measure, description, timeFrame }) => sides(', ', measure, description, timeFrame)),
  )
}

/** `ADULT|OLDER_ADULT (18 Years and older)`. */
function ages({ stdAges, minimumAge, maximumAge }: EligibilityModule = {}): string {
  const limits =
    minimumAge && maximumAge
      ? `${minimumAge} to ${maximumAge}`
      : minimumAge
        ? `${minimumAge} and older`
        : maximumAge && `up to ${maximumAge}`
  return sides(' ', list(stdAges), limits && `(${limits})`)
}

function design(study: Study): string {
  const info = study.protocolSection.designModule?.designInfo
  const { masking, whoMasked } = info?.maskingInfo ?? {}
  const who = whoMasked && whoMasked.length > 0 ? `(${whoMasked.join(', ')})` : undefined
  return list([
    labelled('Allocation', info?.allocation),
    labelled('Intervention Model', info?.interventionModel),
    labelled('Observational Model', info?.observationalModel),
    labelled('Time Perspective', info?.timePerspective),
    labelled('Masking', masking && sides(' ', masking, who)),
    labelled('Primary Purpose', info?.primaryPurpose),
  ])
}

function labelled(label: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${label}: ${value}`
}

function otherIds({ protocolSection }: Study): string {
  const { orgStudyIdInfo, secondaryIdInfos = [] } = protocolSection.identificationModule
  return list([orgStudyIdInfo?.id, ...secondaryIdInfos.map(({ id }) => id)])
}

function place({ facility, city, state, zip, country }: Location): string {
  return sides(', ', facility, city, state, zip, country)
}

function document(nctId: string, { label, filename }: LargeDocument): string {
  const address =
    filename &&
    `https://cdn.clinicaltrials.gov/large-docs/${nctId.slice(-2)}/${nctId}/${encodeURIComponent(filename)}`
  return sides(', ', label, address)
}
