/** Something read at a place of a rule's words, and the place after it. */
export interface FoundAt<T> {
  readonly end: number
  readonly value: T
}
