import type { Records } from '../records/model/records.ts'

/** A used or expired link, and a session that ended, are remembered so long, to say what became of them. */
const keptDays = 30

/** Deletes what is kept no longer of signing in: old links and sessions, and challenges and ways to an institution that ran out. */
export async function forgetOldSignIns(records: Records, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString()
  await records.write(async (tx) => {
    await tx.deleteFrom('account_link').where('expires_at', '<', before).execute()
    await tx.deleteFrom('session').where('expires_at', '<', before).execute()
    for (const table of ['passkey_challenge', 'institution_attempt'] as const)
      await tx.deleteFrom(table).where('expires_at', '<', now.toISOString()).execute()
  })
}
