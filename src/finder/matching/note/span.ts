/** Characters of a sentence: `from`, and `to`, which is not included. */
export interface NoteSpan {
  readonly from: number
  readonly to: number
}
