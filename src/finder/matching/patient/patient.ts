import type { Comparator } from '../../eligibility/facts.ts'

/**
 * What a note or a record says about one person. Every fact names its evidence; whatever is left out was
 * not said. Nothing here is stored or logged by this room.
 */
export interface Patient {
  readonly source: 'note' | 'bundle'
  /** Characters of an over-long note, or entries of a bundle, that were left unread. */
  readonly unread?: number
  /** The language a note is read in; `other` where it is in none that is read, so that its facts say little. */
  readonly language?: 'en' | 'fr' | 'mixed' | 'other'
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
  readonly allergies: readonly Allergy[]
  /**
   * What is there and was not understood, in its own words: a code nobody knows, a part of the wrong shape, a sentence
   * that was left. What touches a criterion makes it unknown.
   */
  readonly notUnderstood?: readonly Evidence[]
  /**
   * What is there and does not even say in words what it is: a code nobody knows, a reference that leads nowhere, a part
   * that is empty. It may be anything of its kind.
   */
  readonly unnamed?: readonly Evidence[]
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
  /** The rule that concluded it from a value or a test (`vital-sign@1`); missing where the words themselves say it. */
  readonly rule?: string
}

/**
 * A laboratory or vital value: `what` is a measure's code, the unit is UCUM. A value or a unit that could not be read is
 * kept as it is written, so that nothing is compared with it and nothing older counts in its place.
 */
export interface Measured {
  readonly what: string
  readonly value: string
  readonly unit: string
  /** Where the value is a bound: `<` 15 is below 15. */
  readonly comparator?: Comparator
  /** Where the value is a range: from `value` to this, both included. */
  readonly upTo?: string
  /** ISO 8601 (a day, month or year, or an instant in UTC), where it is known: a later one is greater as a text. */
  readonly at?: string
  /** How the laboratory judged it. */
  readonly interpretation?: 'high' | 'low' | 'normal'
  /** The laboratory's upper limit, in the same unit. */
  readonly upperLimit?: string
  /** Said to be of before, or followed by a newer one: never compared with a limit of today. */
  readonly earlier?: true
  readonly evidence: Evidence
}

/** A medicine or procedure; `absent` under "no", "never", "denies"; what is only planned is `possible`. */
export interface Treatment {
  /** As it is written, in lower case. */
  readonly name: string
  /** The medicines that it is or holds, by the names of `openDrugs()` in lower case; missing where it is none that is known. */
  readonly drugs?: readonly string[]
  readonly presence: Presence
  readonly when: 'now' | 'history'
  /** How it stands, where that is more than taken, ended or not taken. */
  readonly course?: 'planned' | 'refused' | 'failed' | 'as needed'
  readonly evidence: Evidence
}

/**
 * An allergy or intolerance, which is not taking; `absent` where it is denied. "No known allergies" is absent, with no
 * drugs and no term.
 */
export interface Allergy {
  /** What it is to, in lower case. */
  readonly name: string
  /** As in `Treatment`. */
  readonly drugs?: readonly string[]
  /** The vocabulary's term, where the allergy is a disease by itself ("Peanut Hypersensitivity"). */
  readonly term?: string
  readonly presence: Presence
  readonly evidence: Evidence
}

/** A sentence or a resource, with whether it speaks of the family. */
export interface Line {
  readonly evidence: Evidence
  /** The words that are said to be so of the person: without what is denied or said of others. */
  readonly affirmed: string
}
