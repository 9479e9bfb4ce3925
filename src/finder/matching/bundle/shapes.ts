import { z } from 'zod'

/**
 * The parts of FHIR R4 and R5 that are read here. Everything else in a resource is let be; a part of
 * the wrong shape is left out and said, never guessed.
 */
const text = z.string().optional()
const coding = z.object({ system: text, code: text, display: text })
const concept = z.object({ coding: z.array(coding).optional(), text })
/** FHIR wants a number; some write it as text, which is read where it is a number. */
const decimal = z.union([z.number(), z.string()]).optional()
const quantity = z.object({ value: decimal, unit: text, code: text, comparator: text })
const range = z.object({ low: quantity.optional(), high: quantity.optional() })
const period = z.object({ start: text, end: text })
const reference = z.object({
  reference: text,
  display: text,
  type: text,
  identifier: z.object({ system: text, value: text }).optional(),
})
/** R5 joins a concept and a reference. */
const either = z.object({ concept: concept.optional(), reference: reference.optional() })
const timing = z.object({
  event: z.array(z.string()).optional(),
  repeat: z.object({ boundsPeriod: period.optional() }).optional(),
})
const named = { id: text, resourceType: z.string() }
/** Some write a status as a plain code. */
const status = z.union([concept, z.string().transform((code) => ({ coding: [{ code }] }))])

const valued = {
  code: concept.optional(),
  valueQuantity: quantity.optional(),
  valueCodeableConcept: concept.optional(),
  valueString: text,
  valueInteger: z.number().optional(),
  valueBoolean: z.boolean().optional(),
  valueRange: range.optional(),
  interpretation: z.array(concept).optional(),
  dataAbsentReason: concept.optional(),
  referenceRange: z
    .array(z.object({ high: quantity.optional(), type: concept.optional() }))
    .optional(),
}
/** R5 puts the medicine in `medication`; R4 in `medicationCodeableConcept` or `medicationReference`. */
const medication = {
  medicationCodeableConcept: concept.optional(),
  medicationReference: reference.optional(),
  medication: either.optional(),
}

