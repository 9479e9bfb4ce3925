import type { Tx } from './model/records.ts'

/** Deletes enquiries with all that hangs on them: also the mails about them, whoever was to get those, and what counted them. */
export async function eraseEnquiries(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const mails = tx.selectFrom('enquiry_mail').select('mail_id').where('enquiry_id', 'in', ids)
  await tx.deleteFrom('asked_mail').where('mail_id', 'in', mails).execute()
  await tx.deleteFrom('mail').where('id', 'in', mails).execute()
  await tx.deleteFrom('enquiry').where('id', 'in', ids).execute()
}
