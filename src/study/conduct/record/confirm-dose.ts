import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { AuditAction } from '../../../people/audit/actions.ts'
import type { Tx } from '../../../people/records/model/records.ts'
import { type ConductActing, auditConduct } from '../model/acting.ts'
import type { ConductCase } from '../model/case.ts'
import { lockOf, type LockState } from '../model/lock.ts'
import { type Participant, readParticipant } from '../model/participant.ts'
import { type Act, type ParticipantAsk, type Recorded, recordOf } from './change.ts'
import {
  type DoseOrder,
  readDoseOrder,
  readDoseOrders,
  sealOrder,
  orderStanding,
} from './dose-order.ts'
import type { DoseProblem } from './dose-problems.ts'
import { checkDose, chosenBy, doseFact } from './give-dose.ts'
import { type TypedDose, typedNumber } from './typed-dose.ts'

/** What became of a dose that was to be prepared: as `Recorded`, with the order. */
export type Prepared =
  | { readonly kind: 'done'; readonly order: string }
  | Exclude<Recorded<DoseProblem>, { readonly kind: 'done' }>

/**
 * Prepares a dose for a second person to confirm: all that is asked of a dose that is given is asked of it, and nothing is
 * recorded yet. Throws what the records throw.
 */
export async function prepareDose(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  typed: TypedDose,
  now: Date,
): Promise<Prepared> {
  let id = ''
  const act: Act<DoseProblem> = async (before, tx) => {
    const known = await orderOfForm(tx, ask)
    if (known === 'other') return { refused: { why: 'noOrder' } }
    if (known !== undefined) {
      id = known
      return []
    }
    const checked = await checkDose(before, tx, chosenBy(actor, before, typed), now)
    if ('refused' in checked) return checked
    const waiting = await waitingOrder(before, tx, typed.regimen, now)
    if (waiting) return { refused: { why: 'orderWaits', order: waiting.id } }
    id = base.newId()
    const { dose, shown } = checked
    const { amount, volume } = dose
    const { participant, state } = before
    const prepared = { typed, version: state.version.version, shown, amount }
    await insertOrder(tx, { participant, actor, now }, ask.formKey, id, {
      ...prepared,
      ...(volume && { volume }),
    })
    return []
  }
  const done = await recordOf(base, actor, ask, { may: can.recordDoses, act }, now)
  return done.kind === 'done' ? { kind: 'done', order: id } : done
}

/** The order that a form made; `other` where it was one of another participant. */
async function orderOfForm(tx: Tx, { id, formKey }: ParticipantAsk): Promise<string | undefined> {
  const row = await tx
    .selectFrom('dose_order')
    .select(['id', 'participant_id'])
    .where('form_key', '=', formKey)
    .executeTakeFirst()
  return row && (row.participant_id === id ? row.id : 'other')
}

async function waitingOrder(
  before: ConductCase,
  tx: Tx,
  regimen: string,
  now: Date,
): Promise<DoseOrder | undefined> {
  for (const order of await readDoseOrders(tx, before.participant))
    if (
      order.typed.regimen === regimen &&
      (await orderStanding(order, before, tx, now)).kind === 'waiting'
    )
      return order
  return undefined
}

async function insertOrder(
  tx: Tx,
  { participant, actor, now }: ConductActing & { readonly participant: Participant },
  formKey: string,
  id: string,
  prepared: Parameters<typeof sealOrder>[2],
): Promise<void> {
  await tx
    .insertInto('dose_order')
    .values({
      id,
      participant_id: participant.id,
      form_key: formKey,
      state: 'waiting',
      content_sealed: sealOrder(participant, id, prepared),
      prepared_at: now.toISOString(),
      prepared_by: `account/${actor.accountId}`,
      settled_at: null,
      settled_by: null,
    })
    .execute()
  await auditOrder(tx, { actor, now }, participant, 'dose.prepared', id)
}

