import { type EnumName, enums } from '../enums.ts'

const statuses = {
  ACTIVE_NOT_RECRUITING: 'Active, not recruiting',
  ENROLLING_BY_INVITATION: 'Enrolling by invitation',
  NOT_YET_RECRUITING: 'Not yet recruiting',
  NO_LONGER_AVAILABLE: 'No longer available',
  TEMPORARILY_NOT_AVAILABLE: 'Temporarily not available',
  APPROVED_FOR_MARKETING: 'Approved for marketing',
  UNKNOWN: 'Unknown status',
}

/**
 * Values of enumerations as the registry wrote them before its API 2: `Not yet recruiting` for `NOT_YET_RECRUITING`. Where
 * a value is not here, its words with a capital each are its old spelling (`Older Adult`).
 */
const written: Partial<Record<EnumName, Readonly<Record<string, string>>>> = {
  Status: statuses,
  RecruitmentStatus: statuses,
  ExpandedAccessStatus: statuses,
  Phase: {
    NA: 'Not Applicable',
    EARLY_PHASE1: 'Early Phase 1',
    PHASE1: 'Phase 1',
    PHASE2: 'Phase 2',
    PHASE3: 'Phase 3',
    PHASE4: 'Phase 4',
  },
  SamplingMethod: { NON_PROBABILITY_SAMPLE: 'Non-Probability Sample' },
  IpdSharingInfoType: {
    SAP: 'Statistical Analysis Plan (SAP)',
    ICF: 'Informed Consent Form (ICF)',
    CSR: 'Clinical Study Report (CSR)',
  },
  OrgStudyIdType: grants('NIH', 'FDA', 'VA', 'CDC', 'AHRQ', 'SAMHSA'),
  SecondaryIdType: {
    ...grants('NIH', 'FDA', 'VA', 'CDC', 'AHRQ', 'SAMHSA'),
    OTHER_GRANT: 'Other Grant/Funding Number',
    EUDRACT_NUMBER: 'EudraCT Number',
    CTIS: 'EU Trial (CTIS) Number',
    REGISTRY: 'Registry Identifier',
    OTHER: 'Other Identifier',
  },
  AgencyClass: asWritten(enums.AgencyClass),
  ResponsiblePartyType: { SPONSOR_INVESTIGATOR: 'Sponsor-Investigator' },
  DesignAllocation: { NON_RANDOMIZED: 'Non-Randomized', NA: 'N/A' },
  InterventionalAssignment: {
    SINGLE_GROUP: 'Single Group Assignment',
    PARALLEL: 'Parallel Assignment',
    CROSSOVER: 'Crossover Assignment',
    FACTORIAL: 'Factorial Assignment',
    SEQUENTIAL: 'Sequential Assignment',
  },
  PrimaryPurpose: { ECT: 'Educational/Counseling/Training' },
  ObservationalModel: {
    CASE_CONTROL: 'Case-Control',
    CASE_ONLY: 'Case-Only',
    CASE_CROSSOVER: 'Case-Crossover',
    ECOLOGIC_OR_COMMUNITY: 'Ecologic or Community',
    FAMILY_BASED: 'Family-Based',
  },
  DesignTimePerspective: { CROSS_SECTIONAL: 'Cross-Sectional' },
  ContactRole: { SUB_INVESTIGATOR: 'Sub-Investigator' },
  OfficialRole: { SUB_INVESTIGATOR: 'Sub-Investigator' },
  ReferenceType: { BACKGROUND: 'background', RESULT: 'result', DERIVED: 'derived' },
  DesignMasking: { NONE: 'None (Open Label)' },
  MeasureParam: {
    COUNT_OF_PARTICIPANTS: 'Count of Participants',
    COUNT_OF_UNITS: 'Count of Units',
  },
  MeasureDispersionType: {
    NA: 'Not Applicable',
    INTER_QUARTILE_RANGE: 'Inter-Quartile Range',
    CONFIDENCE_80: '80% Confidence Interval',
    CONFIDENCE_90: '90% Confidence Interval',
    CONFIDENCE_95: '95% Confidence Interval',
    CONFIDENCE_975: '97.5% Confidence Interval',
    CONFIDENCE_99: '99% Confidence Interval',
    CONFIDENCE_OTHER: 'Other Confidence Interval Level',
    GEOMETRIC_COEFFICIENT: 'Geometric Coefficient of Variation',
  },
  OutcomeMeasureType: { OTHER_PRE_SPECIFIED: 'Other Pre-specified', POST_HOC: 'Post-Hoc' },
  EventAssessment: { NON_SYSTEMATIC_ASSESSMENT: 'Non-systematic Assessment' },
  AgreementRestrictionType: asWritten(enums.AgreementRestrictionType),
  BrowseLeafRelevance: { LOW: 'low', HIGH: 'high' },
  AnalysisDispersionType: { STANDARD_ERROR_OF_MEAN: 'Standard Error of the Mean' },
  ConfidenceIntervalNumSides: { ONE_SIDED: '1-Sided', TWO_SIDED: '2-Sided' },
  NonInferiorityType: {
    NON_INFERIORITY: 'Non-Inferiority',
    NON_INFERIORITY_OR_EQUIVALENCE: 'Non-Inferiority or Equivalence',
    SUPERIORITY_OR_OTHER: 'Superiority or Other',
    NON_INFERIORITY_OR_EQUIVALENCE_LEGACY: 'Non-Inferiority or Equivalence (legacy)',
    SUPERIORITY_OR_OTHER_LEGACY: 'Superiority or Other (legacy)',
  },
  ViolationEventType: {
    VIOLATION_IDENTIFIED: 'Violation Identified by FDA',
    CORRECTION_CONFIRMED: 'Correction Confirmed by FDA',
    PENALTY_IMPOSED: 'Penalty Imposed by FDA',
    ISSUES_IN_LETTER_ADDRESSED_CONFIRMED: 'Issues in Letter Addressed; Confirmed by FDA',
  },
}

