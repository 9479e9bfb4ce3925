/**
 * The data types that both versions of FHIR share, as far as our resources use them: what is made of these fits into a resource of
 * either.
 */
export interface SharedConcept {
  coding?: SharedCoding[]
  text?: string
}

/** A code, with the system that it is of. */
export interface SharedCoding {
  system: string
  code: string
  display: string
}

/** A number by which a thing is known. */
export interface SharedIdentifier {
  use: 'official' | 'secondary' | 'old'
  type?: SharedConcept
  system?: string
  value: string
  assigner?: { display: string }
}

/** A link to a resource inside the study. */
export interface SharedReference {
  reference: string
  type: string
  display?: string
}

/** An extension with one value, or with parts. */
export interface SharedExtension {
  url: string
  extension?: SharedExtension[]
  valueCode?: string
  valueString?: string
  valueMarkdown?: string
  valueDateTime?: string
  valueReference?: SharedReference
}

/** A phone number or a mail address. */
export interface SharedTelecom {
  system: 'phone' | 'email'
  value: string
  use: 'work'
}

/** An amount with its unit. */
export interface SharedQuantity {
  value: number
  unit: string
  system: string
  code: string
}

/** One thing that is so of everybody in a group. */
export interface SharedCharacteristic {
  code: SharedConcept
  valueCodeableConcept?: SharedConcept
  valueBoolean?: boolean
  valueRange?: { low?: SharedQuantity; high?: SharedQuantity }
  exclude: boolean
}

/** An organization inside a study. */
export interface SharedOrganization {
  resourceType: 'Organization'
  id: string
  type?: SharedConcept[]
  name: string
}

/** A person inside a study. */
export interface SharedPractitioner {
  resourceType: 'Practitioner'
  id: string
  extension?: SharedExtension[]
  name?: { text: string }[]
  telecom?: SharedTelecom[]
}
