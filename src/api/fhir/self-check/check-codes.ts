import type { Answer } from '../../../finder/eligibility/facts.ts'
import type { AgeUnit } from '../../../finder/registry/ages.ts'
import { genderSystem, unitSystem } from '../parts/code-systems.ts'
import type { SharedCoding } from '../parts/shapes.ts'

/** The address of the code system of the self-check, under that of a FHIR server. */
export function checkSystem(base: string): string {
  return `${base}/CodeSystem/self-check`
}

/** The codes of the self-check, with what each means. */
const checkCodes = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not-sure', 'Not sure'],
  ['me', 'The person who answers'],
  ['child', 'A child of the person who answers'],
  ['other', 'A person whom the one who answers cares for'],
] as const

/** The codes of the self-check as a CodeSystem, of R4 and R5 alike. */
export interface CheckCodeSystem {
  readonly resourceType: 'CodeSystem'
  readonly id: 'self-check'
  readonly url: string
  readonly name: string
  readonly title: string
  readonly status: 'active'
  readonly description: string
  readonly caseSensitive: true
  readonly content: 'complete'
  readonly count: number
  readonly concept: readonly { readonly code: string; readonly display: string }[]
  readonly [element: string]: unknown
}

/** Describes the codes that answers to a Questionnaire of ours may have. */
export function checkCodeSystem(base: string): CheckCodeSystem {
  return {
    resourceType: 'CodeSystem',
    id: 'self-check',
    url: checkSystem(base),
    name: 'SelfCheck',
    title: 'Answers of a self-check',
    status: 'active',
    description: 'The answers to the questions of a self-check, and for whom it is made.',
    caseSensitive: true,
    content: 'complete',
    count: checkCodes.length,
    concept: checkCodes.map(([code, display]) => ({ code, display })),
  }
}

/** What the house calls an answer, by its code. */
export const answerCodes = {
  yes: 'yes',
  no: 'no',
  'not sure': 'not-sure',
} as const satisfies Readonly<Partial<Record<Answer, string>>>

/** What the house calls a unit of age, by its code in UCUM. */
export const ageCodes = { year: 'a', month: 'mo', week: 'wk', day: 'd' } as const satisfies Partial<
  Record<AgeUnit, string>
>

/** What the house calls a sex, by its code in FHIR. */
export const sexCodes = { FEMALE: 'female', MALE: 'male' } as const

/** A choice of a question as a coding, in the reader's words. */
export function choiceCoding(
  of: 'check' | 'unit' | 'sex',
  code: string,
  display: string,
  base: string,
): SharedCoding {
  const system = { check: checkSystem(base), unit: unitSystem, sex: genderSystem }[of]
  return { system, code, display }
}
