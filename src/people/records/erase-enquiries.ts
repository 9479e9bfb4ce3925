import type { Tx } from './model/records.ts'

/**
 * Deletes enquiries with all that hangs on them: also the mails about them, whoever was to get those, and what counted them.
 * Where counts of sent mails stay, a mailbox that had enough still has.
 */
export async function eraseEnquiries(
  tx: Tx,
  ids: readonly string[],
  { countsOfSentMails = 'go' }: { readonly countsOfSentMails?: 'go' | 'stay' } = {},
): Promise<void> {
  if (ids.length === 0) return
  const mails = tx.selectFrom('enquiry_mail').select('mail_id').where('enquiry_id', 'in', ids)
  const uncounted =
    countsOfSentMails === 'go'
      ? mails
      : tx.selectFrom('mail').select('id').where('id', 'in', mails).where('state', '=', 'queued')
  await tx.deleteFrom('asked_mail').where('mail_id', 'in', uncounted).execute()
  await tx.deleteFrom('mail').where('id', 'in', mails).execute()
  await tx.deleteFrom('enquiry').where('id', 'in', ids).execute()
}
