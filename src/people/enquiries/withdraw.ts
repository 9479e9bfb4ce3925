import { audit } from '../audit/append.ts'
import { eraseIfIdle } from '../audit/erase-if-idle.ts'
import type { PeopleBase } from '../asks/people-base.ts'
import { removeStrayMails } from '../mail/delivery/written.ts'
import { eraseEnquiries } from '../records/erase-enquiries.ts'
import { noteErasedEnquiry } from '../records/erased.ts'
import { isPostgres } from '../records/model/dialect.ts'

/**
 * Who asked takes it back: the enquiry is erased for them and for the site, with what was said, the mails about it that wait and
 * those in files; who asked is erased too where nothing else of theirs is here. What stays is the line of the trail, and that no
 * old backup brings it back. Answers whether there was one; doing it again changes nothing.
 */
export async function withdraw(
  { records }: Pick<PeopleBase, 'records'>,
  enquiryId: string,
  now: Date,
): Promise<boolean> {
  const gone = await records.write(async (tx) => {
    const row = await tx
      .selectFrom('enquiry')
      .select('person_id')
      .where('id', '=', enquiryId)
      .$if(isPostgres(tx), (query) => query.forUpdate())
      .executeTakeFirst()
    if (!row) return false
    noteErasedEnquiry(records.dataDir, enquiryId, now)
    await eraseEnquiries(tx, [enquiryId])
    const subject = `enquiry/${enquiryId}`
    await audit(tx, { at: now, actor: 'person', action: 'enquiry.withdrawn', subject })
    await eraseIfIdle(tx, records, row.person_id, now)
    return true
  })
  if (!gone) return false
  await removeStrayMails(records)
  await records.scrub()
  return true
}
