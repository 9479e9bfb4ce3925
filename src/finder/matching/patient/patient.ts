/**
 * What a note or a record says about one person. Every fact names its evidence; whatever is left out was
 * not said. Nothing here is stored or logged by this room.
 */
export interface Patient {
  readonly source: 'note' | 'bundle'
  /** Characters of an over-long note, or entries of a bundle, that were left unread. */
  readonly unread?: number
  readonly age?: PatientAge
  readonly sex?: Evidenced<'FEMALE' | 'MALE'>
  readonly pregnant?: Evidenced<'yes' | 'no'>
  readonly lactating?: Evidenced<'yes' | 'no'>
  /** After menopause, sterilised or before the first period: pregnancy is not possible. */
  readonly cannotConceive?: Evidenced<true>
  readonly smoking?: Evidenced<'current' | 'former' | 'never'>
  /** Said to agree to take part and to keep to what is asked. */
  readonly consents?: Evidenced<true>
  /** Said not to keep to treatment. */
  readonly noncompliant?: Evidenced<true>
  readonly deceased?: Evidenced<true>
  readonly findings: readonly Finding[]
  readonly measures: readonly Measured[]
  readonly treatments: readonly Treatment[]
  /** Everything read, in order: the sentences of a note, or one line for each resource. */
  readonly lines: readonly Line[]
}

/** Where a fact comes from: a sentence of the note (characters `start` to `end`), or a resource (`Condition/123`). */
export interface Evidence {
  readonly text: string
  readonly resource?: string
  readonly start?: number
  readonly end?: number
}

/** A fact, with the words or the resource that says so. */
export interface Evidenced<T> {
  readonly value: T
  readonly evidence: Evidence
}

/** An age in completed units, and the first and last day it may mean: "2 years" is 730 to 1095 days. */
export interface PatientAge {
  readonly value: number
  readonly unit: 'year' | 'month' | 'week' | 'day'
  readonly minDays: number
  readonly maxDays: number
  /** `yyyy-MM-dd`, where the day of birth is known. */
  readonly born?: string
  readonly evidence: Evidence
}

/** `mentioned` is neither: a risk, a wish, a test, a vaccine. */
export type Presence = 'present' | 'absent' | 'possible' | 'mentioned'

/** A disease or symptom by the vocabulary. */
export interface Finding {
  /** The vocabulary's term. */
  readonly term: string
  /** As it is written. */
  readonly words: string
  readonly presence: Presence
  readonly when: 'now' | 'history'
  readonly of: 'patient' | 'family'
  readonly evidence: Evidence
}

/** A laboratory or vital value: `what` is a measure's code, the unit is UCUM. */
export interface Measured {
  readonly what: string
  readonly value: string
  readonly unit: string
  /** ISO 8601, where it is known. */
  readonly at?: string
  /** The laboratory's upper limit, in the same unit. */
  readonly upperLimit?: string
  readonly evidence: Evidence
}

/** A medicine or procedure; `absent` under "no", "never", "denies". */
export interface Treatment {
  readonly name: string
  readonly presence: Presence
  readonly when: 'now' | 'history'
  readonly evidence: Evidence
}

/** A sentence or a resource, with whether it speaks of the family. */
export interface Line {
  readonly evidence: Evidence
  /** The words that are said to be so of the person: without what is denied or said of others. */
  readonly affirmed: string
}
