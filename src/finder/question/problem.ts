import type { Place } from '../places/place.ts'
import type { ListField, TextField } from './asked.ts'

/** Something of a question that could not be read, beside its field; each door says it in its own words. */
export interface QuestionProblem {
  readonly field: TextField | ListField
  readonly code: ProblemCode
  /** What was typed, at most 60 letters of it. */
  readonly typed: string
  /** The country or region that `wide` is about. */
  readonly place?: Place
  /** Places that a name which is none may mean. */
  readonly others?: readonly Place[]
}

/** What is wrong with a field of a question. */
export type ProblemCode =
  /** It is not what its field holds: no age, no distance, none of its values. */
  | 'unreadable'
  /** Words of more than 512 letters. */
  | 'too-long'
  /** More than 50 values in a list. */
  | 'too-many'
  /** A name with brackets, as other programs write lists: `q[]`. */
  | 'brackets'
  /** A place that is a whole country or region, of which nobody can say which sites are in it. */
  | 'wide'
  /** A distance, or the order by distance, without a place. It has no effect. */
  | 'no-place'