/** Further spellings that records and programs have used. */
const also: Partial<Record<EnumName, Readonly<Record<string, string>>>> = {
  Phase: { 'N/A': 'NA', 'Phase 0': 'EARLY_PHASE1' },
  Sex: { Both: 'ALL' },
  AgencyClass: { 'U.S. Fed': 'FED' },
  DateType: { Anticipated: 'ESTIMATED', Estimate: 'ESTIMATED' },
  EnrollmentType: { Anticipated: 'ESTIMATED' },
  DesignAllocation: { 'Not Applicable': 'NA' },
  DesignMasking: { 'Open Label': 'NONE' },
  MeasureDispersionType: { 'N/A': 'NA' },
}

function grants(...agencies: readonly string[]): Record<string, string> {
  return Object.fromEntries(agencies.map((name) => [name, `U.S. ${name} Grant/Contract`]))
}

function asWritten(values: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries([...values].map((value) => [value, value]))
}

/** A value of an enumeration as the registry wrote it before its API 2. */
export function oldSpelling(enumName: EnumName, value: string): string {
  return (
    written[enumName]?.[value] ??
    value.toLowerCase().replace(/(^|_)([a-z])/g, (_, gap, first: string) => {
      return `${gap === '' ? '' : ' '}${first.toUpperCase()}`
    })
  )
}

/** The value of an enumeration that is written in its new or its old spelling, in any case; undefined for what is neither. */
export function valueSpelled(enumName: EnumName, text: string): string | undefined {
  let known = spelled.get(enumName)
  if (!known) spelled.set(enumName, (known = spellingsOf(enumName)))
  return known.get(bare(text))
}

const spelled = new Map<EnumName, ReadonlyMap<string, string>>()

function spellingsOf(enumName: EnumName): ReadonlyMap<string, string> {
  const values = [...enums[enumName]]
  return new Map([
    ...Object.entries(also[enumName] ?? {}).map(([text, value]) => [bare(text), value] as const),
    ...values.map((value) => [bare(oldSpelling(enumName, value)), value] as const),
    ...values.map((value) => [bare(value), value] as const),
  ])
}

/** Letters and digits alone: signs, blanks and case are written in every way. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
}
