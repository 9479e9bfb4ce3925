import type { Protocol } from '../../protocol/document/protocol.ts'
import type { Fact } from '../../protocol/facts/fact.ts'
import { orderMoments, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'

/** Two values of what nobody has two of: probably two people under one id. */
export interface TwoPeople {
  readonly participant: string
  readonly item: string
  readonly facts: readonly string[]
  readonly values: readonly string[]
}

/**
 * The participants who have two dates of birth or two sexes that nobody corrected, or who were treated at one site, at
 * another, and at the first again: who moves does not come back between two doses.
 */
export function twoPeople(
  { items, regimens }: Pick<Protocol, 'items' | 'regimens'>,
  participants: ReadonlyMap<string, readonly Fact[]>,
): readonly TwoPeople[] {
  const once = items.filter(({ role }) => role === 'birth date' || role === 'sex')
  const inPerson = new Set([
    ...regimens.map(({ item }) => item),
    ...items.flatMap(({ id, role }) => (role === 'consent' || role === 'visit' ? [id] : [])),
  ])
  return [...participants].flatMap(([participant, facts]) => {
    const ofOnce = once.flatMap(({ id }) => {
      const found = contradiction(id, facts)
      return found ? [{ participant, item: id, ...found }] : []
    })
    const between = returnedSite(facts.filter(({ item }) => inPerson.has(item)))
    return between ? [...ofOnce, { participant, item: 'studySite', ...between }] : ofOnce
  })
}

/** The first fact at a site that was left for another before, and the one between. */
function returnedSite(facts: readonly Fact[]): Pick<TwoPeople, 'facts' | 'values'> | undefined {
  const placed = facts
    .flatMap((fact) => {
      const moment = readMoment(fact.at)
      const isPlaced = fact.studySite !== undefined && fact.corrects === undefined
      return isPlaced && !isTimeProblem(moment) && moment.instant !== undefined
        ? [{ fact, site: fact.studySite, moment }]
        : []
    })
    .toSorted((one, other) => orderMoments(one.moment, other.moment))
  for (const [at, { fact, site }] of placed.entries()) {
    const before = placed[at - 1]
    const wasThere = placed.slice(0, at).some((one) => one.site === site)
    if (before && before.site !== site && wasThere)
      return { facts: [before.fact.id, fact.id], values: [before.site ?? '', site ?? ''] }
  }
  return undefined
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
