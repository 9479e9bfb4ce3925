import type { SafetyState } from '../../protocol/state/safety-state.ts'
import { type ConductCase, itemOf } from '../model/case.ts'
import type { KeptFact } from '../model/facts.ts'

/** An adverse event of a participant, with all that was said of it. */
export interface SafetyEvent {
  /** The id of the fact by which it became known: the same whatever is said of it later. */
  readonly id: string
  /** The so-manieth of its participant, by when it was recorded. */
  readonly number: number
  /** Everything that was said of it, the oldest first; the last is what is so now. */
  readonly versions: readonly KeptFact[]
  readonly newest: KeptFact
  /** Undefined where the engine sets it aside, as one whose date nobody can read. */
  readonly state: SafetyState | undefined
}

/** The adverse events of a participant, by when each was first recorded. */
export function safetyEventsOf({ facts, protocol, state }: ConductCase): readonly SafetyEvent[] {
  const item = itemOf(protocol, 'adverse event')?.id
  if (item === undefined) return []
  const own = facts.filter((fact) => fact.item === item)
  const byId = new Map(own.map((fact) => [fact.id, fact]))
  const corrected = new Set(own.flatMap(({ corrects }) => corrects ?? []))
  return own
    .filter(({ id }) => !corrected.has(id))
    .map((newest) => ({ newest, versions: versionsUpTo(newest, byId) }))
    .toSorted(({ versions: [one] }, { versions: [other] }) => (one?.seq ?? 0) - (other?.seq ?? 0))
    .map(({ newest, versions }, at) => ({
      id: versions[0]?.id ?? newest.id,
      number: at + 1,
      versions,
      newest,
      state: state.safety.find(({ fact }) => fact === newest.id),
    }))
}

/** The event that a fact is of, whichever of what was said of it the fact is. */
export function eventWith(known: ConductCase, factId: string): SafetyEvent | undefined {
  return safetyEventsOf(known).find(({ versions }) => versions.some(({ id }) => id === factId))
}

function versionsUpTo(newest: KeptFact, byId: ReadonlyMap<string, KeptFact>): readonly KeptFact[] {
  const versions = [newest]
  let before = newest.corrects === undefined ? undefined : byId.get(newest.corrects)
  while (before && !versions.includes(before)) {
    versions.unshift(before)
    before = before.corrects === undefined ? undefined : byId.get(before.corrects)
  }
  return versions
}
