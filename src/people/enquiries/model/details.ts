import { z } from 'zod'
import {
  openValue,
  placeOfEnquiry,
  sealValue,
  sealedSteps,
} from '../../records/model/sealed-rows.ts'
import type { Person } from '../../records/persons.ts'

/** The longest message and the longest note, in characters. */
export const longestText = 5000
/** At most so many answers of a check go along. */
export const mostAnswers = 300
/** The longest criterion of an answer, in characters. */
export const longestSentCriterion = 4000
/** The longest question that goes along, in characters. */
export const longestQuestion = 1000

/**
 * One answer of a check that goes to the site: the criterion in the words of the study, what was said of it, and how the check
 * read that. `presumed`: nobody was asked, and it holds for nearly everybody.
 */
export interface SentAnswer {
  readonly criterion: string
  readonly kind: 'inclusion' | 'exclusion' | 'limit'
  /** `yes`, `no`, `unknown`, or a value in words. */
  readonly said: string
  readonly reading: 'met' | 'not met' | 'unknown' | 'presumed'
  /** Where the check asked something looser than the criterion: its question, and what was answered to that. */
  readonly asked?: { readonly en: string; readonly fr: string; readonly answer: 'yes' | 'no' }
  /** What else was said that the reading may rest on: where that is put right, it is unknown. */
  readonly restsOn?: readonly PersonalFact[]
}

/** What is said of a person once, and is read in many rules. */
export type PersonalFact = 'age' | 'sex'

/** What somebody asks a site, beside the address and the language that their person has. It is kept sealed. */
export interface EnquiryDetails {
  readonly who: 'patient' | 'parent' | 'doctor' | 'other'
  readonly name?: string
  readonly phone?: string
  readonly when: 'any' | 'morning' | 'afternoon' | 'evening'
  readonly contactBy: 'email' | 'phone'
  /** At most `longestText` characters; empty where nothing was written. */
  readonly message: string
  /** The age as it was typed, such as `3 years`. */
  readonly age?: string
  readonly sex?: 'FEMALE' | 'MALE'
  /** Where they are, and how far that is from the site. */
  readonly place?: { readonly name: string; readonly km?: number }
  /** Only where the person ticked that they go along. */
  readonly answers?: readonly SentAnswer[]
  /** Made up for a demonstration. */
  readonly isMadeUp?: true
}

const line = z.string().max(300)

const answerShape: z.ZodType<SentAnswer> = z.object({
  criterion: z.string().max(longestSentCriterion),
  kind: z.enum(['inclusion', 'exclusion', 'limit']),
  said: z.string().max(1000),
  reading: z.enum(['met', 'not met', 'unknown', 'presumed']),
  asked: z
    .object({
      en: z.string().max(longestQuestion),
      fr: z.string().max(longestQuestion),
      answer: z.enum(['yes', 'no']),
    })
    .exactOptional(),
  restsOn: z.array(z.enum(['age', 'sex'])).exactOptional(),
})

const detailsShape: z.ZodType<EnquiryDetails> = z.object({
  who: z.enum(['patient', 'parent', 'doctor', 'other']),
  name: line.exactOptional(),
  phone: line.exactOptional(),
  when: z.enum(['any', 'morning', 'afternoon', 'evening']),
  contactBy: z.enum(['email', 'phone']),
  message: z.string().max(longestText),
  age: line.exactOptional(),
  sex: z.enum(['FEMALE', 'MALE']).exactOptional(),
  place: z.object({ name: line, km: z.number().nonnegative().exactOptional() }).exactOptional(),
  answers: z.array(answerShape).max(mostAnswers).exactOptional(),
  isMadeUp: z.literal(true).exactOptional(),
})

/** Whether a value is details that can be kept: of the right kinds, and not too long. */
export function areDetails(value: unknown): value is EnquiryDetails {
  return detailsShape.safeParse(value).success
}

/** Seals details for the row of one enquiry of one person. Throws where they cannot be kept. */
export function sealDetails(
  { id, key }: Pick<Person, 'id' | 'key'>,
  enquiryId: string,
  details: EnquiryDetails,
): Uint8Array {
  const value = detailsShape.parse(details)
  return sealValue(key, placeOfEnquiry(id, enquiryId), value, sealedSteps.enquiry)
}

/** Opens what `sealDetails` sealed. Throws where it does not open, or opens to something else. */
export function openDetails(
  { id, key }: Pick<Person, 'id' | 'key'>,
  enquiryId: string,
  sealed: Uint8Array,
): EnquiryDetails {
  return detailsShape.parse(openValue(key, placeOfEnquiry(id, enquiryId), sealed))
}
