import { z } from 'zod'

/**
 * The parts of FHIR R4 and R5 that are read here. Everything else in a resource is let be; a part of
 * the wrong shape is left out and said, never guessed.
 */
const coding = z.object({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
})
const concept = z.object({ coding: z.array(coding).optional(), text: z.string().optional() })
const quantity = z.object({
  value: z.number().optional(),
  unit: z.string().optional(),
  code: z.string().optional(),
  system: z.string().optional(),
  comparator: z.string().optional(),
})
const named = { id: z.string().optional(), resourceType: z.string() }
const valued = {
  code: concept.optional(),
  valueQuantity: quantity.optional(),
  valueCodeableConcept: concept.optional(),
  valueString: z.string().optional(),
  valueInteger: z.number().optional(),
  valueBoolean: z.boolean().optional(),
}
/** R5 puts the medicine in `medication.concept`; R4 in `medicationCodeableConcept`. */
const medication = {
  medicationCodeableConcept: concept.optional(),
  medication: z.object({ concept: concept.optional() }).optional(),
}

/** A Bundle, with its entries unread. */
export const bundleShape = z.object({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.object({ resource: z.unknown().optional() })).optional(),
})
/** What all resources have: a type and an id. */
export const anyShape = z.object(named)
/** A FHIR Patient. */
export const patientShape = z.object({
  ...named,
  gender: z.string().optional(),
  birthDate: z.string().optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: z.string().optional(),
})
/** A FHIR Condition. */
export const conditionShape = z.object({
  ...named,
  code: concept.optional(),
  clinicalStatus: concept.optional(),
  verificationStatus: concept.optional(),
})
/** A FHIR Observation, with its components. */
export const observationShape = z.object({
  ...named,
  ...valued,
  status: z.string().optional(),
  effectiveDateTime: z.string().optional(),
  component: z.array(z.object(valued)).optional(),
  referenceRange: z.array(z.object({ high: quantity.optional() })).optional(),
})
/** A FHIR MedicationRequest, MedicationStatement or MedicationAdministration. */
export const medicationShape = z.object({ ...named, ...medication, status: z.string().optional() })
/** A FHIR Procedure. */
export const procedureShape = z.object({
  ...named,
  code: concept.optional(),
  status: z.string().optional(),
})
/** A FHIR FamilyMemberHistory. */
export const familyShape = z.object({
  ...named,
  status: z.string().optional(),
  condition: z.array(z.object({ code: concept.optional() })).optional(),
})
/** A FHIR AllergyIntolerance. */
export const allergyShape = z.object({
  ...named,
  code: concept.optional(),
  verificationStatus: concept.optional(),
})

/** A FHIR CodeableConcept. */
export type Coded = z.infer<typeof concept>
/** A value in one of the forms that FHIR has for it. */
export type Valued = z.infer<z.ZodObject<typeof valued>>

/** The words of a concept: its text, else its codings' displays, else nothing. */
export function codedWords(coded: Coded | undefined): string {
  return (coded?.text ?? coded?.coding?.find(({ display }) => display)?.display ?? '').slice(0, 500)
}

/** The codes of a concept, in lower case. */
export function codesOf(coded: Coded | undefined): string[] {
  return (coded?.coding ?? []).flatMap(({ code }) => code?.toLowerCase() ?? [])
}
