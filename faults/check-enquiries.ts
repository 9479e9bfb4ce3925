import { type Enquiry, readEnquiry } from '../src/people/enquiries/model/enquiry.ts'
import { openRecords } from '../src/people/records/open-records.ts'
import type { Records } from '../src/people/records/model/records.ts'
import { checkTrail, damageIn, type PlaceToCheck } from './check-records.ts'
import type { Said } from './child.ts'
import type { Findings } from './fault.ts'

/** What was acknowledged of enquiries and is not so. */
export interface CheckedEnquiries {
  readonly lost: number
  readonly repeated: number
  readonly corrupt: number
  readonly enquiries: number
}

/**
 * Opens records as a start after the fault would, and compares them with the journal of what was said to be done: each form
 * that was taken, each confirmation with its event and one mail to the site, notes, answers, and what was taken back.
 */
export async function checkEnquiries(
  place: PlaceToCheck,
  journal: readonly Said[],
  findings: Findings,
): Promise<CheckedEnquiries> {
  const corrupt = place.databaseUrl === undefined ? damageIn(place.dataDir, findings) : 0
  const records = await openRecords(place)
  try {
    await checkTrail(records, findings)
    return { ...(await compare(records, journal, findings)), corrupt }
  } finally {
    await records.close()
  }
}

async function compare(records: Records, journal: readonly Said[], findings: Findings) {
  const [withdrawing, withdrawn] = [idsOf(journal, 'withdrawing'), idsOf(journal, 'withdrawn')]
  const there = await enquiriesIn(records, findings)
  const mails = await mailsToSites(records)
  let [lost, repeated] = [0, 0]
  const lose = (what: string, id: string): void => {
    lost++
    findings.add(what, id)
  }
  for (const id of idsOf(journal, 'confirmed')) {
    const enquiry = there.get(id)
    if (withdrawn.has(id)) {
      if (enquiry) lose('an enquiry is there that was taken back', id)
    } else if (!enquiry) {
      if (!withdrawing.has(id)) lose('an acknowledged confirmation is lost', id)
    } else if (enquiry.events.filter(({ kind }) => kind === 'sent').length !== 1)
      lose('an enquiry was not sent once', id)
    else if (mails.get(id) === undefined) lose('a site was not told', id)
    else if ((mails.get(id) ?? 0) > 1) repeated++
  }
  for (const [kind, event] of [
    ['noted', 'note'],
    ['answered', 'contacted'],
  ] as const)
    for (const id of idsOf(journal, kind))
      if (there.get(id)?.events.some((one) => one.kind === event) === false)
        lose('an acknowledged word is lost', `${event} ${id}`)
  return {
    lost: lost + (await formsLost(records, journal, findings)),
    repeated,
    enquiries: there.size,
  }
}

function idsOf(journal: readonly Said[], kind: string): ReadonlySet<string> {
  return new Set(journal.filter((said) => said.kind === kind).map((said) => String(said['id'])))
}

/** Each must be readable with the keys that are there, and no event may be there in part. */
async function enquiriesIn(records: Records, findings: Findings): Promise<Map<string, Enquiry>> {
  const rows = await records.db.selectFrom('enquiry').select('id').execute()
  const found = new Map<string, Enquiry>()
  for (const { id } of rows)
    try {
      const enquiry = await readEnquiry(records.db, records.keys, id)
      if (!enquiry) continue
      found.set(id, enquiry)
      const isSent = enquiry.events.some(({ kind }) => kind === 'sent')
      findings.expect(isSent === (enquiry.state !== 'asked'), 'an enquiry is there in part', id)
    } catch (error) {
      findings.add('an enquiry cannot be read', (error as Error).message)
    }
  return found
}

/** How many mails tell somebody of a site that there is a new enquiry, by its id. */
async function mailsToSites({ db }: Records): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('enquiry_mail')
    .innerJoin('mail', 'mail.id', 'enquiry_mail.mail_id')
    .select(['enquiry_mail.enquiry_id', 'mail.message_id'])
    .execute()
  const told = rows.filter(({ message_id }) => message_id.startsWith('<enquiry.new.'))
  return new Map(
    [...Map.groupBy(told, ({ enquiry_id }) => enquiry_id)].map(([id, all]) => [id, all.length]),
  )
}

/** Forms that were taken and are neither waiting, nor an enquiry, nor taken back. */
async function formsLost(
  { db, keys }: Records,
  journal: readonly Said[],
  findings: Findings,
): Promise<number> {
  const { waiting } = await db
    .selectFrom('ask')
    .select((test) => test.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow()
  const rows = await db.selectFrom('enquiry').select('form_key').execute()
  const forms = new Set(rows.map(({ form_key }) => form_key))
  const takenBack = idsOf(journal, 'withdrawing')
  const ended = new Set(
    journal
      .filter(({ kind, ...said }) => kind === 'confirmed' && takenBack.has(String(said['id'])))
      .map((said) => Number(said['number'])),
  )
  const missing = journal
    .filter(({ kind }) => kind === 'asked')
    .filter(({ number, form }) => {
      const own = typeof form === 'string' ? form : `form ${Number(number)}`
      const key = keys.countKeyOf(`enquiry form ${own}`)
      return !ended.has(Number(number)) && !forms.has(key)
    })
    .map((said) => Number(said['number']))
  const lost = Math.max(0, missing.length - Number(waiting))
  for (const number of missing.slice(0, lost)) findings.add('a form is lost', String(number))
  return lost
}