/**
 * A second person confirms a dose that another prepared, and it is recorded with both of them in it. Where anything that it
 * rests on changed meanwhile, the order is void, and says so. Throws what the records throw.
 */
export function confirmDose(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  { order: orderId, number }: { readonly order: string; readonly number: string },
  now: Date,
): Promise<Recorded<DoseProblem>> {
  const act: Act<DoseProblem> = async (before, tx) => {
    const { participant } = before
    const order = await readDoseOrder(tx, participant, orderId)
    if (!order) return { refused: { why: 'noOrder' } }
    const problem = againstConfirming(before, order, actor, number)
    if (problem) return { refused: problem }
    const standing = await orderStanding(order, before, tx, now)
    if (standing.kind === 'expired') return { refused: { why: 'orderExpired' } }
    if (standing.kind === 'void') {
      await settle(tx, { actor, now }, participant, order, 'void')
      return { refused: { ...standing, why: 'orderVoid' } }
    }
    if (standing.kind !== 'waiting') return { refused: { why: 'orderSettled' } }
    await settle(tx, { actor, now }, participant, order, 'confirmed')
    const both = { preparedBy: order.preparedBy, confirmedBy: `account/${actor.accountId}` }
    return [doseFact(before, standing.judged, order.typed, { order: order.id, ...both })]
  }
  return recordOf(base, actor, ask, { may: can.recordDoses, act }, now)
}

function againstConfirming(
  { participant }: ConductCase,
  order: DoseOrder,
  actor: Actor,
  number: string,
): DoseProblem | undefined {
  if (order.preparedBy === `account/${actor.accountId}`) return { why: 'ownOrder' }
  if (order.state !== 'waiting')
    return { why: order.state === 'void' ? 'orderVoid' : 'orderSettled' }
  const typed = typedNumber(number)
  if (typed === '') return { why: 'noNumber' }
  return typed === participant.number ? undefined : { why: 'otherChild', typed }
}

/** What became of taking an order back. `settled`: it was confirmed, taken back or void before. */
export type TakenBack =
  | { readonly kind: 'done' | 'gone' | 'settled' }
  | { readonly kind: 'locked'; readonly lock: LockState }

/** Takes a dose back that was prepared and not confirmed: nothing was recorded of it. Throws what the records throw. */
export function takeBackDose(
  { records }: PeopleBase,
  actor: Actor,
  { id, order: orderId }: { readonly id: string; readonly order: string },
  now: Date,
): Promise<TakenBack> {
  return records.write(async (tx): Promise<TakenBack> => {
    await holdTrail(tx)
    const participant = await readParticipant(tx, records.keys, id)
    if (!participant || !can.recordDoses(actor, participant)) return { kind: 'gone' }
    const lock = await lockOf(tx, participant.study, participant.id)
    if (lock !== 'open') return { kind: 'locked', lock }
    const order = await readDoseOrder(tx, participant, orderId)
    if (!order) return { kind: 'gone' }
    if (order.state !== 'waiting') return { kind: 'settled' }
    await settle(tx, { actor, now }, participant, order, 'taken back')
    return { kind: 'done' }
  })
}

const actionOf = {
  confirmed: 'dose.confirmed',
  'taken back': 'dose.taken-back',
  void: 'dose.void',
} as const

async function settle(
  tx: Tx,
  { actor, now }: ConductActing,
  participant: Participant,
  { id }: DoseOrder,
  state: keyof typeof actionOf,
): Promise<void> {
  await tx
    .updateTable('dose_order')
    .set({ state, settled_at: now.toISOString(), settled_by: `account/${actor.accountId}` })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  await auditOrder(tx, { actor, now }, participant, actionOf[state], id)
}

function auditOrder(
  tx: Tx,
  acting: ConductActing,
  participant: Participant,
  action: AuditAction,
  order: string,
): Promise<void> {
  const subject = `participant/${participant.id}`
  return auditConduct(tx, acting, { action, subject, at: participant, details: { order } })
}
