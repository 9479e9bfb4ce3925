import { isDeepStrictEqual } from 'node:util'
import type { Fact } from '../study/protocol/facts/fact.ts'
import type { CriterionState, DoseDecision } from '../study/protocol/state/answers.ts'
import type { ParticipantState } from '../study/protocol/state/participant-state.ts'
import { state } from '../study/protocol/state.ts'
import type { StudyVersion } from '../study/protocol/versions.ts'
import { type Draw, type DrawnChild, drawFrom } from './drawn-child.ts'
import { readsOfRules } from './what-rules-read.ts'

/** The laws that one history breaks under one version; none where all hold. */
export function brokenLaws(
  version: StudyVersion,
  child: DrawnChild,
  seed: number,
): readonly string[] {
  const draw = drawFrom(seed ^ 0x5eed)
  const found = state([version], child.facts, child.now)
  return [
    ...doseLaws(version, child, found),
    ...orderLaw(version, child, found, draw),
    ...replayLaw(version, child, draw),
    ...addedFactLaw(version, child, found, draw),
  ]
}

/** Never above the highest level for the heaviest weight recorded; no step up without a febrile reading of that day. */
function doseLaws(
  { protocol }: StudyVersion,
  { facts }: DrawnChild,
  found: ParticipantState,
): readonly string[] {
  const weights = facts
    .filter(({ item }) => item === 'bodyWeight')
    .map(({ value }) => Number(value))
  const broken: string[] = []
  const decisions = [...found.nextDoses, ...found.dosesGiven.map(({ shown }) => shown)]
  for (const decision of decisions) {
    const regimen = protocol.regimens.find(({ id }) => id === decision.regimen)
    const highest = Number(regimen?.levels.at(-1)?.amount.value) * Math.max(...weights)
    const amounts = [...(decision.dose ? [decision.dose] : []), ...decision.options].map(
      ({ amount }) => Number(amount.value),
    )
    if (amounts.some((amount) => amount > highest + 1e-9))
      broken.push(`above the ceiling: ${amounts.join(', ')} > ${highest}`)
    if (
      decision.because.some(({ type }) => type === 'level changed') &&
      !wasFebrile(decision, facts)
    )
      broken.push(`a step without fever on ${decision.dueAt}`)
  }
  return broken
}

/** Some reading of the dose's day is above 38, whatever was corrected. */
function wasFebrile({ dueAt }: DoseDecision, facts: readonly Fact[]): boolean {
  return facts.some(
    ({ item, value, at }) =>
      item === 'temperature' && at.slice(0, 10) === dueAt.slice(0, 10) && Number(value) > 38,
  )
}

function orderLaw(
  version: StudyVersion,
  { facts, now }: DrawnChild,
  found: ParticipantState,
  draw: Draw,
): readonly string[] {
  const shuffled = facts
    .map((fact) => ({ fact, key: draw.upTo(1e9) }))
    .toSorted((one, other) => one.key - other.key)
  const again = state(
    [version],
    shuffled.map(({ fact }) => fact),
    now,
  )
  return isDeepStrictEqual(again, found) ? [] : ['the order of arrival matters']
}

/** What is worked out later for an earlier moment is what was shown at that moment, with what was known then. */
function replayLaw(
  version: StudyVersion,
  { facts, now }: DrawnChild,
  draw: Draw,
): readonly string[] {
  const moments = facts
    .flatMap(({ recordedAt }) => recordedAt ?? [])
    .filter((moment) => moment < now)
  const then = moments[draw.upTo(moments.length)]
  if (then === undefined) return []
  const instant = (text: string) => Temporal.Instant.from(text).epochMilliseconds
  const known = facts.filter(
    ({ recordedAt }) => recordedAt === undefined || instant(recordedAt) <= instant(then),
  )
  const live = state([version], known, then)
  const replayed = state([version], facts, then)
  const broken = isDeepStrictEqual(live, replayed) ? [] : ['replay differs from live']
  const later = state([version], facts, now)
  const shownThen = new Map(live.dosesGiven.map((dose) => [dose.fact, dose.shown]))
  const rewritten = later.dosesGiven.some(
    ({ fact, shown }) => shownThen.has(fact) && !isDeepStrictEqual(shownThen.get(fact), shown),
  )
  return rewritten ? [...broken, 'a decision that was acted on was rewritten'] : broken
}

/**
 * A fact that corrects nothing and is added moves only the rules that read it. The first about something makes what was
 * unknown known and turns nothing; a further one turns met into not met, or back, only where it stands among the grounds
 * of the new verdict, or where a moment that the rule counts from is taken from it.
 */
function addedFactLaw(
  version: StudyVersion,
  { facts, now }: DrawnChild,
  found: ParticipantState,
  draw: Draw,
): readonly string[] {
  const corrected = new Set(facts.flatMap(({ corrects }) => corrects ?? []))
  const alone = facts.filter(({ id, corrects }) => corrects === undefined && !corrected.has(id))
  const added = alone[draw.upTo(alone.length)]
  if (!added) return []
  const others = facts.filter((fact) => fact !== added)
  const isFirst = others.every(({ item }) => item !== added.item)
  const before = new Map(rulesOf(state([version], others, now)).map((one) => [one.id, one]))
  const reads = readsOfRules(version.protocol)
  return rulesOf(found).flatMap((after) => {
    const { id, verdict } = after
    const was = before.get(id)?.verdict
    const read = reads.get(id)
    if (was === undefined || was === verdict || !read) return []
    const turn = `${id} went from ${was} to ${verdict} by ${added.item}`
    if (!read.items.has(added.item)) return withdrawal === added.item ? [] : [`unread: ${turn}`]
    const isTurn = [was, verdict].every((one) => one === 'met' || one === 'not met')
    if (!isTurn || read.counted.has(added.item)) return []
    const isGround = after.grounds.some((ground) => ground.facts.includes(added.id))
    return isFirst || !isGround ? [turn] : []
  })
}

/** Ends what is waited for: an endpoint is told that was not told before. */
const withdrawal = 'consentWithdrawn'

function rulesOf({ eligibility, endpoints }: ParticipantState) {
  return [...all(eligibility.criteria), ...endpoints]
}

function all(criteria: readonly CriterionState[]): readonly CriterionState[] {
  return criteria.flatMap((one) => [one, ...all(one.members)])
}
