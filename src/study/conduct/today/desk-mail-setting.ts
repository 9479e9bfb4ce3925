import { uuidBytes, uuidOf } from '../../../base/uuid.ts'
import { bodyOfLink, signLink } from '../../../people/asks/signed-link.ts'
import { streams } from '../../../people/mail/outbox/streams.ts'
import {
  isStreamStopped,
  releaseStream,
  suppressAddress,
} from '../../../people/mail/outbox/suppression.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Reader, Records, Tx } from '../../../people/records/model/records.ts'

/** For `/desk/mail/stop/:link`, which stops the daily mail of a person and does nothing else; it works for ever. */
export function deskMailStopLink(keys: Keys, personId: string): string {
  return signLink(keys, 'desk.mail.stop', uuidBytes(personId))
}

/** Whose link it is; undefined for one that was made up, changed or is for something else. */
export function readDeskMailStopLink(
  keys: Keys,
  link: string,
): { readonly personId: string } | undefined {
  const body = bodyOfLink(keys, 'desk.mail.stop', { link, bytes: 16 })
  return body && { personId: uuidOf(body) }
}

/** Whether somebody gets no daily mail, because they stopped it or their address is not mailed. */
export async function isDeskMailStopped(db: Reader | Tx, personId: string): Promise<boolean> {
  const lookup = await lookupOf(db, personId)
  return lookup === undefined || (await isStreamStopped(db, lookup, streams.desk))
}

/** Stops the daily mail of a person, with what of it waits to be sent. Doing it again changes nothing. */
export async function stopDeskMail(
  { write }: Pick<Records, 'write'>,
  personId: string,
  now: Date,
): Promise<void> {
  await write(async (tx) => {
    const lookup = await lookupOf(tx, personId)
    if (lookup === undefined) return
    await suppressAddress(tx, { lookup, stream: streams.desk, reason: 'complaint', now })
  })
}

/** Starts the daily mail of a person again. Doing it again changes nothing. */
export async function startDeskMail(
  { write }: Pick<Records, 'write'>,
  personId: string,
  now: Date,
): Promise<void> {
  await write(async (tx) => {
    const lookup = await lookupOf(tx, personId)
    if (lookup !== undefined) await releaseStream(tx, lookup, streams.desk, now)
  })
}

async function lookupOf(db: Reader | Tx, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select('lookup')
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.lookup
}
