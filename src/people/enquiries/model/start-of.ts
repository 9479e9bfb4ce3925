import type { PeopleBase } from '../../asks/people-base.ts'
import type { Tx } from '../../records/model/records.ts'
import type { Enquiry } from './enquiry.ts'

/** From what somebody's part in a study starts. */
export interface StartedPart {
  /** The day of the signed consent to take part, `yyyy-MM-dd`. */
  readonly consentedOn: string
  /** Of the protocol in force that day; null where it is not known. */
  readonly protocolVersion: string | null
}

/**
 * Notes that somebody joined, for the desk of the study itself. No identifier is in it, and no moment by which it could be
 * laid beside the enquiry: that stays to be erased, this does not. Throws for what is no day.
 */
export async function startOf(
  tx: Tx,
  { newId }: Pick<PeopleBase, 'newId'>,
  { study, site }: Pick<Enquiry, 'study' | 'site'>,
  { consentedOn, protocolVersion }: StartedPart,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('study_start')
    .values({
      id: newId(),
      study,
      site,
      protocol_version: protocolVersion,
      consented_on: Temporal.PlainDate.from(consentedOn).toString(),
      made_at: now.toISOString().slice(0, 10),
    })
    .execute()
}
