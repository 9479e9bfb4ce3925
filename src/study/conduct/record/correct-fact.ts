import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { contentText } from '../../protocol/read/content-text.ts'
import { type ConductCase, zoneOf } from '../model/case.ts'
import type { KeptFact, NewFact } from '../model/facts.ts'
import type { ParticipantAsk } from './change.ts'
import { formOfItem } from './form-items.ts'
import { isAboveHighest } from './judge-dose.ts'
import { readTypedFacts } from './read-typed-facts.ts'
import { onceFor, type SheetRecorded } from './record-facts.ts'
import { type FactProblem, longestFact, type TypedFact } from './typed-fact.ts'
import { typedOf } from './typed-moment.ts'

/** A correction as it was typed: of which fact, what is right, and why. */
export interface TypedCorrection {
  readonly fact: string
  readonly typed: TypedFact
  readonly reason: string
}

/**
 * Puts another value in the place of a recorded one, with the reason; the old one stays to read. As `Recorded`, and `noFact`:
 * this participant has no such fact, or who asks may not correct it.
 */
export function correctFact(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  correction: TypedCorrection,
  now: Date,
): Promise<SheetRecorded> {
  return onceFor(
    base,
    actor,
    ask,
    { may: can.recordDoses, read: (known) => readCorrection(known, actor, correction) },
    now,
  )
}

/** The facts of a participant that took the place of others, by the id of what they correct. */
export function corrections(facts: readonly KeptFact[]): ReadonlyMap<string, KeptFact> {
  return new Map(
    facts.flatMap((fact) => (fact.corrects === undefined ? [] : [[fact.corrects, fact]])),
  )
}

/** Whether somebody may correct a fact here: what has a form of its own is changed there alone, but a dose. */
export function mayCorrect(
  { protocol, participant, facts }: ConductCase,
  actor: Actor,
  fact: KeptFact,
): boolean {
  const item = protocol.items.find(({ id }) => id === fact.item)
  if (!item || corrections(facts).has(fact.id)) return false
  const form = formOfItem(protocol, item)
  if (form === 'record') return can.recordFacts(actor, participant)
  return form === 'dose' && item.role !== 'allocation' && can.recordDoses(actor, participant)
}

function readCorrection(
  known: ConductCase,
  actor: Actor,
  { fact: id, typed, reason }: TypedCorrection,
): { readonly facts: readonly NewFact[] } | { readonly problems: readonly FactProblem[] } {
  const wrong = (code: FactProblem['code'], part: FactProblem['part'] = 'form') => ({
    problems: [{ code, part, item: typed.item }],
  })
  const old = known.facts.find((fact) => fact.id === id)
  if (!old) return wrong('noItem')
  if (corrections(known.facts).has(id)) return wrong('corrected')
  if (!mayCorrect(known, actor, old)) return wrong('elsewhere')
  const others = known.facts.filter((fact) => fact.id !== id)
  const then = typedOf(old.at, zoneOf(known))
  const isThen = typed.at.day.trim() === then.day && typed.at.time.trim() === then.time
  const at = isThen && typed.at.offset === '' ? then : typed.at
  const read = readTypedFacts(
    { ...known, facts: others },
    [{ ...typed, at, item: old.item }],
    old.visit,
    true,
  )
  const problems = [
    ...('problems' in read ? read.problems : []),
    ...reasonProblems(reason, old.item),
  ]
  if ('problems' in read || problems.length > 0) return { problems }
  const [first] = read.facts
  // A moment that nobody changed stays as it was written.
  const fact = first && isThen && at.offset === then.offset ? { ...first, at: old.at } : first
  const right = fact && withOldDetails(fact, old)
  if (!right || isAsBefore(right, old)) return wrong('asBefore')
  const corrected = { ...right, corrects: id, reason: reason.trim() }
  const mayBeHigher = can.signAsInvestigator(actor, known.participant)
  if (!mayBeHigher && isAboveHighest(known, corrected)) return wrong('aboveHighest', 'value')
  return { facts: [corrected] }
}

function reasonProblems(reason: string, item: string): readonly FactProblem[] {
  if (reason.trim() === '') return [{ code: 'noReason', part: 'reason', item }]
  return reason.length > longestFact ? [{ code: 'tooLong', part: 'reason', item }] : []
}

/** What else is known of the old one stays known of the new one, but why it was not done. */
function withOldDetails(fact: NewFact, { details }: KeptFact): NewFact {
  const { notDone: _, ...rest } = details ?? {}
  const all = { ...rest, ...fact.details }
  return { ...fact, ...(Object.keys(all).length > 0 && { details: all }) }
}

function isAsBefore(fact: NewFact, old: KeptFact): boolean {
  const isSame = (['value', 'unit', 'site', 'method', 'at'] as const).every(
    (part) => fact[part] === old[part],
  )
  return isSame && contentText(fact.details ?? {}) === contentText(old.details ?? {})
}
