import {
  type Actor,
  deskRoles,
  studyRoles,
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
   * but not to manage it, and only who is an investigator calls another; an operator to the roles of the installation.
   */
  giveRole: (actor: Holder, given: Role): boolean => {
    if (!isSoundRole(given)) return false
    const at = placeOfRole(given)
    if (!at) return can.operate(actor)
    return holds(actor, giversOf(given.role), at)
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
  /** Sees participants by their numbers, and what was recorded of them. */
  readParticipants: (actor: Holder, at: DeskPlace): boolean => holds(actor, participantReaders, at),
  /** Sees who a participant is: only who treats them. */
  readIdentities: (actor: Holder, at: DeskPlace): boolean => holds(actor, treating, at),
  /** Enrols, and records what was measured, said or done. */
  recordFacts: (actor: Holder, at: DeskPlace): boolean => holds(actor, treating, at),
  recordDoses: (actor: Holder, at: DeskPlace): boolean =>
    holds(actor, [...treating, 'pharmacist'], at),
  /** Signs that a person may take part, and for what was recorded; records what should not have happened. */
  signAsInvestigator: (actor: Holder, at: DeskPlace): boolean => holds(actor, ['investigator'], at),
  /** Asks about what was recorded, and closes what was answered. */
  openQueries: (actor: Holder, at: DeskPlace): boolean => holds(actor, ['monitor', 'manager'], at),
  answerQueries: (actor: Holder, at: DeskPlace): boolean => holds(actor, treating, at),
  /** Compares what was recorded with its source. */
  checkSources: (actor: Holder, at: DeskPlace): boolean => holds(actor, ['monitor'], at),
  classDeviations: (actor: Holder, at: DeskPlace): boolean =>
    holds(actor, ['manager', 'monitor'], at),
  /** Says for the sponsor whether an event was to be expected, and when the sponsor knew. */
  judgeSafety: (actor: Holder, at: DeskPlace): boolean => holds(actor, ['manager'], at),
  /** Versions, sites, settings, texts of consent, sets and locks of a study: its manager, not that of one site. */
  runStudy: (actor: Holder, study: string): boolean =>
    holds(actor, ['manager'], { study, site: null }),
  /** Reads what was recorded of all participants, without anybody's name. */
  readData: (actor: Holder, at: DeskPlace): boolean =>
    holds(actor, ['manager', 'monitor', 'statistician', 'auditor'], at),
  /** The part of the trail that is about a study. */
  readStudyTrail: (actor: Holder, at: DeskPlace): boolean =>
    holds(actor, ['auditor', 'manager', 'monitor'], at),
  /** What a participant was allocated, where the study is blind. */
  seeAllocation: (actor: Holder, at: DeskPlace): boolean => holds(actor, ['pharmacist'], at),
  /** Opens the same for one participant in danger, with a reason that the sponsor is told of at once. */
  openInEmergency: (actor: Holder, at: DeskPlace): boolean => holds(actor, ['investigator'], at),
} as const

/** Who sees participants by their numbers. */
const participantReaders = [
  ...deskRoles,
  'pharmacist',
  'monitor',
  'auditor',
] as const satisfies readonly RoleName[]

/** Who treats participants. */
const treating = ['coordinator', 'investigator'] as const satisfies readonly RoleName[]

function giversOf(role: RoleName): readonly RoleName[] {
  if (role === 'coordinator') return deskRoles
  // An investigator signs that a person may take part: nobody makes themselves one.
  return role === 'investigator' ? ['investigator', 'manager'] : ['manager']
}

/** The studies and sites whose enquiries an actor reads, each once, for queries: a site that is null is all of them. */
export function reach(actor: Holder): readonly DeskPlace[] {
  return placesOf(actor, deskRoles)
}

/** The studies and sites whose participants an actor has to do with, in any role, each once. */
export function studyReach(actor: Holder): readonly DeskPlace[] {
  return placesOf(actor, studyRoles)
}

/** The studies and sites whose participants an actor reads, each once, for queries: a site that is null is all of them. */
export function participantReach(actor: Holder): readonly DeskPlace[] {
  return placesOf(actor, participantReaders)
}

function placesOf({ roles }: Holder, names: readonly RoleName[]): readonly DeskPlace[] {
  const places = roles
    .filter(({ role }) => names.includes(role))
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
