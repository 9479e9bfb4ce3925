import type { Language } from '../../../words/language/language.ts'

/** What somebody may be at a site, in a study, or in the installation. */
export type RoleName =
  | 'coordinator'
  | 'investigator'
  | 'manager'
  | 'pharmacist'
  | 'monitor'
  | 'statistician'
  | 'operator'
  | 'auditor'

/** A study, or one of its sites. */
export interface DeskPlace {
  /** An NCT id. */
  readonly study: string
  /** The id of a site (`siteId`); null for the study as a whole. */
  readonly site: string | null
}

/** What an account may do, and where. */
export interface Role {
  readonly role: RoleName
  /** An NCT id; null for the installation, as operators and auditors have it. */
  readonly study: string | null
  /** The id of a site of that study; null for all its sites. */
  readonly site: string | null
}

/** Who is signed in, as of this request. */
export interface Actor {
  readonly accountId: string
  readonly personId: string
  readonly name: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly sessionId: string
  /** When they last proved who they are, as ISO in UTC. */
  readonly provedAt: string
}

/** The roles that work a desk; each is held for a study or one of its sites. */
export const deskRoles = [
  'coordinator',
  'investigator',
  'manager',
] as const satisfies readonly RoleName[]

/** The roles that only the running of a study has, for the study or one of its sites; an auditor may be a study's, too. */
export const conductRoles = [
  'pharmacist',
  'monitor',
  'statistician',
  'auditor',
] as const satisfies readonly RoleName[]

/** The roles of the installation, held for no study. */
export const houseRoles = ['operator', 'auditor'] as const satisfies readonly RoleName[]

/** Every role that can be held for a study or one of its sites. */
export const studyRoles = [...deskRoles, ...conductRoles] as const satisfies readonly RoleName[]

/** Whether a role is one that can be held: that of a study has one, the installation's has none. */
export function isSoundRole({ role, study, site }: Role): boolean {
  if (study === null) return site === null && houseRoles.some((name) => name === role)
  return studyRoles.some((name) => name === role)
}

/** Whether who proved themselves at that moment did so within 15 minutes; for acts that matter. */
export function isFresh({ provedAt }: Pick<Actor, 'provedAt'>, now: Date): boolean {
  return Math.abs(now.getTime() - Date.parse(provedAt)) <= freshMs
}

const freshMs = 15 * 60_000
