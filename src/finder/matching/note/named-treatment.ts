/** A treatment named in a sentence, at characters `start` to `end`. */
export interface NamedTreatment {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly drugs?: readonly string[]
}
