/**
 * A study, in the shape of ClinicalTrials.gov API v2. The record is kept whole: what is not named
 * here stays in the object, untyped, and goes out again as it came in. Values of enumerations are
 * plain strings, because a registry may add one at any time and a record is never dropped for that.
 * Source: the API's own data structure (https://clinicaltrials.gov/data-api/about-api/study-data-structure).
 */
export interface Study {
  readonly protocolSection: ProtocolSection
  readonly resultsSection?: Readonly<Record<string, unknown>>
  readonly annotationSection?: Readonly<Record<string, unknown>>
  readonly documentSection?: {
    readonly largeDocumentModule?: { readonly largeDocs?: readonly LargeDocument[] }
  }
  readonly derivedSection?: DerivedSection
  readonly hasResults?: boolean
}

/** What a registry says of a study before its results. */
export interface ProtocolSection {
  readonly identificationModule: IdentificationModule
  readonly statusModule?: StatusModule
  readonly sponsorCollaboratorsModule?: SponsorCollaboratorsModule
  readonly oversightModule?: {
    readonly oversightHasDmc?: boolean
    readonly isFdaRegulatedDrug?: boolean
    readonly isFdaRegulatedDevice?: boolean
  }
  readonly descriptionModule?: {
    readonly briefSummary?: string
    readonly detailedDescription?: string
  }
  readonly conditionsModule?: {
    readonly conditions?: readonly string[]
    readonly keywords?: readonly string[]
  }
  readonly designModule?: DesignModule
  readonly armsInterventionsModule?: {
    readonly armGroups?: readonly ArmGroup[]
    readonly interventions?: readonly Intervention[]
  }
  readonly outcomesModule?: {
    readonly primaryOutcomes?: readonly Outcome[]
    readonly secondaryOutcomes?: readonly Outcome[]
    readonly otherOutcomes?: readonly Outcome[]
  }
  readonly eligibilityModule?: EligibilityModule
  readonly contactsLocationsModule?: {
    readonly centralContacts?: readonly Contact[]
    readonly overallOfficials?: readonly Official[]
    readonly locations?: readonly Location[]
  }
  readonly referencesModule?: {
    readonly references?: readonly Reference[]
    readonly seeAlsoLinks?: readonly { readonly label?: string; readonly url?: string }[]
    readonly availIpds?: readonly {
      readonly id?: string
      readonly type?: string
      readonly url?: string
      readonly comment?: string
    }[]
  }
  readonly ipdSharingStatementModule?: {
    readonly ipdSharing?: string
    readonly description?: string
    readonly infoTypes?: readonly string[]
    readonly timeFrame?: string
    readonly accessCriteria?: string
    readonly url?: string
  }
}

/** The numbers and titles of a study. */
export interface IdentificationModule {
  readonly nctId: string
  readonly nctIdAliases?: readonly string[]
  readonly orgStudyIdInfo?: StudyId
  readonly secondaryIdInfos?: readonly StudyId[]
  readonly briefTitle?: string
  readonly officialTitle?: string
  readonly acronym?: string
  readonly organization?: { readonly fullName?: string; readonly class?: string }
}

/** A number that a study has elsewhere, with who gave it. */
export interface StudyId {
  readonly id?: string
  readonly type?: string
  readonly domain?: string
  readonly link?: string
}

/** Whether a study takes people, and its dates. */
export interface StatusModule {
  readonly overallStatus?: string
  readonly lastKnownStatus?: string
  /** `yyyy-MM` or `yyyy-MM-dd`. */
  readonly statusVerifiedDate?: string
  readonly whyStopped?: string
  readonly expandedAccessInfo?: {
    readonly hasExpandedAccess?: boolean
    readonly nctId?: string
    readonly statusForNctId?: string
  }
  readonly startDateStruct?: DateStruct
  readonly primaryCompletionDateStruct?: DateStruct
  readonly completionDateStruct?: DateStruct
  readonly studyFirstSubmitDate?: string
  readonly studyFirstSubmitQcDate?: string
  readonly studyFirstPostDateStruct?: DateStruct
  readonly resultsFirstSubmitDate?: string
  readonly resultsFirstPostDateStruct?: DateStruct
  readonly dispFirstSubmitDate?: string
  readonly dispFirstPostDateStruct?: DateStruct
  readonly lastUpdateSubmitDate?: string
  readonly lastUpdatePostDateStruct?: DateStruct
}

/** A date as exact as the registry gave it (`yyyy`, `yyyy-MM` or `yyyy-MM-dd`), actual or estimated. */
export interface DateStruct {
  readonly date?: string
  readonly type?: string
}

