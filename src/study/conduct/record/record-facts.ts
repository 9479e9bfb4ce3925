import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { contentText } from '../../protocol/read/content-text.ts'
import type { ConductCase } from '../model/case.ts'
import type { KeptFact, NewFact } from '../model/facts.ts'
import { type ParticipantAsk, type Recorded, recordOf } from './change.ts'
import { formOfItem } from './form-items.ts'
import { readTypedFacts } from './read-typed-facts.ts'
import type { FactProblem, TypedFact } from './typed-fact.ts'

/** A form as it was sent: what is filled in, and the visit it is for. */
export interface TypedSheet {
  readonly typed: readonly TypedFact[]
  readonly visit?: string
}

/** As `Recorded`; `sentBefore`: the same form was recorded with other values, and those stand. */
export type SheetRecorded =
  | Recorded<readonly FactProblem[]>
  | {
      readonly kind: 'sentBefore'
      readonly now: ConductCase
      readonly recorded: readonly KeptFact[]
    }

/** Records what was typed of a participant, all of it or nothing; what is wrong with it is said at each field. */
export function recordSheet(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  sheet: TypedSheet,
  now: Date,
): Promise<SheetRecorded> {
  return onceFor(
    base,
    actor,
    ask,
    { may: can.recordFacts, read: (known) => readSheet(known, sheet) },
    now,
  )
}

function readSheet(
  known: ConductCase,
  { typed, visit }: TypedSheet,
): { readonly facts: readonly NewFact[] } | { readonly problems: readonly FactProblem[] } {
  if (typed.length === 0) return { problems: [{ code: 'nothing', part: 'form' }] }
  const { protocol } = known
  const elsewhere = protocol.items.filter(
    (item) => formOfItem(protocol, item) !== 'record' && typed.some((one) => one.item === item.id),
  )
  if (elsewhere.length > 0)
    return { problems: elsewhere.map(({ id }) => ({ code: 'elsewhere', item: id, part: 'form' })) }
  return readTypedFacts(known, typed, visit)
}

/** Records what a form says. Sent twice it is recorded once; sent again with other values, that is told and not lost in silence. */
export async function onceFor(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  {
    may,
    read,
  }: {
    readonly may: (typeof can)['recordFacts']
    readonly read: (
      known: ConductCase,
    ) => { readonly facts: readonly NewFact[] } | { readonly problems: readonly FactProblem[] }
  },
  now: Date,
): Promise<SheetRecorded> {
  let isNew = false
  const act = (known: ConductCase) => {
    isNew = true
    const done = read(known)
    return Promise.resolve('problems' in done ? { refused: done.problems } : done.facts)
  }
  const outcome = await recordOf(base, actor, ask, { may, act }, now)
  if (outcome.kind !== 'done' || isNew) return outcome
  const { after, recorded } = outcome
  const again = read(withoutForm(after, ask.formKey))
  const isSame = 'facts' in again && textOf(again.facts) === textOf(recorded)
  return isSame ? outcome : { kind: 'sentBefore', now: after, recorded }
}

/** The case as it was before a form was recorded, as far as what the form says is held against it. */
function withoutForm(known: ConductCase, formKey: string): ConductCase {
  return { ...known, facts: known.facts.filter((fact) => fact.formKey !== formKey) }
}

function textOf(facts: readonly NewFact[]): string {
  return facts
    .map(({ item, value, unit, site, method, at, corrects, reason, visit, details }) =>
      contentText({ item, value, unit, site, method, at, corrects, reason, visit, details }),
    )
    .join('\n')
}
