import { siteId } from '../finder/registry/site-id.ts'
import type { Actor } from '../people/accounts/model/actor.ts'
import { type DemoAccount, makeDemoAccounts } from './demo-accounts.ts'
import { enquiryHappenings, letHappen } from './demo-enquiries.ts'
import { readDemoEnquiries } from './demo-enquiries-file.ts'
import { fillDemoFolder } from './demo-folder.ts'
import { readDemoPeople } from './demo-people-file.ts'
import { demoSite } from './demo-record.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/**
 * Fills a fresh data folder with a study that looks for people, its site, and people who asked it, all made up, and prints
 * links to sign in. Throws `Failure` for a folder in which anything is.
 */
export function demoCommand(terminal: Terminal, options: CommonOptions): Promise<void> {
  const people = readDemoPeople()
  return fillDemoFolder(terminal, options, people, async ({ base, study, now }) => {
    const enquiries = readDemoEnquiries()
    const longestAgo = Math.max(...enquiries.map(({ daysAgo }) => daysAgo)) + 1
    const began = new Date(now.getTime() - longestAgo * 86_400_000)
    const site = demoSite(study, people.site)
    const otherSite = demoSite(study, people.otherSite)
    const accounts = await makeDemoAccounts(base, { people, siteAt: () => siteId(site) }, began)
    const actors = demoActors(accounts)
    const scene = { study: people.study, site, otherSite, actors }
    await letHappen(enquiryHappenings(base, enquiries, scene, now).happenings, now)
    return accounts
  })
}

/** Who deals with enquiries in a demonstration: the first of their role. Throws where there is nobody. */
export function demoActors(accounts: readonly DemoAccount[]): {
  readonly coordinator: Actor
  readonly manager: Actor
} {
  const actorOf = (role: string): Actor => {
    const account = accounts.find((one) => one.role === role)
    if (!account) throw new Error(`nobody is ${role}`)
    return account.actor
  }
  return { coordinator: actorOf('coordinator'), manager: actorOf('manager') }
}
