import { type ValueFound, unknownValue } from './value-found.ts'

/** Works out a clinical function by its name. One that the product does not have is never replaced by another. */
export function deriveValue(by: string, inputs: ReadonlyMap<string, ValueFound>): ValueFound {
  const open = [...inputs.values()].find((value) => value.known === 'no')
  return open ?? unknownValue({ item: by, why: 'not computable' })
}
