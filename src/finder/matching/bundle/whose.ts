import * as shapes from './shapes.ts'
import type { BundleEntry } from './entries.ts'
import type { Problems } from './problems.ts'
import type { References } from './references.ts'

/** Whose record it is, and which of its resources are about that person. */
export interface RecordOwner {
  /** Missing where the record names no Patient. */
  readonly patient?: BundleEntry
  isAbout(entry: BundleEntry): boolean
}

/** Finds the one person of a record; undefined, with a problem, where there are several and none is the one meant. */
export function whoseRecord(
  entries: readonly BundleEntry[],
  references: References,
  problems: Problems,
): RecordOwner | undefined {
  const patients = entries.filter(({ type }) => type === 'Patient')
  const clinical = entries.filter(({ type }) => type !== 'Patient' && !ofNobody.has(type))
  if (patients.length === 0) return withoutPatient(clinical, references, problems)
  const referred = (entry: BundleEntry) =>
    subjectsOf(entry).map((one) => references.follow(one, entry))
  if (patients.length === 1) {
    const [patient] = patients
    const onlyOne = patient && isNameless(patient) && distinct(clinical).length <= 1
    return (
      patient && {
        patient,
        isAbout: (entry) => onlyOne || referred(entry).every((one) => one === patient),
      }
    )
  }
  const meant = meantOf(entries, patients, referred)
  if (!meant) {
    problems.add('Bundle', 'severalPeople')
    return undefined
  }
  problems.add('Bundle', 'otherPeople', meant.place)
  return {
    patient: meant,
    isAbout: (entry) => {
      const subjects = referred(entry)
      return subjects.length > 0 && subjects.every((one) => one === meant)
    },
  }
}

/** A document says whom it is about; else it is the only one that anything refers to. */
function meantOf(
  entries: readonly BundleEntry[],
  patients: readonly BundleEntry[],
  referred: (entry: BundleEntry) => readonly (BundleEntry | undefined)[],
): BundleEntry | undefined {
  const document = entries.find(({ type }) => type === 'Composition')
  const [named] = document ? referred(document) : []
  if (named && patients.includes(named)) return named
  const all = new Set(
    entries.filter(({ type }) => !ofNobody.has(type)).flatMap((entry) => referred(entry)),
  )
  const found = patients.filter((patient) => all.has(patient))
  return found.length === 1 ? found[0] : undefined
}

function withoutPatient(
  clinical: readonly BundleEntry[],
  references: References,
  problems: Problems,
): RecordOwner | undefined {
  if (distinct(clinical).length > 1) {
    problems.add('Bundle', 'severalPeople')
    return undefined
  }
  const own = clinical.flatMap((entry) =>
    subjectsOf(entry).flatMap((one) => references.follow(one, entry) ?? []),
  )
  const contained = own.find(({ type }) => type === 'Patient')
  if (!contained) problems.add('Bundle', 'noPatient')
  return {
    ...(contained && { patient: contained }),
    isAbout: (entry) => subjectsOf(entry).every(({ type }) => !type || type === 'Patient'),
  }
}

/** The people that resources name, each once; what is contained is told apart by what it holds. */
function distinct(clinical: readonly BundleEntry[]): readonly string[] {
  const keys = clinical.flatMap((entry) =>
    subjectsOf(entry).map(({ reference, identifier }) => {
      if (reference?.startsWith('#') !== true)
        return (reference ?? identifier?.value ?? '').replace(/\/_history\/[^/]*$/, '')
      const container = shapes.containerShape.safeParse(entry.resource)
      const patient = container.data?.contained?.find((one) => isPatient(one, reference.slice(1)))
      return patient === undefined ? reference : (patientKey(patient) ?? entry.place)
    }),
  )
  return [...new Set(keys)]
}

function isPatient(resource: unknown, id: string): boolean {
  const found = shapes.anyShape.safeParse(resource)
  return found.success && found.data.id === id
}

function patientKey(patient: unknown): string | undefined {
  const read = shapes.patientShape.safeParse(patient)
  if (!read.success || !read.data.birthDate) return undefined
  return `${read.data.birthDate} ${read.data.gender}`
}

function isNameless({ id, fullUrl, resource }: BundleEntry): boolean {
  const known = shapes.identifiedShape.safeParse(resource)
  return id === undefined && fullUrl === undefined && !known.data?.identifier
}

/** Whom a resource says that it is about. An observation's focus is another than its subject: a child to be born. */
function subjectsOf({ resource }: BundleEntry): readonly shapes.Referred[] {
  const about = shapes.aboutShape.safeParse(resource)
  if (!about.success) return [unreadable]
  const { subject, patient, focus } = about.data
  return [subject, patient, ...(focus ?? [])].flatMap((one) =>
    one && (one.reference ?? one.identifier ?? (one.type !== undefined && one.type !== 'Patient'))
      ? [one]
      : [],
  )
}

/** Leads nowhere, so that nothing is taken for the person's. */
const unreadable: shapes.Referred = { reference: 'unreadable' }

/** Types that are about nobody's health. Of what is not listed here and not read, the type is said. */
export const ofNobody: ReadonlySet<string> = new Set([
  'Account',
  'Appointment',
  'AppointmentResponse',
  'AuditEvent',
  'Binary',
  'CapabilityStatement',
  'CareTeam',
  'ChargeItem',
  'Claim',
  'ClaimResponse',
  'CodeSystem',
  'Composition',
  'ConceptMap',
  'Consent',
  'Coverage',
  'CoverageEligibilityRequest',
  'CoverageEligibilityResponse',
  'DeviceMetric',
  'Endpoint',
  'ExplanationOfBenefit',
  'Group',
  'HealthcareService',
  'Invoice',
  'List',
  'Location',
  'Medication',
  'MedicationKnowledge',
  'MessageHeader',
  'OperationOutcome',
  'Organization',
  'OrganizationAffiliation',
  'Patient',
  'PaymentNotice',
  'PaymentReconciliation',
  'Person',
  'Practitioner',
  'PractitionerRole',
  'Provenance',
  'RelatedPerson',
  'Schedule',
  'Slot',
  'Specimen',
  'StructureDefinition',
  'Subscription',
  'SubscriptionStatus',
  'Substance',
  'ValueSet',
])
