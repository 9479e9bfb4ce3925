import { keepBounce, type BounceKind } from '../outbox/bounce.ts'
import { readMailAddress } from '../../records/address.ts'
import type { Keys } from '../../records/model/keys.ts'
import type { Records, Tx } from '../../records/model/records.ts'
import { readReport } from './read-report.ts'
import type { Report, ReportKind } from './report.ts'

/** What a report was found to be. `known`: it was taken before. `unmatched`: it is about no one we write to. */
export type TakenReport = ReportKind | 'known' | 'unmatched'

/**
 * Takes in one report: an address that does not exist, or whose owner complained, is never mailed again. A
 * report that names no mail of ours may be forged, so it counts as soft, whatever it says.
 */
export async function takeReport(
  records: Records,
  bytes: Uint8Array,
  now: Date,
): Promise<TakenReport> {
  const report = await readReport(bytes)
  const { kind } = report
  // An old mailbox that is read in one go did not come back in one day.
  const at = report.writtenAt && report.writtenAt < now ? report.writtenAt : now
  if (kind === 'delayed' || kind === 'other') return kind
  return records.write(async (tx) => {
    const found = (await byMail(tx, report, kind)) ?? (await byAddress(tx, records.keys, report))
    if (!found) return 'unmatched'
    const kept = await keepBounce(tx, { id: report.id, now, at, ...found })
    return kept === 'known' ? 'known' : found.kind
  })
}

interface Found {
  readonly mailId: string | null
  readonly lookup: string
  readonly kind: BounceKind
}

async function byMail(
  tx: Tx,
  { mailId, messageIds }: Report,
  kind: BounceKind,
): Promise<Found | undefined> {
  const row = await tx
    .selectFrom('mail')
    .innerJoin('person', 'person.id', 'mail.person_id')
    .select(['mail.id', 'person.lookup'])
    .where((test) =>
      test.or([
        test('mail.id', '=', mailId ?? ''),
        ...(messageIds.length > 0 ? [test('mail.message_id', 'in', [...messageIds])] : []),
      ]),
    )
    .executeTakeFirst()
  return row && { mailId: row.id, lookup: row.lookup, kind }
}

async function byAddress(tx: Tx, keys: Keys, { recipients }: Report): Promise<Found | undefined> {
  const lookups = recipients.slice(0, mostRecipients).flatMap((text) => {
    const address = readMailAddress(text)
    return address ? [keys.lookupOf(address.key)] : []
  })
  if (lookups.length === 0) return undefined
  const row = await tx
    .selectFrom('person')
    .select('lookup')
    .where('lookup', 'in', lookups)
    .executeTakeFirst()
  return row && { mailId: null, lookup: row.lookup, kind: 'soft' }
}

const mostRecipients = 10
