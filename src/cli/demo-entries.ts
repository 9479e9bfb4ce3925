import type { Fact } from '../study/protocol/facts/fact.ts'

/** Something that is entered of a made-up child, at its own moment. */
export type DemoEntry = {
  /** Milliseconds since 1970. */
  readonly at: number
} & (
  | { readonly kind: 'enrol' }
  /** One form: each item once, all of one visit or of none. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly visit?: string }
  | { readonly kind: 'consent' | 'dose' | 'event'; readonly fact: Fact }
  | { readonly kind: 'sign' }
)

const minute = 60_000

/**
 * What is entered of a child whose facts were invented, in order: each a few minutes after it happened, so that whatever is
 * decided is decided by what was known then. All from before the last evening is entered then, when they are enrolled; an
 * investigator signs after the consent. That a visit was held is said by what was recorded of it.
 * Throws RangeError for who has no consent.
 */
export function demoEntries(facts: readonly Fact[]): readonly DemoEntry[] {
  const consent = facts.find(({ item }) => item === 'consentSigned')
  if (!consent) throw new RangeError('an invented child has no consent')
  const consented = instantOf(consent)
  const intake = consented - 135 * minute
  const before = facts.filter((fact) => isDay(fact) || instantOf(fact) < intake)
  const later = facts.filter((fact) => !before.includes(fact) && fact.item !== 'visitHeld')
  const groups = Map.groupBy(later, groupOf).values()
  return [
    { kind: 'enrol' as const, at: intake },
    { kind: 'facts' as const, facts: before, at: intake + 5 * minute },
    { kind: 'sign' as const, at: consented + 25 * minute },
    ...[...groups].map(entryOf),
  ].toSorted((one, other) => one.at - other.at)
}

/** One form holds what was of one moment and one visit; what says by whom has a form of its own. */
function groupOf({ item, at, visit, details }: Fact): string {
  return [at, visit, details?.['by'] !== undefined && item, details?.['by']].join()
}

function entryOf(group: readonly Fact[]): DemoEntry {
  const [fact] = group
  if (!fact) throw new RangeError('a form without facts')
  const kind = kinds[fact.item]
  const at = instantOf(fact)
  if (kind) return { kind, fact, at: at + delays[kind] * minute }
  const { visit } = fact
  return { kind: 'facts', facts: group, at: at + 4 * minute, ...(visit !== undefined && { visit }) }
}

const kinds: Readonly<Record<string, 'consent' | 'dose' | 'event'>> = {
  consentSigned: 'consent',
  injection: 'dose',
  adverseEvent: 'event',
}

/** Minutes after it happened. */
const delays = { consent: 10, dose: 2, event: 90 } as const

function isDay({ at }: Fact): boolean {
  return !at.includes('T')
}

function instantOf({ at }: Fact): number {
  return Temporal.Instant.from(at).epochMilliseconds
}
