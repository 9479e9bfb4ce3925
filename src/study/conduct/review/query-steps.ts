import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { QueryEventKind, QueryState } from '../derived/query-rows.ts'
import { roleAt } from '../model/acting.ts'
import type { DataQuery } from './query.ts'

/** What can be done with a query: `send` asks what was only drafted, `add` answers what somebody has answered already. */
export type QueryStep = 'send' | 'answer' | 'add' | 'close' | 'reopen' | 'cancel'

interface StepRule {
  readonly from: readonly QueryState[]
  readonly to: QueryState
  readonly kind: QueryEventKind
  readonly needsText: boolean
}

/** From which states each step leads where (CDISC ODM). */
export const stepRules: Readonly<Record<QueryStep, StepRule>> = {
  send: { from: ['candidate'], to: 'open', kind: 'opened', needsText: false },
  answer: { from: ['open'], to: 'answered', kind: 'answered', needsText: true },
  add: { from: ['answered'], to: 'answered', kind: 'answered', needsText: true },
  close: { from: ['answered'], to: 'closed', kind: 'closed', needsText: false },
  reopen: { from: ['answered', 'closed'], to: 'open', kind: 'reopened', needsText: true },
  cancel: {
    from: ['candidate', 'open', 'answered'],
    to: 'cancelled',
    kind: 'cancelled',
    needsText: true,
  },
}

/**
 * Whether somebody may take a step of a query: who treats answers; only the role that opened it sends, closes, opens again or
 * cancels it. What the engine asked is resolved by the engine alone, and may be cancelled by who asks queries.
 */
export function mayStep(actor: Actor, query: DataQuery, step: QueryStep): boolean {
  const at = { study: query.study, site: query.site }
  if (!stepRules[step].from.includes(query.state)) return false
  if (isAnswer(step)) return can.answerQueries(actor, at)
  if (!can.openQueries(actor, at)) return false
  if (query.rule !== null) return step === 'cancel'
  return roleAt(actor, at, askingRoles) !== undefined && holdsRole(actor, query)
}

/** Whether a step is the site's word on what was asked. */
export function isAnswer(step: QueryStep): boolean {
  return step === 'answer' || step === 'add'
}

/** The step by which somebody may give their word on a query as it stands now; undefined where it is over, or not theirs. */
export function answeringStep(actor: Actor, query: DataQuery): QueryStep | undefined {
  return (['answer', 'add'] as const).find((step) => mayStep(actor, query, step))
}

/** Who asks queries, by role. */
export const askingRoles = ['monitor', 'manager'] as const

function holdsRole({ roles }: Actor, { study, site, openedRole }: DataQuery): boolean {
  return roles.some(
    (held) =>
      held.role === openedRole &&
      held.study === study &&
      (held.site === null || held.site === site),
  )
}
