import type { Actor, RoleName } from '../people/accounts/model/actor.ts'
import type { PeopleBase } from '../people/asks/people-base.ts'
import type { TypedMoment } from '../study/conduct/record/typed-fact.ts'
import type { DemoAccount } from './demo-accounts.ts'
import type { DemoStudyPeople } from './demo-people-file.ts'

/** A made-up study that is run, and everybody who works in it. */
export interface DemoTeam {
  readonly base: PeopleBase
  readonly study: string
  readonly sites: readonly DemoRunSite[]
  readonly children: DemoStudyPeople['children']
  /** Somebody as they act at a moment, who has just proved who they are. Throws where nobody has this role there. */
  readonly as: (role: RoleName, now: Date, site?: number) => Actor
}

/** One of the sites, with its number in the study. */
export interface DemoRunSite {
  readonly site: string
  readonly name: string
  readonly number: string
}

/** The clocks of all sites and of the sponsor. */
export const demoZone = 'Europe/Paris'

/** The team of the accounts that were made. Throws nothing itself; its `as` does where nobody has a role. */
export function demoTeam(
  base: PeopleBase,
  { people, sites }: { readonly people: DemoStudyPeople; readonly sites: readonly DemoRunSite[] },
  accounts: readonly DemoAccount[],
): DemoTeam {
  return {
    base,
    study: people.study,
    sites,
    children: people.children,
    as: (role, now, site) => {
      const at = site === undefined ? null : (sites[site]?.site ?? null)
      const account = accounts.find((one) => one.role === role && (one.site ?? at) === at)
      if (!account) throw new Error(`nobody of the demonstration is ${role}`)
      return { ...account.actor, provedAt: now.toISOString() }
    },
  }
}

/** Throws where what was done in the demonstration was refused: with the kind and what was against it, no value. */
export function demoDone<Kind extends { readonly kind: string }>(
  what: string,
  outcome: Kind,
): Extract<Kind, { readonly kind: 'done' }> {
  if (outcome.kind === 'done') return outcome as Extract<Kind, { readonly kind: 'done' }>
  const problem = 'problem' in outcome ? JSON.stringify(outcome.problem) : ''
  throw new Error(`${what} of the demonstration: ${outcome.kind} ${problem}`)
}

/** A moment with its offset, or a day, as it is typed by the clocks of the site. */
export function typedMoment(at: string): TypedMoment {
  return { day: at.slice(0, 10), time: at.includes('T') ? at.slice(11, 16) : '', offset: '' }
}
