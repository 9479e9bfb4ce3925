import { hash } from 'node:crypto'
import type { Tx } from '../../../people/records/model/records.ts'
import type { Tables } from '../../../people/records/model/tables.ts'
import type { OpenQuestion } from '../../protocol/state/answers.ts'
import { type ConductCause, auditConduct } from '../model/acting.ts'
import type { ConductCase } from '../model/case.ts'
import { addQueryEvent, type QueryEventKind, type QueryState } from './query-rows.ts'

/** Kinds of questions that are about something recorded, and not about what is still to be recorded or decided. */
const aboutRecorded: ReadonlySet<OpenQuestion['type']> = new Set([
  'contradictory',
  'readings disagree',
  'in the future',
  'recorded twice',
  'not plausible',
  'not understood',
  'moment not exact',
  'not comparable',
  'severity',
])

/**
 * Keeps one query for each question that the engine asks about something recorded: opened when it is asked for the first
 * time, resolved when it is asked no more, and opened again if it comes back. What people closed or cancelled stays so.
 */
export async function keepRuleQueries(
  tx: Tx,
  acting: ConductCause,
  { participant, state, facts }: Pick<ConductCase, 'participant' | 'state' | 'facts'>,
): Promise<void> {
  const rows = await tx
    .selectFrom('query')
    .selectAll()
    .where('participant_id', '=', participant.id)
    .where('rule', 'is not', null)
    .execute()
  const known = new Map(rows.map((row) => [row.rule, row]))
  const asked = new Map(
    state.questions
      .filter(({ type }) => aboutRecorded.has(type))
      .map((question) => [ruleOf(question), question]),
  )
  for (const [rule, question] of asked) {
    const row = known.get(rule)
    const about = facts.find(({ id }) => id === question.facts[0])?.item ?? null
    if (!row) await openOne(tx, acting, participant, { rule, question, about })
    else if (row.state === 'resolved')
      await moveOne(tx, acting, participant, { row, to: 'open', kind: 'reopened' })
  }
  for (const [rule, row] of known)
    if (rule !== null && !asked.has(rule) && (row.state === 'open' || row.state === 'answered'))
      await moveOne(tx, acting, participant, { row, to: 'resolved', kind: 'resolved' })
}

/** Whether a question is asked that has no query, or is asked no more while its query waits. */
export async function isRuleQueryBehind(
  tx: Tx,
  { participant, state }: Pick<ConductCase, 'participant' | 'state'>,
): Promise<boolean> {
  const rows = await tx
    .selectFrom('query')
    .select(['rule', 'state'])
    .where('participant_id', '=', participant.id)
    .where('rule', 'is not', null)
    .execute()
  const asked = new Set(
    state.questions.filter(({ type }) => aboutRecorded.has(type)).map((one) => ruleOf(one)),
  )
  const known = new Map(rows.map(({ rule, state: stands }) => [rule, stands]))
  const isNew = [...asked].some((rule) => !known.has(rule) || known.get(rule) === 'resolved')
  const isGone = rows.some(
    ({ rule, state: stands }) =>
      (stands === 'open' || stands === 'answered') && rule !== null && !asked.has(rule),
  )
  return isNew || isGone
}

/** What tells one question from another: its kind, and a hash of what it is about. */
function ruleOf({ id, type }: OpenQuestion): string {
  return `${type.replaceAll(' ', '-')}:${hash('sha256', id).slice(0, 24)}`
}

type Owner = ConductCase['participant']

async function openOne(
  tx: Tx,
  acting: ConductCause,
  participant: Owner,
  {
    rule,
    question,
    about,
  }: { readonly rule: string; readonly question: OpenQuestion; readonly about: string | null },
): Promise<void> {
  const id = hash('sha256', `${participant.id} ${rule}`).slice(0, 32)
  const at = acting.now.toISOString()
  const item = question.missing?.item ?? question.given?.['item'] ?? about
  await tx
    .insertInto('query')
    .values({
      id,
      study: participant.study,
      site: participant.site,
      participant_id: participant.id,
      fact_id: question.facts[0] ?? null,
      item,
      visit: null,
      rule,
      state: 'open',
      opened_at: at,
      opened_by: null,
      opened_role: 'system',
      version: 1,
    })
    .execute()
  const words = { question }
  await addQueryEvent(tx, participant, id, { ...bySystem, seq: 1, at, kind: 'opened', words })
  await auditConduct(tx, acting, {
    action: 'query.opened',
    subject: `participant/${participant.id}`,
    at: participant,
    details: { query: id, rule: rule.split(':')[0] ?? '', ...(item !== null && { item }) },
  })
}

const bySystem = { accountId: null, role: 'system' } as const

async function moveOne(
  tx: Tx,
  acting: ConductCause,
  participant: Owner,
  {
    row,
    to,
    kind,
  }: {
    readonly row: Pick<Tables['query'], 'id' | 'version' | 'state'>
    readonly to: QueryState
    readonly kind: QueryEventKind & ('reopened' | 'resolved')
  },
): Promise<void> {
  const seq = Number(row.version) + 1
  const at = acting.now.toISOString()
  await tx.updateTable('query').set({ state: to, version: seq }).where('id', '=', row.id).execute()
  await addQueryEvent(tx, participant, row.id, { ...bySystem, seq, at, kind })
  await auditConduct(tx, acting, {
    action: `query.${kind}`,
    subject: `participant/${participant.id}`,
    at: participant,
    details: { query: row.id, before: row.state, after: to },
  })
}
