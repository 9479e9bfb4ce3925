import type { Regimen } from '../document/dosing.ts'
import { eligibilityAt } from '../eligibility/eligibility.ts'
import type { MissingFact } from '../expression/truth.ts'
import { type SetAside, didHappen } from '../facts/reading.ts'
import type { DecisionReason, DoseDecision, OpenQuestion } from '../state/answers.ts'
import { type ParticipantCase, itemWithRole, withdrawalsFrom } from '../state/participant-case.ts'
import { compareMoments } from '../time/moment.ts'
import { dueAfter } from './dose-days.ts'
import { firstDoseGiven } from './first-dose.ts'
import type { DoseProgress } from './level-changes.ts'

/**
 * The next dose, held while a record of a dose of this regimen is not settled: one that cannot be read may be a dose that
 * was given, and the next would then be given twice. The same holds for two amounts at one moment, for a last dose whose hour
 * is not known while it may still be too early, for a person whom a criterion was against and who was treated, and where the
 * level was reached by what was corrected since: by what is known now that dose would have been of another.
 */
export function heldUntilSettled(
  decision: DoseDecision,
  regimen: Regimen,
  progress: DoseProgress,
  participant: ParticipantCase,
  isCorrected: boolean,
): DoseDecision {
  if (decision.kind === 'refuse') return heldAfterNewConsent(decision, participant)
  const missing = unsettledDoses(regimen, progress, participant)
  const against = criterionAgainst(progress, participant)
  if (missing.length === 0 && against === undefined && !isCorrected) return decision
  const { dose: _, ...undosed } = decision
  const asks = missing.map((one) =>
    participant.desk.ask({
      type: questionFor[one.why] ?? 'not understood',
      missing: one,
      facts: one.facts ?? [],
      blocks: true,
    }),
  )
  const goOn =
    against === undefined
      ? []
      : [participant.desk.ask({ type: 'no rule', node: against, facts: [], blocks: true })]
  const level = isCorrected
    ? [participant.desk.ask({ type: 'level corrected', node: regimen.id, facts: [], blocks: true })]
    : []
  const reasons: readonly DecisionReason[] = [
    ...(isCorrected ? [{ type: 'level corrected', node: regimen.id } as const] : []),
    ...(against === undefined ? [] : [{ type: 'not eligible', node: against } as const]),
    ...(missing.length === 0 ? [] : [{ type: 'dose not settled', node: regimen.item } as const]),
  ]
  return {
    ...undosed,
    kind: 'hold',
    missing: [...decision.missing, ...missing],
    asks: [...new Set([...decision.asks, ...asks, ...goOn, ...level])],
    because: decision.kind === 'hold' ? [...decision.because, ...reasons] : reasons,
  }
}

/** Consent that was withdrawn and signed again: no source says whether treatment goes on, so a person does. */
function heldAfterNewConsent(decision: DoseDecision, participant: ParticipantCase): DoseDecision {
  const item = itemWithRole(participant, 'consent')
  if (item === undefined) return decision
  const signed = participant.chart.of(item).findLast(didHappen)
  const withdrawn = withdrawalsFrom(participant, participant.chart, 'treatment').at(-1)
  const isAgain = signed && withdrawn && compareMoments(withdrawn.moment, signed.moment) === -1
  if (!isAgain || decision.because[0]?.type !== 'withdrawn') return decision
  const ask = participant.desk.ask({
    type: 'no rule',
    given: { item },
    facts: [signed.fact.id],
    blocks: true,
  })
  return { ...decision, kind: 'hold', asks: [...decision.asks, ask] }
}

const questionFor: Readonly<Partial<Record<MissingFact['why'], OpenQuestion['type']>>> = {
  contradictory: 'contradictory',
  'moment not exact': 'moment not exact',
}

/** A criterion that was against the person at the first dose, by what is known now: no source says that treatment goes on. */
function criterionAgainst(
  { first }: DoseProgress,
  participant: ParticipantCase,
): string | undefined {
  // Of whatever product: another one is no reason to go on.
  const start = firstDoseGiven(participant.sceneAt(first ?? participant.now)) ?? first
  if (!start) return undefined
  const { answer, by } =
    participant.criteriaThen ??
    eligibilityAt(participant.sceneAt(start), 'enrolment', participant.desk)
  return answer === 'no' ? by[0] : undefined
}

function unsettledDoses(
  regimen: Regimen,
  progress: DoseProgress,
  participant: ParticipantCase,
): readonly MissingFact[] {
  const { chart } = participant
  const { item } = regimen
  const unread = chart.setAside.flatMap(({ fact, item: of, why }): readonly MissingFact[] => {
    const said = of === item ? unreadBecause[why] : undefined
    return said === undefined ? [] : [{ item, why: said, facts: [fact] }]
  })
  const unclear = chart.of(item).flatMap(({ fact, value, rivals }): readonly MissingFact[] => {
    if (rivals.length > 0)
      return [{ item, why: 'contradictory', facts: [fact.id, ...rivals].toSorted() }]
    return value.type === 'not known' ? [{ item, why: 'not known', facts: [fact.id] }] : []
  })
  return [...unread, ...unclear, ...hourNotKnown(regimen, progress, participant)]
}

/** What is corrected or came twice is settled. */
const unreadBecause: Readonly<Partial<Record<SetAside['why'], MissingFact['why']>>> = {
  'in the future': 'moment not exact',
  'moment not understood': 'moment not exact',
  'unit not convertible': 'unit not convertible',
  'not understood': 'not known',
  'not plausible': 'not known',
  contradictory: 'contradictory',
}

function hourNotKnown(
  regimen: Regimen,
  { first, last }: DoseProgress,
  participant: ParticipantCase,
): readonly MissingFact[] {
  if (!first || !last || last.instant !== undefined) return []
  const due = dueAfter(regimen, first, last, participant)
  const isSurelyDue = due !== undefined && compareMoments(due, participant.now) === -1
  return isSurelyDue ? [] : [{ item: regimen.item, why: 'moment not exact' }]
}
