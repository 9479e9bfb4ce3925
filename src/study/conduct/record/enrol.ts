import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import { holdTrail } from '../../../people/audit/append.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { Tx } from '../../../people/records/model/records.ts'
import { auditConduct } from '../model/acting.ts'
import {
  identityShape,
  newParticipantKey,
  type ParticipantIdentity,
  participantNumber,
  sealIdentity,
} from '../model/participant.ts'
import { lockOf } from '../model/lock.ts'
import { isApprovedNow, readStudyRun, versionsFor } from '../model/run.ts'

/** Somebody who is to be screened for a study. */
export interface Enrolment {
  readonly study: string
  readonly site: string
  /** Of the form: what is sent twice enrols once. */
  readonly formKey: string
  readonly identity: ParticipantIdentity
  /** The id of the enquiry they came from, of which only a keyed hash is kept, so that nobody is enrolled from it twice. */
  readonly enquiryId?: string
}

/**
 * What became of it. `notApproved`: the site may not enrol today; `noVersion`: it works by no version of the protocol yet;
 * `twice`: somebody was enrolled from this enquiry before.
 */
export type Enrolled =
  | { readonly kind: 'done'; readonly participantId: string; readonly number: string }
  | { readonly kind: 'gone' | 'notApproved' | 'noVersion' | 'locked' | 'identity' }
  | { readonly kind: 'twice'; readonly participantId: string; readonly number: string }

/** Gives a person a number at a site, from when on they are screened: nothing is known of them yet. */
export function enrol(
  { records, newId }: PeopleBase,
  actor: Actor,
  { study, site, formKey, identity, enquiryId }: Enrolment,
  now: Date,
): Promise<Enrolled> {
  if (!can.recordFacts(actor, { study, site })) return Promise.resolve({ kind: 'gone' })
  if (!identityShape.safeParse(identity).success) return Promise.resolve({ kind: 'identity' })
  return records.write(async (tx): Promise<Enrolled> => {
    await holdTrail(tx)
    const origin = enquiryId === undefined ? null : originOf(records.keys, study, enquiryId)
    const known = await alreadyEnrolled(tx, formKey, origin)
    if (known) return known
    const run = await readStudyRun(tx, study)
    const place = run?.sites.find((one) => one.site === site)
    if (!run || !place) return { kind: 'gone' }
    if (!isApprovedNow(place, now)) return { kind: 'notApproved' }
    if (versionsFor(run, site).length === 0) return { kind: 'noVersion' }
    if ((await lockOf(tx, study)) !== 'open') return { kind: 'locked' }
    const serial = await nextSerial(tx, study, site)
    const number = participantNumber(place.number, serial)
    const id = newId()
    const key = newParticipantKey()
    await tx
      .insertInto('participant')
      .values({
        ...nobodyYet,
        ...(await wrappedKey(tx, records.keys, id, key)),
        id,
        study,
        site,
        serial,
        number,
        identity_sealed: sealIdentity({ id, key }, identity),
        origin,
        form_key: formKey,
        enrolled_at: now.toISOString(),
        enrolled_by: `account/${actor.accountId}`,
      })
      .execute()
    const details = { number, from: enquiryId === undefined ? 'new' : 'enquiry' }
    const line = { action: 'participant.enrolled', subject: `participant/${id}` } as const
    await auditConduct(tx, { actor, now }, { ...line, at: { study, site }, details })
    return { kind: 'done', participantId: id, number }
  })
}

/** The keyed hash by which it is known that somebody was enrolled from an enquiry. */
export function originOf(keys: Keys, study: string, enquiryId: string): string {
  return keys.countKeyOf(`enrolled ${study} ${enquiryId}`)
}

async function alreadyEnrolled(
  tx: Tx,
  formKey: string,
  origin: string | null,
): Promise<Enrolled | undefined> {
  const known = await tx
    .selectFrom('participant')
    .select(['id', 'number', 'form_key'])
    .where((where) =>
      where.or([
        where('form_key', '=', formKey),
        ...(origin === null ? [] : [where('origin', '=', origin)]),
      ]),
    )
    .executeTakeFirst()
  if (!known) return undefined
  const kind = known.form_key === formKey ? 'done' : 'twice'
  return { kind, participantId: known.id, number: known.number }
}

async function nextSerial(tx: Tx, study: string, site: string): Promise<number> {
  const last = await tx
    .selectFrom('participant')
    .select(({ fn }) => fn.max('serial').as('serial'))
    .where('study', '=', study)
    .where('site', '=', site)
    .executeTakeFirst()
  return Number(last?.serial ?? 0) + 1
}

async function wrappedKey(tx: Tx, keys: Keys, id: string, key: Uint8Array) {
  const instance = await tx.selectFrom('instance').select('key_version').executeTakeFirstOrThrow()
  const { version, wrapped } = keys.wrap(id, key, Number(instance.key_version))
  return { key_version: version, wrapped_key: wrapped }
}

const nobodyYet = {
  facts: 0,
  corrected: 0,
  head: '',
  outlook_at: null,
  outlook_until: null,
  erasure_asked_at: null,
} as const
