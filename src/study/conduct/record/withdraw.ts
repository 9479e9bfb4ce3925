import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { type ConductCase, itemOf } from '../model/case.ts'
import type { NewFact } from '../model/facts.ts'
import { type ParticipantAsk, type Recorded, recordOf } from './change.ts'
import { readReplacement, readSignedMoment } from './read-signed-moment.ts'
import type { ConsentProblem, TypedReplacement } from './typed-consent.ts'
import type { TypedMoment } from './typed-fact.ts'

/** What a participant or their guardians take back: what is given, the visits, or all. */
export const withdrawalScopes = ['treatment', 'visits', 'all'] as const

/** Why, where they say so; nobody has to. */
export const withdrawalReasons = [
  'burden',
  'side effects',
  'no benefit',
  'moving away',
  'changed mind',
  'other',
] as const

/** What a form says of a withdrawal, as it was typed. */
export interface TypedWithdrawal {
  readonly of: string
  /** One of the reasons, or empty: nobody has to give one. */
  readonly why: string
  readonly at: TypedMoment
}

/** Records that somebody withdraws: it stops at once what it covers. What was collected stays, and the history. */
export function recordWithdrawal(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  typed: TypedWithdrawal,
  now: Date,
): Promise<Recorded<readonly ConsentProblem[]>> {
  const act = (known: ConductCase) => {
    const problems: ConsentProblem[] = []
    const fact = readWithdrawal(known, typed, problems)
    return Promise.resolve(fact && problems.length === 0 ? [fact] : { refused: problems })
  }
  return recordOf(base, actor, ask, { may: can.recordFacts, act }, now)
}

function readWithdrawal(
  known: ConductCase,
  typed: TypedWithdrawal,
  problems: ConsentProblem[],
): NewFact | undefined {
  const item = itemOf(known.protocol, 'withdrawal')
  const of = withdrawalScopes.find((one) => one === typed.of)
  const why = withdrawalReasons.find((one) => one === typed.why)
  if (!item) problems.push({ code: 'noItem', field: 'of' })
  if (!of) problems.push({ code: 'noScope', field: 'of' })
  if (typed.why !== '' && !why) problems.push({ code: 'why', field: 'why' })
  if (of && isWithdrawnAlready(known, of)) problems.push({ code: 'already', field: 'of' })
  const moment = readSignedMoment(known, typed.at, problems)
  if (!item || !of || !moment) return undefined
  return {
    item: item.id,
    value: of,
    at: moment.text,
    details: { of, ...(why && { why }) },
  }
}

function isWithdrawnAlready(
  { state }: ConductCase,
  of: (typeof withdrawalScopes)[number],
): boolean {
  const { treatment, visits } = state.withdrawn
  if (of === 'treatment') return treatment !== undefined
  if (of === 'visits') return visits !== undefined
  return treatment !== undefined && visits !== undefined
}

/** Takes out a consent or a withdrawal that was recorded by mistake, as of another person: it stays to read, with the reason. */
export function takeOutSigned(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  { role, ...replaced }: TypedReplacement & { readonly role: 'consent' | 'withdrawal' },
  now: Date,
): Promise<Recorded<readonly ConsentProblem[]>> {
  const act = (known: ConductCase) => {
    const item = itemOf(known.protocol, role)?.id ?? ''
    const problems: ConsentProblem[] = []
    const instead = readReplacement(known, item, replaced, problems)
    const wrong = known.facts.find(({ id }) => id === replaced.fact)
    if (!wrong || problems.length > 0) return Promise.resolve({ refused: problems })
    const fact: NewFact = { item, value: null, at: wrong.at, ...instead }
    return Promise.resolve([fact])
  }
  return recordOf(base, actor, ask, { may: can.recordFacts, act }, now)
}
