import type { Protocol } from '../../protocol/document/protocol.ts'

/** What else than its value a protocol asks of an item: by whom, by which model. */
export interface AskedDetail {
  readonly name: string
  /** The answers that the protocol tells apart; none where anything may be written. */
  readonly choices: readonly string[]
}

/** The details of an item that a protocol's rules and endpoints look at, in the order in which it names them. */
export function askedDetails(protocol: Protocol, item: string): readonly AskedDetail[] {
  const found = new Map<string, Set<string>>()
  const of = (name: string): Set<string> => {
    const known = found.get(name) ?? new Set<string>()
    found.set(name, known)
    return known
  }
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if ('item' in part && part.item === item && 'details' in part)
      for (const [name, value] of Object.entries(part.details ?? {})) of(name).add(String(value))
    if ('comparable' in part && 'of' in part) {
      const { of: select, comparable } = part as { of: unknown; comparable: unknown }
      if (isOf(select, item) && hasDetail(comparable)) of(comparable.detail)
    }
    for (const inner of Object.values(part)) look(inner)
  }
  const { eligibility, anchors, definitions, visits, regimens, endpoints, sets } = protocol
  look([anchors, definitions, eligibility, visits, regimens, endpoints, sets])
  return [...found].map(([name, choices]) => ({ name, choices: [...choices] }))
}

function isOf(select: unknown, item: string): boolean {
  return typeof select === 'object' && select !== null && 'item' in select && select.item === item
}

function hasDetail(comparable: unknown): comparable is { readonly detail: string } {
  return typeof comparable === 'object' && comparable !== null && 'detail' in comparable
}