/** A Bundle, with its entries unread. */
export const bundleShape = z.object({
  resourceType: z.literal('Bundle'),
  type: text,
  entry: z.array(z.unknown()).optional(),
  link: z.array(z.object({ relation: text })).optional(),
})
/** One entry of a Bundle. */
export const entryShape = z.object({
  fullUrl: text,
  resource: z.unknown().optional(),
  request: z.object({ method: text, url: text }).optional(),
  response: z.unknown().optional(),
})
/** What resources have in common: a type, and whom they are about. */
export const anyShape = z.object({
  ...named,
  meta: z.object({ lastUpdated: text, versionId: text }).optional(),
  modifierExtension: z.array(z.unknown()).optional(),
  text: z.object({ div: text }).optional(),
})
/** FHIR Parameters that hold resources. */
export const parametersShape = z.object({
  parameter: z.array(z.object({ resource: z.unknown().optional() })).optional(),
})
/** The type of what else cannot be read. */
export const typeShape = z.object({ resourceType: z.string() })
/** The words of a resource whose other parts have the wrong shape. */
export const looseShape = z.object({
  code: z.object({ text: z.string() }).partial().optional(),
})
/** Resources within a resource. */
export const containerShape = z.object({ contained: z.array(z.unknown()).optional() })
/** The numbers a resource is known by elsewhere. */
export const identifiedShape = z.object({
  identifier: z.array(z.object({ system: text, value: text })).optional(),
})
/** A FHIR Composition, whose sections may be words alone. */
export const compositionShape = z.object({
  section: z
    .array(
      z.object({
        title: text,
        entry: z.array(z.unknown()).optional(),
        text: z.unknown().optional(),
      }),
    )
    .optional(),
})
/** A FHIR DiagnosticReport: its values are in it or beside it. */
export const reportShape = z.object({
  contained: z.array(z.object({ ...named })).optional(),
  result: z.array(reference).optional(),
})
/** Whom a resource is about; most have one of these. */
export const aboutShape = z.object({
  subject: reference.optional(),
  patient: reference.optional(),
  focus: z.array(reference).optional(),
})
/** A FHIR Patient. */
export const patientShape = z.object({
  ...named,
  gender: text,
  birthDate: text,
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: text,
})
/** A FHIR Condition. */
export const conditionShape = z.object({
  ...named,
  code: concept.optional(),
  clinicalStatus: status.optional(),
  verificationStatus: status.optional(),
  category: z.array(concept).optional(),
  onsetDateTime: text,
  onsetPeriod: period.optional(),
  recordedDate: text,
  abatementDateTime: text,
  abatementAge: quantity.optional(),
  abatementPeriod: period.optional(),
  abatementRange: range.optional(),
  abatementString: text,
  abatementBoolean: z.boolean().optional(),
})
/** A FHIR Observation, with its components. */
export const observationShape = z.object({
  ...named,
  ...valued,
  status: text,
  effectiveDateTime: text,
  effectiveInstant: text,
  effectivePeriod: period.optional(),
  effectiveTiming: timing.optional(),
  issued: text,
  specimen: reference.optional(),
  component: z.array(z.object(valued)).optional(),
})
/** A FHIR MedicationRequest, MedicationStatement, MedicationAdministration or MedicationDispense. */
export const medicationUseShape = z.object({
  ...named,
  ...medication,
  status: text,
  intent: text,
  doNotPerform: z.boolean().optional(),
  adherence: z.object({ code: concept.optional() }).optional(),
  authoredOn: text,
  effectiveDateTime: text,
  effectivePeriod: period.optional(),
  effectiveDosePeriod: period.optional(),
  occurenceDateTime: text,
  occurencePeriod: period.optional(),
  dosageInstruction: z.array(z.object({ timing: timing.optional() })).optional(),
})
/** A FHIR Medication. */
export const medicineShape = z.object({
  ...named,
  code: concept.optional(),
  status: text,
  ingredient: z
    .array(
      z.object({
        itemCodeableConcept: concept.optional(),
        itemReference: reference.optional(),
        item: either.optional(),
      }),
    )
    .optional(),
})
/** A FHIR Procedure. */
export const procedureShape = z.object({
  ...named,
  code: concept.optional(),
  status: text,
  performedDateTime: text,
  performedPeriod: period.optional(),
  occurrenceDateTime: text,
  occurrencePeriod: period.optional(),
})
/** A FHIR Immunization. */
export const immunizationShape = z.object({
  ...named,
  vaccineCode: concept.optional(),
  status: text,
})
/** A FHIR FamilyMemberHistory. */
export const familyShape = z.object({
  ...named,
  status: text,
  condition: z.array(z.object({ code: concept.optional() })).optional(),
})
/** A FHIR AllergyIntolerance; in R5 its type is a concept. */
export const allergyShape = z.object({
  ...named,
  code: concept.optional(),
  clinicalStatus: status.optional(),
  verificationStatus: status.optional(),
  reaction: z.array(z.object({ substance: concept.optional() })).optional(),
})

/** A FHIR CodeableConcept. */
export type Coded = z.infer<typeof concept>
/** A FHIR Reference. */
export type Referred = z.infer<typeof reference>
/** A value with a unit. */
export type FhirQuantity = z.infer<typeof quantity>
/** A time from and to. */
export type FhirPeriod = z.infer<typeof period>
/** A value in one of the forms that FHIR has for it. */
export type Valued = z.infer<z.ZodObject<typeof valued>>
/** A FHIR Observation, as far as it is read. */
export type Observation = z.infer<typeof observationShape>
/** A medicine ordered, taken, given or handed out, as far as it is read. */
export type MedicationUse = z.infer<typeof medicationUseShape>
/** A FHIR Condition, as far as it is read. */
export type Condition = z.infer<typeof conditionShape>
