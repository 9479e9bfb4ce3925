import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import { openValue, sealValue } from '../../../people/records/model/sealed-rows.ts'
import type { Tables } from '../../../people/records/model/tables.ts'
import type { Quantity } from '../../protocol/quantity/quantity.ts'
import { isEqual } from '../../protocol/quantity/compare-amounts.ts'
import type { DoseDecision } from '../../protocol/state/answers.ts'
import type { ConductCase } from '../model/case.ts'
import type { Participant } from '../model/participant.ts'
import type { DoseProblem } from './dose-problems.ts'
import { checkDose } from './give-dose.ts'
import { isSameDecision } from './hold-against.ts'
import type { JudgedDose } from './judge-dose.ts'
import type { TypedDose } from './typed-dose.ts'

/** What somebody prepared, as they saw it. */
export interface PreparedDose {
  readonly typed: TypedDose
  readonly version: string
  readonly shown: DoseDecision
  readonly amount: Quantity
  readonly volume?: Quantity
}

/** A dose that one person prepared and a second one confirms: only then is it recorded. */
export interface DoseOrder extends PreparedDose {
  readonly id: string
  readonly state: 'waiting' | 'confirmed' | 'taken back' | 'void'
  /** ISO in UTC. */
  readonly preparedAt: string
  /** `account/<id>` */
  readonly preparedBy: string
  readonly settledAt: string | null
  readonly settledBy: string | null
}

/** What an order can be taken for now. `expired` and `void` by what is so, whether or not it was noted. */
export type OrderStanding =
  | { readonly kind: 'waiting'; readonly judged: JudgedDose }
  | { readonly kind: 'confirmed' | 'taken back' | 'expired' }
  | { readonly kind: 'void'; readonly because?: DoseProblem }

/** So long an order waits, in milliseconds: two hours. */
export const orderLasts = 2 * 3_600_000

/** An order of a participant; undefined where there is none such. Throws as `unseal` does. */
export async function readDoseOrder(
  db: Reader | Tx,
  participant: Pick<Participant, 'id' | 'key'>,
  id: string,
): Promise<DoseOrder | undefined> {
  return (await readDoseOrders(db, participant)).find((order) => order.id === id)
}

/** The orders of a participant, the oldest first. Throws as `unseal` does. */
export async function readDoseOrders(
  db: Reader | Tx,
  participant: Pick<Participant, 'id' | 'key'>,
): Promise<readonly DoseOrder[]> {
  const rows = await db
    .selectFrom('dose_order')
    .selectAll()
    .where('participant_id', '=', participant.id)
    .orderBy('prepared_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => orderOf(row, participant))
}

function orderOf(
  row: Selectable<Tables['dose_order']>,
  { id, key }: Pick<Participant, 'id' | 'key'>,
): DoseOrder {
  return {
    ...(openValue(key, placeOfOrder(id, row.id), row.content_sealed) as PreparedDose),
    id: row.id,
    state: row.state,
    preparedAt: row.prepared_at,
    preparedBy: row.prepared_by,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
  }
}

/** Seals what was prepared for its row. */
export function sealOrder(
  { id, key }: Pick<Participant, 'id' | 'key'>,
  orderId: string,
  prepared: PreparedDose,
): Uint8Array {
  return sealValue(key, placeOfOrder(id, orderId), prepared, 1024)
}

/** What can be done with an order, by the case as it is now. */
export async function orderStanding(
  order: DoseOrder,
  known: ConductCase,
  db: Reader | Tx,
  now: Date,
): Promise<OrderStanding> {
  if (order.state === 'void') return { kind: 'void' }
  if (order.state !== 'waiting') return { kind: order.state }
  if (now.getTime() - Date.parse(order.preparedAt) > orderLasts) return { kind: 'expired' }
  // Who prepared it chose.
  const typed = { ...order.typed, number: known.participant.number, mayRound: true }
  const checked = await checkDose(known, db, typed, now)
  if ('refused' in checked) return { kind: 'void', because: checked.refused }
  const isSame =
    known.state.version.version === order.version &&
    isSameDecision(checked.shown, order.shown) &&
    isEqual(checked.dose.amount, order.amount)
  return isSame ? { kind: 'waiting', judged: checked } : { kind: 'void' }
}

function placeOfOrder(participantId: string, id: string): string {
  return `dose_order.content/${participantId}/${id}`
}
