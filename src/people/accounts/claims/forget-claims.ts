import { audit } from '../../audit/append.ts'
import { confirmHours, hoursBefore } from '../../asks/hours.ts'
import type { Records } from '../../records/model/records.ts'

/** A claim that was refused or undone is remembered so long, for who asks why. */
const keptDays = 365

/**
 * Deletes claims that nobody proved in 48 hours, and those that were refused or undone a year ago. Who claimed goes with
 * `forgetOldAlerts` where nothing else of theirs is here.
 */
export async function forgetOldClaims(records: Records, now: Date): Promise<void> {
  await records.write(async (tx) => {
    const gone = await tx
      .deleteFrom('claim')
      .where((where) =>
        where.or([
          where('state', '=', 'asked').and('asked_at', '<', hoursBefore(now, confirmHours)),
          where('state', 'in', ['refused', 'undone']).and(
            'decided_at',
            '<',
            hoursBefore(now, keptDays * 24),
          ),
        ]),
      )
      .returning('id')
      .execute()
    for (const { id } of gone)
      await audit(tx, {
        at: now,
        actor: 'system',
        action: 'claim.forgotten',
        subject: `claim/${id}`,
      })
  })
}
