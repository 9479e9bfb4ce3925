import type { Protocol } from '../../protocol/document/protocol.ts'
import type { Fact } from '../../protocol/facts/fact.ts'

/** Two values of what nobody has two of: probably two people under one id. */
export interface TwoPeople {
  readonly participant: string
  readonly item: string
  readonly facts: readonly string[]
  readonly values: readonly string[]
}

/** The participants who have two dates of birth or two sexes that nobody corrected. */
export function twoPeople(
  { items }: Pick<Protocol, 'items'>,
  participants: ReadonlyMap<string, readonly Fact[]>,
): readonly TwoPeople[] {
  const once = items.filter(({ role }) => role === 'birth date' || role === 'sex')
  return [...participants].flatMap(([participant, facts]) =>
    once.flatMap(({ id }) => {
      const found = contradiction(id, facts)
      return found ? [{ participant, item: id, ...found }] : []
    }),
  )
}

function contradiction(
  item: string,
  facts: readonly Fact[],
): Pick<TwoPeople, 'facts' | 'values'> | undefined {
  const said = facts.filter((fact) => fact.item === item && fact.value !== null)
  if (said.length < 2) return undefined
  const corrected = new Set(facts.flatMap(({ corrects }) => corrects ?? []))
  const [first, ...others] = said.filter(({ id }) => !corrected.has(id))
  const other = first && others.find(({ value }) => !mayBeSame(first.value, value))
  if (!first || !other) return undefined
  return { facts: [first.id, other.id], values: [String(first.value), String(other.value)] }
}

/** `2014` and `2014-02-10` may be one date. */
function mayBeSame(one: Fact['value'], other: Fact['value']): boolean {
  const [first, second] = [String(one), String(other)]
  return first.startsWith(second) || second.startsWith(first)
}
