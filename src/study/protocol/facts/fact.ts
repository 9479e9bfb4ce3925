/**
 * Something recorded of a participant. Facts are appended and never edited: a correction is a new fact that
 * names the one it corrects, and says why.
 */
export interface Fact {
  /** Unique for the participant; the same for the same content, however it arrived. */
  readonly id: string
  /** An item of the protocol. */
  readonly item: string
  /**
   * Decimals as they were written (`38.0`), days as `yyyy-MM-dd`, yes and no as booleans. `null` was asked and
   * is not known; `none` was looked for and there is none; `not applicable` does not concern this person.
   */
  readonly value: string | boolean | null
  /** UCUM. */
  readonly unit?: string
  /** Where on the body. */
  readonly site?: string
  /** How, with which device. */
  readonly method?: string
  /** When it happened: an instant with its offset (`2017-03-09T10:00+01:00`), or as much of a date as is known. */
  readonly at: string
  /** When it was recorded; without it, when it happened. */
  readonly recordedAt?: string
  readonly recordedBy?: string
  /** The id of the fact that this one takes the place of. */
  readonly corrects?: string
  /** Why it corrects, or why somebody judged so. */
  readonly reason?: string
  /** The visit it was taken for, where somebody says so. */
  readonly visit?: string
  readonly participant?: string
  /** Where the participant is seen. */
  readonly studySite?: string
  /** What else is known of it: who assessed (`by`), the model of a Z score, an adverse event's grade. */
  readonly details?: Readonly<Record<string, string | boolean | null>>
}
