import type { ListField, TextField } from './asked.ts'

/** Something that could not be read, said beside its field. */
export interface Problem {
  readonly field: TextField | ListField
  readonly text: string
}
