import type { ProtocolCriterion } from '../study/protocol/document/criteria.ts'
import type { ProtocolEndpoint } from '../study/protocol/document/endpoints.ts'
import type { Protocol } from '../study/protocol/document/protocol.ts'

/** The items a rule of a document looks at, definitions and anchors followed to the end. */
export interface RuleReads {
  /** All of them. */
  readonly items: ReadonlySet<string>
  /** Those that a moment is counted from: what moves it moves what is counted from it. */
  readonly counted: ReadonlySet<string>
}

/**
 * What each criterion and endpoint of a document reads, by its id. The first dose is read by all: it is the moment for
 * which criteria are judged.
 */
export function readsOfRules(protocol: Protocol): ReadonlyMap<string, RuleReads> {
  const own = (rule: unknown): RuleReads => readsOf(rule, protocol)
  return new Map([
    ...allCriteria(protocol.eligibility).map((one) => [one.id, own(criterionRule(one))] as const),
    ...protocol.endpoints.map((one) => [one.id, own(endpointRule(one))] as const),
  ])
}

function allCriteria(criteria: readonly ProtocolCriterion[]): readonly ProtocolCriterion[] {
  return criteria.flatMap((one) => [one, ...allCriteria(one.group?.members ?? [])])
}

function criterionRule({ expression, appliesIf, presumeIf, group }: ProtocolCriterion) {
  return { expression, appliesIf, presumeIf, group }
}

function endpointRule({ success, appliesIf, readyAt }: ProtocolEndpoint) {
  return { success, appliesIf, readyAt }
}

function readsOf(rule: unknown, protocol: Protocol): RuleReads {
  const items = new Set<string>()
  const counted = new Set(firstDoses(protocol))
  const seen = new Set<unknown>()
  const named = [...protocol.definitions, ...protocol.anchors, ...protocol.visits]
  const look = (value: unknown, isCounted: boolean): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'item' && typeof inner === 'string') (isCounted ? counted : items).add(inner)
      else if (['anchor', 'visit', 'name'].includes(key) && typeof inner === 'string')
        for (const one of named)
          if (one.id === inner) look('event' in one ? one.event : one, isCounted || key !== 'name')
      look(inner, isCounted)
    }
    // When the dose was last increased depends on all that doses depend on.
    if ('type' in value && value.type === 'increase')
      for (const { id } of protocol.items) counted.add(id)
    if ('op' in value && value.op === 'age') for (const id of births(protocol)) counted.add(id)
    if ('op' in value && value.op === 'defined' && 'name' in value) items.add(String(value.name))
  }
  look(rule, false)
  return { items: items.union(counted), counted }
}

function firstDoses({ regimens, anchors }: Protocol): readonly string[] {
  const anchor = anchors.find(({ id }) => id === regimens[0]?.anchor)
  return anchor && 'item' in anchor.event ? [anchor.event.item] : []
}

function births({ items }: Protocol): readonly string[] {
  return items.filter(({ role }) => role === 'birth date').map(({ id }) => id)
}
