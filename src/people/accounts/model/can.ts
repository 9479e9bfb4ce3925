import {
  type Actor,
  deskRoles,
  isSoundRole,
  type DeskPlace,
  type Role,
  type RoleName,
} from './actor.ts'

/** What decides: the roles that are held now. */
type Holder = Pick<Actor, 'roles'>

/** Every permission there is. All else asks here, and nothing is allowed that is not said here. */
export const can = {
  /** An operator never reads what people wrote to a site. */
  readEnquiries: (actor: Holder, at: DeskPlace): boolean => holds(actor, deskRoles, at),
  answer: (actor: Holder, at: DeskPlace): boolean => holds(actor, deskRoles, at),
  /** Gives an enquiry to a colleague. */
  assign: (actor: Holder, at: DeskPlace): boolean => holds(actor, ['manager'], at),
  /** The settings and the listing of a site or a study. */
  manageSite: (actor: Holder, at: DeskPlace): boolean => holds(actor, ['manager'], at),
  /** Sees who has the desk of a site. */
  seePeople: (actor: Holder, at: DeskPlace): boolean => holds(actor, deskRoles, at),
  /**
   * Invites to a role: a manager within the own study or site; who has the desk of a site or a study to work it with them,
   * but not to manage it; an operator to the roles of the installation.
   */
  giveRole: (actor: Holder, given: Role): boolean => {
    if (!isSoundRole(given)) return false
    const at = placeOfRole(given)
    if (!at) return can.operate(actor)
    return holds(actor, given.role === 'manager' ? ['manager'] : deskRoles, at)
  },
  /** A manager takes away what a manager gives; an operator may take any role away, as after a claim that was not right. */
  endRole: (actor: Holder, ended: Role): boolean => {
    const at = placeOfRole(ended)
    return can.operate(actor) || (at !== undefined && holds(actor, ['manager'], at))
  },
  decideClaims: (actor: Holder): boolean => can.operate(actor),
  manageAccounts: (actor: Holder): boolean => can.operate(actor),
  /** Sees the state of the service. */
  operate: (actor: Holder): boolean => isOfHouse(actor, 'operator'),
  readTrail: (actor: Holder): boolean => isOfHouse(actor, 'auditor'),
} as const

/** The studies and sites whose enquiries an actor reads, each once, for queries: a site that is null is all of them. */
export function reach({ roles }: Holder): readonly DeskPlace[] {
  const places = roles
    .filter(({ role }) => deskRoles.some((name) => name === role))
    .flatMap((role) => placeOfRole(role) ?? [])
  return places.filter(
    (place, at) =>
      !places.some((other, otherAt) => otherAt !== at && covers(other, place, otherAt < at)),
  )
}

/** Whether one place is within another; of two that are the same, only where `alsoSame`. */
function covers(wide: DeskPlace, place: DeskPlace, alsoSame: boolean): boolean {
  if (wide.study !== place.study) return false
  return wide.site === place.site ? alsoSame : wide.site === null
}

function holds({ roles }: Holder, names: readonly RoleName[], at: DeskPlace): boolean {
  return roles.some(
    ({ role, study, site }) =>
      names.includes(role) && study === at.study && (site === null || site === at.site),
  )
}

function isOfHouse({ roles }: Holder, name: RoleName): boolean {
  return roles.some(({ role, study, site }) => role === name && study === null && site === null)
}

function placeOfRole({ study, site }: Role): DeskPlace | undefined {
  return study === null ? undefined : { study, site }
}
