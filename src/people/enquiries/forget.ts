import { audit } from '../audit/append.ts'
import { eraseEnquiries } from '../records/erase-enquiries.ts'
import type { Records } from '../records/model/records.ts'

const batch = 200

/**
 * Erases enquiries whose time is over: those that nobody confirmed in 48 hours, and those about which neither side said
 * anything for as long as the form said. Answers how many; who asked is erased by `forgetOldAlerts` where nothing else is
 * here.
 */
export async function forgetOldEnquiries(records: Records, now: Date): Promise<number> {
  for (let forgotten = 0; ;) {
    const gone = await records.write(async (tx) => {
      const rows = await tx
        .selectFrom('enquiry')
        .select(['id', 'confirmed_at'])
        .where('keep_until', '<', now.toISOString())
        .orderBy('keep_until')
        .limit(batch)
        .execute()
      await eraseEnquiries(
        tx,
        rows.map(({ id }) => id),
      )
      for (const { id, confirmed_at } of rows)
        if (confirmed_at !== null)
          await audit(tx, {
            at: now,
            actor: 'system',
            action: 'enquiry.forgotten',
            subject: `enquiry/${id}`,
          })
      return rows.length
    })
    if (gone === 0) return forgotten
    forgotten += gone
  }
}
