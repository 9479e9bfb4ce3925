import type { EnumName } from './enums.ts'

/** What a value of a record must be, so that the rest of the house may trust its type. */
export type Kind =
  | { readonly is: 'text' | 'name' | 'date' | 'age' | 'flag' | 'number' | 'point' | 'anything' }
  | { readonly is: 'enum'; readonly values: EnumName }
  | { readonly is: 'list'; readonly of: Kind }
  | { readonly is: 'object'; readonly fields: ReadonlyMap<string, Kind> }

const text = { is: 'text' } as const
/** A text that names a person, a place or a thing: spelling damaged on its way is repaired. */
const name = { is: 'name' } as const
const date = { is: 'date' } as const
const age = { is: 'age' } as const
const flag = { is: 'flag' } as const
const number = { is: 'number' } as const
const point = { is: 'point' } as const
const anything = { is: 'anything' } as const

function list(of: Kind): Kind {
  return { is: 'list', of }
}

function value(values: EnumName): Kind {
  return { is: 'enum', values }
}

function object(fields: Readonly<Record<string, Kind>>): Kind {
  return { is: 'object', fields: new Map(Object.entries(fields)) }
}

const dateStruct = object({ date, type: value('DateType') })
const sponsor = object({ name, class: value('AgencyClass') })
const outcome = object({ measure: text, description: text, timeFrame: text })
const mesh = object({ id: text, term: text })
const contact = object({
  name,
  role: value('ContactRole'),
  phone: text,
  phoneExt: text,
  email: text,
})
const browse = object({
  meshes: list(mesh),
  ancestors: list(mesh),
  browseLeaves: list(anything),
  browseBranches: list(object({ abbrev: text, name: text })),
})

function studyId(values: EnumName): Kind {
  return object({ id: text, type: value(values), domain: text, link: text })
}

const identification = object({
  nctId: text,
  nctIdAliases: list(text),
  orgStudyIdInfo: studyId('OrgStudyIdType'),
  secondaryIdInfos: list(studyId('SecondaryIdType')),
  briefTitle: name,
  officialTitle: name,
  acronym: name,
  organization: object({ fullName: name, class: value('AgencyClass') }),
})

const status = object({
  overallStatus: value('Status'),
  lastKnownStatus: value('Status'),
  statusVerifiedDate: date,
  whyStopped: text,
  expandedAccessInfo: object({
    hasExpandedAccess: flag,
    nctId: text,
    statusForNctId: value('ExpandedAccessStatus'),
  }),
  startDateStruct: dateStruct,
  primaryCompletionDateStruct: dateStruct,
  completionDateStruct: dateStruct,
  studyFirstSubmitDate: date,
  studyFirstSubmitQcDate: date,
  studyFirstPostDateStruct: dateStruct,
  resultsFirstSubmitDate: date,
  resultsFirstPostDateStruct: dateStruct,
  dispFirstSubmitDate: date,
  dispFirstPostDateStruct: dateStruct,
  lastUpdateSubmitDate: date,
  lastUpdatePostDateStruct: dateStruct,
})

const sponsors = object({
  leadSponsor: sponsor,
  collaborators: list(sponsor),
  responsibleParty: object({
    type: value('ResponsiblePartyType'),
    investigatorFullName: name,
    investigatorTitle: name,
    investigatorAffiliation: name,
    oldNameTitle: name,
    oldOrganization: name,
  }),
})

const design = object({
  studyType: value('StudyType'),
  phases: list(value('Phase')),
  patientRegistry: flag,
  targetDuration: text,
  designInfo: object({
    allocation: value('DesignAllocation'),
    interventionModel: value('InterventionalAssignment'),
    interventionModelDescription: text,
    primaryPurpose: value('PrimaryPurpose'),
    observationalModel: value('ObservationalModel'),
    timePerspective: value('DesignTimePerspective'),
    maskingInfo: object({
      masking: value('DesignMasking'),
      maskingDescription: text,
      whoMasked: list(value('WhoMasked')),
    }),
  }),
  enrollmentInfo: object({ count: number, type: value('EnrollmentType') }),
  bioSpec: object({ retention: value('BioSpecRetention'), description: text }),
  expandedAccessTypes: object({ individual: flag, intermediate: flag, treatment: flag }),
})

const arms = object({
  armGroups: list(
    object({
      label: text,
      type: value('ArmGroupType'),
      description: text,
      interventionNames: list(text),
    }),
  ),
  interventions: list(
    object({
      type: value('InterventionType'),
      name,
      description: text,
      armGroupLabels: list(text),
      otherNames: list(name),
    }),
  ),
})

const eligibility = object({
  eligibilityCriteria: text,
  healthyVolunteers: flag,
  sex: value('Sex'),
  genderBased: flag,
  genderDescription: text,
  minimumAge: age,
  maximumAge: age,
  stdAges: list(value('StandardAge')),
  studyPopulation: text,
  samplingMethod: value('SamplingMethod'),
})

const contacts = object({
  centralContacts: list(contact),
  overallOfficials: list(object({ name, affiliation: name, role: value('OfficialRole') })),
  locations: list(
    object({
      facility: name,
      status: value('RecruitmentStatus'),
      city: name,
      state: name,
      zip: text,
      country: name,
      geoPoint: point,
      contacts: list(contact),
    }),
  ),
})

const references = object({
  references: list(
    object({
      pmid: text,
      type: value('ReferenceType'),
      citation: text,
      retractions: list(object({ pmid: text, source: text })),
    }),
  ),
  seeAlsoLinks: list(object({ label: text, url: text })),
  availIpds: list(object({ id: text, type: text, url: text, comment: text })),
})

const protocolSection = object({
  identificationModule: identification,
  statusModule: status,
  sponsorCollaboratorsModule: sponsors,
  oversightModule: object({
    oversightHasDmc: flag,
    isFdaRegulatedDrug: flag,
    isFdaRegulatedDevice: flag,
  }),
  descriptionModule: object({ briefSummary: text, detailedDescription: text }),
  conditionsModule: object({ conditions: list(name), keywords: list(name) }),
  designModule: design,
  armsInterventionsModule: arms,
  outcomesModule: object({
    primaryOutcomes: list(outcome),
    secondaryOutcomes: list(outcome),
    otherOutcomes: list(outcome),
  }),
  eligibilityModule: eligibility,
  contactsLocationsModule: contacts,
  referencesModule: references,
  ipdSharingStatementModule: object({
    ipdSharing: value('IpdSharing'),
    description: text,
    infoTypes: list(value('IpdSharingInfoType')),
    timeFrame: text,
    accessCriteria: text,
    url: text,
  }),
})

const largeDocument = object({
  hasProtocol: flag,
  hasSap: flag,
  hasIcf: flag,
  label: text,
  date,
  filename: text,
  size: number,
})

/** The shape of a whole study: what `study.ts` promises, checked. What is not named may be anything. */
export const studyShape = object({
  protocolSection,
  resultsSection: object({}),
  annotationSection: object({}),
  documentSection: object({ largeDocumentModule: object({ largeDocs: list(largeDocument) }) }),
  derivedSection: object({
    miscInfoModule: object({ versionHolder: text, removedCountries: list(name) }),
    conditionBrowseModule: browse,
    interventionBrowseModule: browse,
  }),
  hasResults: flag,
})
