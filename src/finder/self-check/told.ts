import type { Age } from '../registry/ages.ts'
import type { Answer } from '../eligibility/facts.ts'
import type { Who } from '../../words/language/who.ts'

/** What a person told of themselves or of another person, and what they typed, to fill the form in again. */
export interface Told {
  readonly who: Who
  readonly typed: { readonly age: string; readonly unit: string; readonly born: string }
  readonly age?: Age
  /** `yyyy-MM-dd` */
  readonly born?: string
  readonly sex?: 'FEMALE' | 'MALE'
  readonly condition: Answer
  /** By criterion id. */
  readonly answers: Readonly<Record<string, Answer>>
}
