import type { Actor, RoleName } from '../people/accounts/model/actor.ts'
import type { Records } from '../people/records/model/records.ts'
import { addVersion, keepSite, openRun, startSiteBy } from '../study/conduct/set-up/open-run.ts'
import { siteId } from '../finder/registry/site-id.ts'
import { peopleBase } from './test-alerts.ts'
import { setTestWindows } from './moved-child.ts'
import { signedIn } from './test-accounts.ts'
import { runStudy, shippedVersion } from './test-study.ts'

/** Who works in the study of the year, at all its sites. */
export interface YearTeam {
  readonly manager: Actor
  readonly investigator: Actor
  readonly monitor: Actor
}

/** Where days begin at other times, where clocks change on other days, and where they change by half an hour. */
const zones = [
  'Europe/Paris',
  'America/New_York',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Pacific/Auckland',
] as const

/** The site of a number. */
export function yearSite(number: number): string {
  return siteId({ facility: `Hospital ${number}`, city: 'Somewhere', country: 'France' })
}

/** Opens the study of the year: its sites are in seven time zones, its sponsor in an eighth; one visit has a window, one has none. */
export async function openYearStudy(records: Records, sites: number, now: Date): Promise<YearTeam> {
  const base = peopleBase(records)
  const of = async (role: RoleName): Promise<Actor> => {
    const held = { role, study: runStudy, site: null }
    return (await signedIn(records, [held], `${role}@example.org`, now)).actor
  }
  const manager = await of('manager')
  const run = { study: runStudy, timeZone: 'America/Los_Angeles', areDosesConfirmed: false }
  await openRun(base, manager, run, now)
  await addVersion(base, manager, shippedVersion('report'), now)
  for (let number = 0; number < sites; number++) {
    const site = {
      site: yearSite(number),
      number: String(number + 1).padStart(2, '0'),
      name: `Hospital ${number}`,
      approvedFrom: '2026-01-01',
      approvedUntil: null,
      timeZone: zones[number % zones.length] ?? zones[0],
    }
    await keepSite(base, manager, runStudy, site, now)
    const begun = { study: runStudy, version: 'report', site: site.site, from: '2026-01-01' }
    await startSiteBy(base, manager, begun, now)
  }
  await setTestWindows(records, { D30: { early: 'P2D', late: 'P3D' } }, now)
  return { manager, investigator: await of('investigator'), monitor: await of('monitor') }
}
