import { type Actor, deskRoles, type DeskPlace } from '../../accounts/model/actor.ts'
import type { Tx } from '../../records/model/records.ts'
import { audit } from '../../audit/append.ts'
import type { AuditAction } from '../../audit/actions.ts'
import type { AuditDetails } from '../../audit/details.ts'
import type { Enquiry } from '../model/enquiry.ts'

/** Who does something to an enquiry, and when. */
export interface Acting {
  readonly actor: Actor
  readonly now: Date
}

/** Writes into the trail what was done to an enquiry, by whom and as what: codes only. */
export function auditEnquiry(
  tx: Tx,
  { actor, now }: Acting,
  { id, study, site }: Pick<Enquiry, 'id' | 'study' | 'site'>,
  { action, ...details }: { readonly action: AuditAction } & AuditDetails,
): Promise<void> {
  return audit(tx, {
    at: now,
    actor: 'person',
    action,
    subject: `enquiry/${id}`,
    details: { ...actingAt(actor, { study, site }), ...details },
  })
}

/** Who acts at a site and as what, for a line of the trail: the narrowest role that they hold there. */
export function actingAt(
  actor: Actor,
  { study, site }: DeskPlace,
): { readonly by: string; readonly role: string } {
  const held = actor.roles
    .filter(({ role }) => deskRoles.some((name) => name === role))
    .filter((role) => role.study === study && (role.site === null || role.site === site))
  const role = held.find((one) => one.site === site) ?? held[0]
  return { by: `account/${actor.accountId}`, role: role?.role ?? 'none' }
}
