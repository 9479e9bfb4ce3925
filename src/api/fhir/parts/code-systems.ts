/** Where the codes of a version of FHIR come from. */
export interface CodeSystems {
  readonly phase: string
  readonly purpose: string
  readonly objective: string
}

/** R4 took these from HL7's terminology. */
export const r4Systems: CodeSystems = {
  phase: 'http://terminology.hl7.org/CodeSystem/research-study-phase',
  purpose: 'http://terminology.hl7.org/CodeSystem/research-study-prim-purp-type',
  objective: 'http://terminology.hl7.org/CodeSystem/research-study-objective-type',
}

/** R5 has them in the standard itself. */
export const r5Systems: CodeSystems = {
  phase: 'http://hl7.org/fhir/research-study-phase',
  purpose: 'http://hl7.org/fhir/research-study-prim-purp-type',
  objective: 'http://hl7.org/fhir/research-study-objective-type',
}

/** Numbers of studies at ClinicalTrials.gov. */
export const registrySystem = 'http://clinicaltrials.gov'
/** Headings of MeSH. */
export const meshSystem = 'http://id.nlm.nih.gov/mesh'
/** Countries, as two letters. */
export const countrySystem = 'urn:iso:std:iso:3166'
/** Units, as UCUM writes them. */
export const unitSystem = 'http://unitsofmeasure.org'
/** The sexes that FHIR tells apart. */
export const genderSystem = 'http://hl7.org/fhir/administrative-gender'
