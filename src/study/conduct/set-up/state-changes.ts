import { isDeepStrictEqual } from 'node:util'
import type {
  CriterionState,
  DoseDecision,
  ProtocolDeviation,
  VisitState,
} from '../../protocol/state/answers.ts'
import type { ParticipantState } from '../../protocol/state/participant-state.ts'

/** One thing as it is and as it would be; undefined on the side where it is not. */
export interface Changed<T> {
  readonly id: string
  readonly before?: T
  readonly after?: T
}

/** What is said otherwise of a participant by two states of the same moment. */
export interface StateChanges {
  readonly version: Changed<string> | undefined
  readonly doses: readonly Changed<DoseDecision>[]
  readonly visits: readonly Changed<VisitState>[]
  readonly criteria: readonly Changed<CriterionState>[]
  /** Consent becomes due again. */
  readonly isConsentDue: boolean
  /** What would be a deviation and was none: only what was done since the day of the switch, where that is past. */
  readonly deviations: readonly ProtocolDeviation[]
}

/** What differs between what is said of a participant and what would be. */
export function stateChanges(before: ParticipantState, after: ParticipantState): StateChanges {
  const known = new Set(before.deviations.map(({ id }) => id))
  const [from, to] = [before.version.version, after.version.version]
  return {
    version: from === to ? undefined : { id: to, before: from, after: to },
    doses: changed(before.nextDoses, after.nextDoses, ({ regimen }) => regimen, decisionOf),
    visits: changed(before.visits, after.visits, visitKey, visitOf),
    criteria: changed(
      before.eligibility.criteria,
      after.eligibility.criteria,
      ({ id }) => id,
      ({ effect }) => effect,
    ),
    isConsentDue: after.version.reconsent === 'due' && before.version.reconsent !== 'due',
    deviations: after.deviations.filter(({ id }) => !known.has(id)),
  }
}

/** Whether anything differs at all. */
export function isAnyChange(changes: StateChanges): boolean {
  return changes.version !== undefined || changes.isConsentDue || isOtherwiseJudged(changes)
}

function isOtherwiseJudged({ doses, visits, criteria, deviations }: StateChanges): boolean {
  return [doses, visits, criteria, deviations].some((list) => list.length > 0)
}

/** What of a decision makes a difference to who gives the dose. */
function decisionOf({ kind, number, dueAt, dose, options }: DoseDecision): unknown {
  return [kind, number, dueAt, dose?.amount, options.map(({ amount }) => amount)]
}

function visitKey({ id, occurrence }: VisitState): string {
  return occurrence === undefined ? id : `${id} ${occurrence}`
}

function visitOf({ standing, due, opens, closes }: VisitState): unknown {
  return [standing, due, opens, closes]
}

function changed<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  lookOf: (one: T) => unknown,
): readonly Changed<T>[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((one) => [keyOf(one), one])))
  return [...new Set([...before, ...after].map(keyOf))].flatMap((id) => {
    const [one, other] = [old?.get(id), now?.get(id)]
    if (one !== undefined && other !== undefined && isDeepStrictEqual(lookOf(one), lookOf(other)))
      return []
    return [
      {
        id,
        ...(one !== undefined && { before: one }),
        ...(other !== undefined && { after: other }),
      },
    ]
  })
}
