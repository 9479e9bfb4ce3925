import { holdTrail } from '../../../people/audit/append.ts'
import type { Records, Tx } from '../../../people/records/model/records.ts'
import { type ConductCase, readCase } from '../model/case.ts'
import { lockOf } from '../model/lock.ts'
import { raiseDeviations } from './deviations.ts'
import { planReminders } from './plan-reminders.ts'
import { isRuleQueryBehind, keepRuleQueries } from './rule-queries.ts'

/** Whether time alone brought something that is not kept yet: a visit was missed, a question came up or is gone. */
export async function isBehind(
  tx: Tx,
  { participant, state }: Pick<ConductCase, 'participant' | 'state'>,
): Promise<boolean> {
  const raised = await tx
    .selectFrom('deviation')
    .select('id')
    .where('participant_id', '=', participant.id)
    .execute()
  const known = new Set(raised.map(({ id }) => id))
  if (state.deviations.some(({ id }) => !known.has(id))) return true
  return isRuleQueryBehind(tx, { participant, state })
}

/** Keeps what time alone brought, with its lines in the trail; nothing where the data are locked. */
export function catchUp(records: Records, id: string, now: Date): Promise<void> {
  return records.write(async (tx) => {
    await holdTrail(tx)
    const known = await readCase(tx, records.keys, id, now)
    if (!known || (await lockOf(tx, known.participant.study, id)) === 'locked') return
    const acting = { actor: null, now }
    await raiseDeviations(tx, acting, known)
    await keepRuleQueries(tx, acting, known)
    await planReminders(tx, acting, known)
  })
}
