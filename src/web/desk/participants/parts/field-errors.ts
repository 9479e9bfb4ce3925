/** Something that is wrong, in words, at the field with this name. */
export interface FieldError {
  readonly field: string
  readonly text: string
  /** What stands in the field in the place of what was typed. */
  readonly readAs?: string | undefined
}

/** What is wrong at a field; undefined where nothing is. */
export function fieldErrorAt(errors: readonly FieldError[], name: string): string | undefined {
  return errors.find(({ field }) => field === name)?.text
}
