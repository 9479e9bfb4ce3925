import type { Actor, DeskPlace, RoleName } from '../../../people/accounts/model/actor.ts'
import { studyRoles } from '../../../people/accounts/model/actor.ts'
import type { AuditAction } from '../../../people/audit/actions.ts'
import { audit } from '../../../people/audit/append.ts'
import type { AuditDetails, AuditSecrets } from '../../../people/audit/details.ts'
import type { Tx } from '../../../people/records/model/records.ts'

/** Who does something in a study, and when. */
export interface ConductActing {
  readonly actor: Pick<Actor, 'accountId' | 'roles'>
  readonly now: Date
}

/** Through whom something came about, and when; nobody where time alone brought it. */
export interface ConductCause {
  readonly actor: ConductActing['actor'] | null
  readonly now: Date
}

/** What a line of the trail says of an act in a study. `sealed`: texts and values that only a participant's key opens. */
export interface ConductLine {
  readonly action: AuditAction
  /** `participant/<id>`, `study/<NCT id>` or what else it is of. */
  readonly subject: string
  readonly at: DeskPlace
  readonly details?: AuditDetails
  readonly sealed?: AuditSecrets
}

/** Writes into the trail what was done in a study, by whom, as what and at which site. */
export function auditConduct(
  tx: Tx,
  { actor, now }: ConductCause,
  { action, subject, at, details, sealed }: ConductLine,
): Promise<void> {
  return audit(tx, {
    at: now,
    actor: actor ? 'person' : 'system',
    action,
    subject,
    details: {
      ...(actor && { by: `account/${actor.accountId}`, role: roleAt(actor, at) ?? 'none' }),
      study: at.study,
      ...(at.site !== null && { site: at.site }),
      ...details,
    },
    ...(sealed && { sealed }),
  })
}

/** As what somebody acts at a place: of the roles they hold there, the narrowest that is among `of`, else the narrowest. */
export function roleAt(
  { roles }: Pick<Actor, 'roles'>,
  { study, site }: DeskPlace,
  of: readonly RoleName[] = studyRoles,
): RoleName | undefined {
  const held = roles.filter(
    (role) => role.study === study && (role.site === null || role.site === site),
  )
  const fitting = held.filter(({ role }) => of.includes(role))
  const among = fitting.length > 0 ? fitting : held
  return (among.find((one) => one.site === site) ?? among[0])?.role
}
