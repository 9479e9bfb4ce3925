import { hash } from 'node:crypto'
import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Tx } from '../../../people/records/model/records.ts'
import { addQueryEvent, type QueryState } from '../derived/query-rows.ts'
import { auditConduct, roleAt } from '../model/acting.ts'
import { readFacts } from '../model/facts.ts'
import { lockOf } from '../model/lock.ts'
import { type Participant, readParticipant } from '../model/participant.ts'
import { type DataQuery, type QueryThread, readDataQuery } from './query.ts'
import { askingRoles, isAnswer, mayStep, type QueryStep, stepRules } from './query-steps.ts'

/** How long the words of a query may be, in characters. */
export const longestQuery = 2000

/** What became of it. `changed`: somebody else was faster; nothing was done. */
export type QueryOutcome =
  | { readonly kind: 'done'; readonly query: string }
  | { readonly kind: 'gone' | 'locked' | 'changed' }
  | { readonly kind: 'refused'; readonly code: 'noText' | 'tooLong' | 'noFact' | 'notNow' }

/** A question that is to be asked of what was recorded. */
export interface NewQuery {
  readonly participant: string
  /** Of the form: what is sent twice is asked once. */
  readonly formKey: string
  readonly text: string
  /** What it is about; nothing: the participant. */
  readonly about:
    | { readonly fact: string }
    | { readonly item: string }
    | { readonly visit: string }
    | undefined
  /** Only written down; it is asked later. */
  readonly isDraft: boolean
}

/** Asks something of what was recorded of a participant. */
export function openQuery(
  { records }: PeopleBase,
  actor: Actor,
  asked: NewQuery,
  now: Date,
): Promise<QueryOutcome> {
  return records.write(async (tx): Promise<QueryOutcome> => {
    await holdTrail(tx)
    const participant = await readParticipant(tx, records.keys, asked.participant)
    if (!participant || !can.openQueries(actor, participant)) return { kind: 'gone' }
    const id = hash('sha256', `${participant.id} ${asked.formKey}`).slice(0, 32)
    if (await readDataQuery(tx, participant, id)) return { kind: 'done', query: id }
    if (await isClosed(tx, participant)) return { kind: 'locked' }
    const wrong = textProblem(asked.text, true)
    if (wrong) return { kind: 'refused', code: wrong }
    const about = await aboutOf(tx, participant, asked.about)
    if (!about) return { kind: 'refused', code: 'noFact' }
    await insertQuery(tx, { actor, now }, participant, { id, asked, about })
    return { kind: 'done', query: id }
  })
}

async function insertQuery(
  tx: Tx,
  acting: { readonly actor: Actor; readonly now: Date },
  participant: Participant,
  {
    id,
    asked: { isDraft, text },
    about,
  }: { readonly id: string; readonly asked: NewQuery; readonly about: About },
): Promise<void> {
  const { accountId } = acting.actor
  const state: QueryState = isDraft ? 'candidate' : 'open'
  const role = roleAt(acting.actor, participant, askingRoles) ?? 'none'
  const at = acting.now.toISOString()
  const row = {
    ...about,
    id,
    study: participant.study,
    site: participant.site,
    participant_id: participant.id,
    rule: null,
    state,
    opened_at: at,
    opened_by: accountId,
    opened_role: role,
    version: 1,
  }
  await tx.insertInto('query').values(row).execute()
  const words = { text: text.trim() }
  const kind = isDraft ? 'drafted' : 'opened'
  await addQueryEvent(tx, participant, id, { seq: 1, at, kind, accountId, role, words })
  await auditConduct(tx, acting, {
    action: `query.${kind}`,
    subject: `participant/${participant.id}`,
    at: participant,
    details: { query: id, ...(about.item !== null && { item: about.item }), after: state },
    sealed: { person: participant, values: words },
  })
}

/** A step that is to be taken with a query, by somebody who saw it as `version`. */
export interface QueryStepAsk {
  readonly participant: string
  readonly query: string
  readonly version: number
  readonly step: QueryStep
  readonly text: string
}

