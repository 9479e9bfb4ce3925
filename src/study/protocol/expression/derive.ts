import { type ClinicalInputs, deriveClinical } from '../clinical/derive.ts'
import { isClinicalProblem } from '../clinical/problems.ts'
import type { Quantity } from '../quantity/quantity.ts'
import { type ValueFound, exactly, unknownValue } from './value-found.ts'

/** Works out a clinical function by its name. One that the product does not have is never replaced by another. */
export function deriveValue(by: string, inputs: ReadonlyMap<string, ValueFound>): ValueFound {
  const open = [...inputs.values()].find((value) => value.known === 'no')
  if (open) return open
  const facts = [...inputs.values()].flatMap((value) => (value.known === 'no' ? [] : value.facts))
  const given: Record<string, Quantity | string> = {}
  for (const [name, value] of inputs) {
    const input = inputOf(value)
    if (input === undefined) return unknownValue({ item: by, why: 'not computable', facts })
    given[name] = input
  }
  const all: ClinicalInputs = given
  const derived = deriveClinical(by, all)
  // A value that its model flags (too young for it, of another formula) is looked at by a person.
  if (isClinicalProblem(derived) || derived.mustAsk)
    return unknownValue({ item: by, why: 'not computable', facts })
  return exactly(derived.quantity, { facts, item: by })
}

function inputOf(value: ValueFound): Quantity | string | undefined {
  if (value.known === 'text') return value.text
  if (value.known !== 'quantity' || value.least.value !== value.most?.value) return undefined
  return value.least
}