/** Who leads a study, who helps, and who answers for it. */
export interface SponsorCollaboratorsModule {
  readonly leadSponsor?: Sponsor
  readonly collaborators?: readonly Sponsor[]
  readonly responsibleParty?: {
    readonly type?: string
    readonly investigatorFullName?: string
    readonly investigatorTitle?: string
    readonly investigatorAffiliation?: string
    readonly oldNameTitle?: string
    readonly oldOrganization?: string
  }
}

/** An organisation, with its class (`INDUSTRY`, `NIH`, …). */
export interface Sponsor {
  readonly name?: string
  readonly class?: string
}

/** What kind of study it is, its phases, its design and its number of participants. */
export interface DesignModule {
  readonly studyType?: string
  readonly phases?: readonly string[]
  readonly patientRegistry?: boolean
  readonly targetDuration?: string
  readonly designInfo?: {
    readonly allocation?: string
    readonly interventionModel?: string
    readonly interventionModelDescription?: string
    readonly primaryPurpose?: string
    readonly observationalModel?: string
    readonly timePerspective?: string
    readonly maskingInfo?: {
      readonly masking?: string
      readonly maskingDescription?: string
      readonly whoMasked?: readonly string[]
    }
  }
  readonly enrollmentInfo?: { readonly count?: number; readonly type?: string }
  readonly bioSpec?: { readonly retention?: string; readonly description?: string }
  readonly expandedAccessTypes?: Readonly<Record<string, boolean>>
}

/** A group of participants, with what they are given. */
export interface ArmGroup {
  readonly label?: string
  readonly type?: string
  readonly description?: string
  readonly interventionNames?: readonly string[]
}

/** What is given or done. */
export interface Intervention {
  readonly type?: string
  readonly name?: string
  readonly description?: string
  readonly armGroupLabels?: readonly string[]
  readonly otherNames?: readonly string[]
}

/** What is measured, and when. */
export interface Outcome {
  readonly measure?: string
  readonly description?: string
  readonly timeFrame?: string
}

/** Who can join: the limits, and the criteria as text. */
export interface EligibilityModule {
  readonly eligibilityCriteria?: string
  readonly healthyVolunteers?: boolean
  readonly sex?: string
  readonly genderBased?: boolean
  readonly genderDescription?: string
  /** A number and a unit, as `18 Years`, `3 Months`, `36 Hours`; missing means no limit. */
  readonly minimumAge?: string
  readonly maximumAge?: string
  readonly stdAges?: readonly string[]
  readonly studyPopulation?: string
  readonly samplingMethod?: string
}

/** A person to ask. */
export interface Contact {
  readonly name?: string
  readonly role?: string
  readonly phone?: string
  readonly phoneExt?: string
  readonly email?: string
}

/** A person who answers for the study. */
export interface Official {
  readonly name?: string
  readonly affiliation?: string
  readonly role?: string
}

/** A site, with its own status where the registry gives one. */
export interface Location {
  readonly facility?: string
  readonly status?: string
  readonly city?: string
  readonly state?: string
  readonly zip?: string
  readonly country?: string
  readonly geoPoint?: { readonly lat: number; readonly lon: number }
  readonly contacts?: readonly Contact[]
}

/** A publication, with its number in PubMed. */
export interface Reference {
  readonly pmid?: string
  readonly type?: string
  readonly citation?: string
  readonly retractions?: readonly { readonly pmid?: string; readonly source?: string }[]
}

/** A document that can be read at the registry; its size in bytes. */
export interface LargeDocument {
  readonly hasProtocol?: boolean
  readonly hasSap?: boolean
  readonly hasIcf?: boolean
  readonly label?: string
  readonly date?: string
  readonly filename?: string
  readonly size?: number
}

/** What the registry worked out of a record. */
export interface DerivedSection {
  readonly miscInfoModule?: {
    readonly versionHolder?: string
    readonly removedCountries?: readonly string[]
  }
  readonly conditionBrowseModule?: BrowseModule
  readonly interventionBrowseModule?: BrowseModule
}

/** The MeSH terms that the registry found, with those above them. */
export interface BrowseModule {
  readonly meshes?: readonly MeshTerm[]
  readonly ancestors?: readonly MeshTerm[]
  readonly browseLeaves?: readonly Readonly<Record<string, string>>[]
  readonly browseBranches?: readonly { readonly abbrev?: string; readonly name?: string }[]
}

/** A MeSH heading with its number, as `D009080`. */
export interface MeshTerm {
  readonly id?: string
  readonly term?: string
}
