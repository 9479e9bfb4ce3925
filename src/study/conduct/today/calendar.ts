import { participantReach } from '../../../people/accounts/model/can.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader } from '../../../people/records/model/records.ts'
import { outlookLineOf } from '../derived/keep-outlook.ts'
import type { CalendarOwner } from './calendar-link.ts'
import { areAt } from './participants-at.ts'

/** When a visit of somebody may be. Neither the visit nor the study is named: a calendar may be read by others. */
export interface CalendarWindow {
  /** The same for the same visit each time; it says nothing. */
  readonly id: string
  readonly number: string
  /** Days of the site's calendar, both included; or two instants where the version counts hours. */
  readonly from: string
  readonly until: string
}

/** The windows of all visits that are due or still to come, of the participants whom somebody may see now, by time. */
export async function visitWindows(
  { db, keys }: { readonly db: Reader; readonly keys: Pick<Keys, 'countKeyOf'> },
  owner: Pick<CalendarOwner, 'roles'>,
): Promise<readonly CalendarWindow[]> {
  const places = participantReach(owner)
  if (places.length === 0) return []
  const rows = await db
    .selectFrom('outlook')
    .innerJoin('participant', 'participant.id', 'outlook.participant_id')
    .selectAll('outlook')
    .select('participant.number')
    .where(areAt('outlook', places))
    .where('outlook.kind', '=', 'visit')
    .where('outlook.standing', 'in', ['upcoming', 'due', 'begun', 'overdue'])
    .where('outlook.due_at', 'is not', null)
    .orderBy('outlook.due_at')
    .orderBy('participant.number')
    .orderBy('outlook.seq')
    .execute()
  return rows.flatMap(({ number, ...row }): readonly CalendarWindow[] => {
    const { details, node } = outlookLineOf(row)
    const from = details.opens ?? details.due
    const until = details.closes ?? details.due
    if (from === undefined || until === undefined) return []
    const visit = `${row.participant_id} ${node} ${details.occurrence ?? 1}`
    return [{ id: keys.countKeyOf(`calendar ${visit}`), number, from, until }]
  })
}