/** Answers a query, closes it, opens it again or cancels it. Sent twice it is done once. */
export function stepQuery(
  { records }: PeopleBase,
  actor: Actor,
  ask: QueryStepAsk,
  now: Date,
): Promise<QueryOutcome> {
  return records.write(async (tx): Promise<QueryOutcome> => {
    await holdTrail(tx)
    const participant = await readParticipant(tx, records.keys, ask.participant)
    const thread =
      participant &&
      can.readParticipants(actor, participant) &&
      (await readDataQuery(tx, participant, ask.query))
    if (!participant || !thread) return { kind: 'gone' }
    const { query } = thread
    const rule = stepRules[ask.step]
    if (isSentAgain(thread, actor, ask)) return { kind: 'done', query: query.id }
    if (query.version !== ask.version) return { kind: 'changed' }
    if (!mayStep(actor, query, ask.step)) return { kind: 'refused', code: 'notNow' }
    if (await isClosed(tx, participant)) return { kind: 'locked' }
    const wrong = textProblem(ask.text, rule.needsText)
    if (wrong) return { kind: 'refused', code: wrong }
    await moveQuery(tx, { actor, now }, participant, { query, ask })
    return { kind: 'done', query: query.id }
  })
}

async function moveQuery(
  tx: Tx,
  acting: { readonly actor: Actor; readonly now: Date },
  participant: Participant,
  { query, ask }: { readonly query: DataQuery; readonly ask: QueryStepAsk },
): Promise<void> {
  const { actor, now } = acting
  const rule = stepRules[ask.step]
  const seq = query.version + 1
  await tx
    .updateTable('query')
    .set({ state: rule.to, version: seq })
    .where('id', '=', query.id)
    .execute()
  const role = roleAt(actor, participant, isAnswer(ask.step) ? undefined : askingRoles)
  const text = ask.text.trim()
  await addQueryEvent(tx, participant, query.id, {
    seq,
    at: now.toISOString(),
    kind: rule.kind,
    accountId: actor.accountId,
    role: role ?? 'none',
    ...(text !== '' && { words: { text } }),
  })
  await auditConduct(tx, acting, {
    action: `query.${rule.kind}`,
    subject: `participant/${participant.id}`,
    at: participant,
    details: { query: query.id, before: query.state, after: rule.to },
    ...(text !== '' && { sealed: { person: participant, values: { text } } }),
  })
}

/** The last thing done is this very step by the same person with the same words, on what they saw. */
function isSentAgain({ query, events }: QueryThread, actor: Actor, ask: QueryStepAsk): boolean {
  const last = events.at(-1)
  const text = last?.words && 'text' in last.words ? last.words.text : ''
  return (
    query.version === ask.version + 1 &&
    last?.kind === stepRules[ask.step].kind &&
    last.accountId === actor.accountId &&
    text === ask.text.trim()
  )
}

/** What is locked is settled; while it is frozen for a review it is asked about. */
async function isClosed(tx: Tx, { study, id }: Participant): Promise<boolean> {
  return (await lockOf(tx, study, id)) === 'locked'
}

function textProblem(text: string, isNeeded: boolean): 'noText' | 'tooLong' | undefined {
  if (isNeeded && text.trim() === '') return 'noText'
  return text.length > longestQuery ? 'tooLong' : undefined
}

interface About {
  readonly fact_id: string | null
  readonly item: string | null
  readonly visit: string | null
}

async function aboutOf(
  tx: Tx,
  participant: Participant,
  about: NewQuery['about'],
): Promise<About | undefined> {
  const nothing = { fact_id: null, item: null, visit: null }
  if (about === undefined) return nothing
  if ('item' in about) return { ...nothing, item: about.item }
  if ('visit' in about) return { ...nothing, visit: about.visit }
  const fact = (await readFacts(tx, participant)).find(({ id }) => id === about.fact)
  return fact && { ...nothing, fact_id: fact.id, item: fact.item }
}
