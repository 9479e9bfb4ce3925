import { noteErased } from '../records/erased.ts'
import { isIdle } from '../records/idle.ts'
import { erasePerson } from '../records/persons.ts'
import type { Records, Tx } from '../records/model/records.ts'
import { confirmHours, hoursBefore } from '../asks/hours.ts'

/** What was told is remembered so long, so that nothing is told twice. */
const newsDays = 400
/** A used or expired link is remembered so long, to say that it was used. */
const linkDays = 30
const batch = 500

/** How much was deleted. */
export interface Forgotten {
  readonly people: number
  readonly news: number
}

/**
 * Deletes what is kept no longer: requests that were not confirmed in 48 hours with the people who have
 * nothing else, old links, and what was told more than 400 days ago.
 */
export async function forgetOldAlerts(records: Records, now: Date): Promise<Forgotten> {
  const daysAgo = (days: number): string => hoursBefore(now, days * 24)
  await records.write(async (tx) => {
    await tx
      .deleteFrom('subscription')
      .where('confirmed_at', 'is', null)
      .where('requested_at', '<', hoursBefore(now, confirmHours))
      .execute()
    await tx.deleteFrom('request_link').where('expires_at', '<', daysAgo(linkDays)).execute()
  })
  const news = await records.write((tx) =>
    tx
      .deleteFrom('news')
      .where('digest_id', 'is not', null)
      .where('found_at', '<', daysAgo(newsDays))
      .executeTakeFirst(),
  )
  return { people: await forgetIdlePeople(records, now), news: Number(news.numDeletedRows) }
}

/** People on whom nothing hangs any more: no alert, no enquiry, no account, and no request that is still open. */
async function forgetIdlePeople(records: Records, now: Date): Promise<number> {
  for (let forgotten = 0; ;) {
    const idle = await records.write(async (tx) => {
      const people = await idlePeople(tx, now)
      for (const { id, lookup, confirmed_at } of people) {
        // Who once confirmed is noted as erased, so that no old backup brings them back to be mailed.
        if (confirmed_at !== null) noteErased(records.dataDir, lookup, now)
        await erasePerson(tx, id)
      }
      return people.length
    })
    if (idle === 0) return forgotten
    forgotten += idle
    await records.scrub()
  }
}

async function idlePeople(tx: Tx, now: Date) {
  return tx
    .selectFrom('person')
    .select(['id', 'lookup', 'confirmed_at'])
    .where('created_at', '<', hoursBefore(now, confirmHours))
    .where((where) => isIdle(where, now))
    .limit(batch)
    .execute()
}
