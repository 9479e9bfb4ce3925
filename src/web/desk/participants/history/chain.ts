import type { KeptFact } from '../../../../study/conduct/model/facts.ts'
import { corrections } from '../../../../study/conduct/record/correct-fact.ts'

/** A value as it was first recorded, with every correction of it, the oldest first. */
export function chainOf(facts: readonly KeptFact[], fact: KeptFact): readonly KeptFact[] {
  const byId = new Map(facts.map((one) => [one.id, one]))
  const laterOf = corrections(facts)
  const chain = [fact]
  for (let [first] = chain; first?.corrects !== undefined; [first] = chain) {
    const before = byId.get(first.corrects)
    if (!before) break
    chain.unshift(before)
  }
  for (let next = laterOf.get(fact.id); next; next = laterOf.get(next.id)) chain.push(next)
  return chain
}
