import type { Records } from './model/records.ts'
import { openValue, placeOfEnquiry, placeOfEnquiryText } from './model/sealed-rows.ts'
import { withoutColumns } from './without.ts'
import type { Person } from './persons.ts'

/** What a person asked sites, readable: all that was said and done, by both sides, and what was agreed to, word for word. */
export async function exportEnquiries({ db }: Records, { id: personId, key }: Person) {
  const rows = await db
    .selectFrom('enquiry')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .execute()
  const enquiries = []
  for (const row of rows) {
    const consent = await db
      .selectFrom('consent_text')
      .select(['version', 'language', 'text'])
      .where('version', '=', row.consent_version)
      .where('hash', '=', row.consent_hash)
      .executeTakeFirst()
    enquiries.push({
      id: row.id,
      ...withoutColumns(row, ...ours),
      siteNamed: JSON.parse(row.site_label) as object,
      said: openValue(key, placeOfEnquiry(personId, row.id), row.details_sealed),
      ...(consent && { consent }),
      events: await eventsOf(db, key, row.id),
      ...(await pendingOf(db, row.id)),
    })
  }
  return enquiries
}

/** What only we need, and what is given out opened. */
const ours = ['person_id', 'details_sealed', 'site_label', 'form_key', 'form_hash'] as const

async function eventsOf(db: Records['db'], key: Uint8Array, id: string) {
  const rows = await db
    .selectFrom('enquiry_event')
    .selectAll()
    .where('enquiry_id', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    ...withoutColumns(row, 'enquiry_id', 'text_sealed'),
    details: JSON.parse(row.details) as object,
    ...(row.text_sealed && {
      text: openValue(key, placeOfEnquiryText(id, row.seq), row.text_sealed),
    }),
  }))
}

async function pendingOf(db: Records['db'], id: string) {
  const deadlines = await db
    .selectFrom('enquiry_deadline')
    .select(['kind', 'due_at', 'done_at'])
    .where('enquiry_id', '=', id)
    .orderBy('due_at')
    .execute()
  const confirmationLinks = await db
    .selectFrom('enquiry_link')
    .select(['purpose', 'created_at', 'expires_at', 'used_at'])
    .where('enquiry_id', '=', id)
    .execute()
  const mails = await db
    .selectFrom('enquiry_mail')
    .select('mail_id')
    .where('enquiry_id', '=', id)
    .execute()
  return { deadlines, confirmationLinks, mails: mails.map(({ mail_id }) => mail_id) }
}
